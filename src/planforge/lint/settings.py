"""Finds `planforge.toml` (or `[tool.planforge]` in pyproject.toml) for a plan; what it means is for `configuration`.

Light to load: a report from the cache needs the table to be the same, not to be understood.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import field
from hashlib import sha256
from pathlib import Path
from typing import Any

from planforge.errors import SourceError
from planforge.patterns import expression
from planforge.records import record
from planforge.resources import TEMPLATES_VARIABLE
from planforge.source.tree import Tree, resolved

FILE_NAME = "planforge.toml"
_MAX_BYTES = 1024 * 1024
_PLACE = expression(r"line (?P<line>\d+), column (?P<column>\d+)")


@record(frozen=True)
class Settings:
    """The table that holds for a plan, as it stands in its file.

    Attributes:
        file: the file it was read from; None when there is none.
        table: the settings.
    """

    file: Path | None = None
    table: Mapping[str, Any] = field(default_factory=dict)

    @property
    def tree(self) -> Tree | None:
        """The folder that packs and aliases are read from."""
        if self.file is None:
            return None
        folder = self.file.parent
        return Tree(folder, f"{folder.as_posix().rstrip('/')}/")

    @property
    def digest(self) -> str:
        """Return what changes when the table, its place, a pack or the aliases it names do."""
        tree, packs = self.tree, self.table.get("packs", [])
        listed = [*packs, self.table.get("aliases")] if isinstance(packs, list) else []
        names = [name for name in listed if isinstance(name, str)]
        read = [tree.digest(name) for name in names] if tree else []
        elsewhere = bool(os.environ.get(TEMPLATES_VARIABLE))  # house formats that a plan may name
        told = json.dumps([str(self.file), self.table, read, elsewhere], ensure_ascii=False, default=str)
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def find_settings(path: Path) -> Settings:
    """Return the settings of the nearest folder upward from a plan which has any.

    Raises:
        SourceError: when their file cannot be read.
    """
    start = resolved(path)
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        own, shared = folder / FILE_NAME, folder / "pyproject.toml"
        if own.is_file():
            return Settings(own, _toml(own))
        if shared.is_file() and (table := _shared(shared)) is not None:
            return Settings(shared, table)
    return Settings()


def _shared(path: Path) -> dict[str, Any] | None:
    """Return the part of a pyproject.toml that is ours; None when there is none.

    Raises:
        SourceError: when what stands in its place is no table.
    """
    tool = _toml(path).get("tool", {})
    table = tool.get("planforge") if isinstance(tool, dict) else tool
    if table is None or isinstance(table, dict):
        return table
    raise SourceError(
        f"配置文件“{path}”的 [tool.planforge] 应为一节，实为一个值", hint="请写成 [tool.planforge] 一行，下面写各项"
    )


def _toml(path: Path) -> dict[str, Any]:
    import tomllib  # most plans have no settings

    try:
        if path.stat().st_size > _MAX_BYTES:
            raise SourceError(f"配置文件“{path}”太大：应不超过1 MB")
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"配置文件“{path}”读不到", hint="请检查权限，并存为 UTF-8") from error
    except RecursionError as error:
        raise SourceError(f"配置文件“{path}”嵌套太深") from error
    except ValueError as error:  # TOML's own error, or a number that is too long
        where = _PLACE.search(str(error))
        end = "末尾" if "end of document" in str(error) else ""
        place = f"第{where['line']}行第{where['column']}列" if where else end
        raise SourceError(
            f"配置文件“{path}”不符合 TOML 写法{f'，从{place}起读不懂' if place else ''}",
            hint='文字要加引号，方括号要成对，如 select = ["PF2"]',
        ) from error
