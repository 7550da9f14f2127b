"""Parts of a plan given by themselves: a chapter or a ledger, which a main file names.

`lint` and `build` take the plan that a part is in; `diff`, `facts` and `text`, which git gives versions of one file,
read the part alone.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from planforge.errors import SourceError
from planforge.source.tree import MAIN_FILE, YAML_SUFFIXES, Tree, open_plan, resolved

_ALONE = ".part.yaml"
"""The main file that stands for the plan of a part; nothing is read from disk or written under this name."""
_WHOLE = re.compile(rb"^(?:\xef\xbb\xbf)?(?:planforge|title|chapters)\s*:", re.MULTILINE)
_CHAPTER = re.compile(rb"^(?:\xef\xbb\xbf)?(?:heading|body|role)\s*:", re.MULTILINE)
_LIST = re.compile(rb"^(?:\xef\xbb\xbf)?-\s", re.MULTILINE)
_CHAPTERS = "chapters:\n  - {}\n"
_BLOCKS = "chapters:\n  - heading: 规划\n    body:\n      - {}\n"
_LEDGER = "indicators: {}\nchapters: []\n"


def is_whole(data: bytes) -> bool:
    """Whether YAML is a plan's main file and not a part of one."""
    return _WHOLE.search(data) is not None


def plan_around(part: Path) -> Path | None:
    """Return the folder of the plan that a YAML file is part of: its own, or one above it that has a plan.yaml."""
    if part.name == MAIN_FILE or part.suffix.lower() not in YAML_SUFFIXES:
        return None
    found = next((folder for folder in resolved(part).parents if (folder / MAIN_FILE).is_file()), None)
    return found if found is None or part.is_absolute() else Path(os.path.relpath(found))


def open_whole(path: Path) -> tuple[Tree, str]:
    """Return the tree and the main file of the plan at a path, or of the one that the file at the path is part of.

    Raises:
        SourceError: when there is no such plan.
    """
    tree, main = open_plan(path)
    around = plan_around(path) if _is_part(tree, main) else None
    return open_plan(around) if around is not None else (tree, main)


def open_part(path: Path, name: str | None = None) -> tuple[Tree, str]:
    """Return the tree and the main file of a plan; a part stands alone, as a plan of nothing else.

    Raises:
        SourceError: when there is no such file.
    """
    tree, main = open_plan(path, name)
    if not _is_part(tree, main):
        return tree, main
    data = tree.read_bytes(main)
    form = _CHAPTERS if _CHAPTER.search(data) else _BLOCKS if _LIST.search(data) else _LEDGER
    words = f"planforge: 1\ntitle: 规划\n{form.format(_quoted(main))}"
    return Tree(tree.root, tree.shown, {**tree.given, _ALONE: words.encode()}), _ALONE


def _is_part(tree: Tree, main: str) -> bool:
    if main == MAIN_FILE or Path(main).suffix.lower() not in YAML_SUFFIXES:
        return False
    try:
        return not is_whole(tree.read_bytes(main))
    except SourceError:
        return False  # who opens it as a plan says what is wrong


def _quoted(path: str) -> str:
    return "'" + path.replace("'", "''") + "'"
