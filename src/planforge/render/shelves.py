"""Where house formats of an office stand: beside the plan, where the configuration says, where the environment says.

Nothing outside the folder that names a shelf is read, not even through a link; only ``PLANFORGE_TEMPLATES``, which the
user sets, may lead anywhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from planforge.errors import SourceError
from planforge.resources import TEMPLATES_VARIABLE
from planforge.source.folders import confined

BESIDE_THE_PLAN = ("templates", "formats")


def find_shelves(
    plan: Path | None, settings: Path | None = None, table: Mapping[str, object] | None = None
) -> list[Path]:
    """Return the folders that hold house formats, the nearest to the plan first.

    Args:
        plan: the folder of the plan.
        settings: the configuration file that holds for it.
        table: what it says; ``formats`` lists folders, relative to the file.

    Raises:
        SourceError: when the configuration names a folder that is none, or lies outside its own.
    """
    named = (table or {}).get("formats", [])
    return [
        *(_beside(plan) if plan else ()),
        *(_named(settings, str(name)) for name in (named if settings and isinstance(named, list) else ())),
        *_of_environment(),
    ]


def _beside(plan: Path) -> Iterator[Path]:
    for name in BESIDE_THE_PLAN:
        if (shelf := confined(plan, name)) is not None:
            yield shelf


def _named(settings: Path | None, name: str) -> Path:
    shelf = confined(settings.parent, name) if settings else None
    if shelf is None:
        raise SourceError(
            f"“{settings}”的 formats：没有“{name}”这个文件夹，或它在配置文件的文件夹之外",
            hint="请改成配置文件旁边的文件夹",
        )
    return shelf


def _of_environment() -> Iterator[Path]:
    for part in os.environ.get(TEMPLATES_VARIABLE, "").split(os.pathsep):
        if part and (folder := Path(part).expanduser()).is_dir():
            yield folder
