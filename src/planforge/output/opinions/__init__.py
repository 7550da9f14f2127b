"""Formats of 意见汇总表, one module each; a new format is a new module here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from functools import cache

from planforge.review.returned.opinion import Opinion

Writer = Callable[[Sequence[Opinion], str], bytes]
"""Takes the opinions and the title of the plan, and returns the file."""


@cache
def formats() -> dict[str, Writer]:
    """Return the writing functions by the name and suffix of their format."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if info.name.startswith("as_"))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return {module.NAME: module.write for module in modules}
