"""The files that ship with planforge: house formats, schemas, tables of words.

In a checkout they are the top-level folders, so that an edit shows at once; in an installed wheel they
are copied below the package.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from planforge.errors import PlanforgeError

TEMPLATES_VARIABLE = "PLANFORGE_TEMPLATES"
"""Names folders that hold house formats of an office."""
_PACKAGE = Path(__file__).resolve().parent


def templates_dir() -> Path:
    """Return the folder that holds one folder per house format."""
    return _shipped("templates")


def schema_dir() -> Path:
    """Return the folder that holds the JSON Schemas."""
    return _shipped("plan_schema")


def read_table(file: Traversable) -> dict[str, Any]:
    """Return a shipped YAML table as dictionaries, lists and strings; every scalar is text, as in a plan.

    A plan's own files are read by `source.yaml_reading`, which knows places and refuses what it must; these tables are
    ours and are read at every start, so libyaml reads them where it is installed.

    Raises:
        TypeError: when it holds no mapping: a fault of the installation.
    """
    from ruamel.yaml import YAML

    loaded = YAML(typ="base").load(file.read_text(encoding="utf-8"))
    if not isinstance(loaded, dict):
        raise TypeError(f"{file.name} is not a mapping")
    return loaded


def _shipped(name: str) -> Path:
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parents[1] / name):
        if folder.is_dir():
            return folder
    raise PlanforgeError(f"安装不完整：找不到随程序分发的“{name}”文件夹", hint="请重新安装 planforge")
