"""Formats of an inspection report, one module each; a new format is a new module here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from planforge.inspect.outcome import Report
from planforge.output.findings import Style

Formatter = Callable[[Report, Style], str]


@cache
def formats() -> dict[str, Formatter]:
    """Return the formats by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if info.name.startswith("as_"))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return {module.NAME: module.format_report for module in modules}
