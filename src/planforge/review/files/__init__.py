"""Comparisons as files that office programs open, one module each; a new format is a new module here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from planforge.review.version import Version

FileFormat = Callable[[Version, Version], bytes]
"""Takes the old and the new version and returns the file."""


@cache
def file_formats() -> dict[str, FileFormat]:
    """Return the formats by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if info.name.startswith("as_"))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return {module.NAME: module.write for module in modules}
