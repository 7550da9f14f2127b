"""The files that ship with planforge: house formats, schemas, tables of words.

In a checkout they are the top-level folders, so that an edit shows at once; in an installed wheel they
are copied below the package.
"""

from __future__ import annotations

from pathlib import Path

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


def _shipped(name: str) -> Path:
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parents[1] / name):
        if folder.is_dir():
            return folder
    raise PlanforgeError(f"安装不完整：找不到随程序分发的“{name}”文件夹", hint="请重新安装 planforge")
