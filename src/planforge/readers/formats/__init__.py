"""The file formats, one module each: `SUFFIXES` and `read(tree, path)`, which returns the file and its pieces."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from planforge.readers.piece import Piece
from planforge.source.place import SourceFile
from planforge.source.tree import Tree

Read = Callable[[Tree, str], tuple[SourceFile, list[Piece]]]


@cache
def formats() -> dict[str, Read]:
    """Return the reading functions by file suffix, e.g. ".docx"."""
    modules = [importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
    return {suffix: module.read for module in modules for suffix in module.SUFFIXES}
