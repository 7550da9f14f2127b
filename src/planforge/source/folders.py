"""Finds the plans that a path means: a plan itself, or all plan folders below a folder, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from planforge.errors import SourceError
from planforge.source.files import reason
from planforge.source.tree import MAIN_FILE, resolved


def plans_of(path: Path) -> list[Path]:
    """Return the plans below a folder; anything else is given back, for who opens it to judge.

    Raises:
        SourceError: when a folder cannot be listed.
    """
    if not resolved(path).is_dir() or (path / MAIN_FILE).exists():
        return [path]
    return sorted(_plan_folders(path), key=lambda folder: folder.parts) or [path]


def confined(root: Path, path: str) -> Path | None:
    """Return the folder at `path` in `root`; None when there is none or a link leads out of it."""
    try:
        target = (root / path).resolve()
        inside = target.is_relative_to(root.resolve()) and target.is_dir()
    except (OSError, ValueError, RuntimeError):  # no path for this system, or a circle of links
        return None
    return root / path if inside else None


def _plan_folders(top: Path) -> Iterator[Path]:
    """Yield folders that hold a plan; hidden ones are passed over, links are not followed."""
    for folder, below, files in os.walk(top, onerror=_refuse):
        below[:] = [name for name in below if not name.startswith(".")]
        if MAIN_FILE in files:
            below.clear()
            yield Path(folder)


def _refuse(error: OSError) -> None:
    raise SourceError(f"“{error.filename}”无法读取：{reason(error)}", hint="请检查权限") from error
