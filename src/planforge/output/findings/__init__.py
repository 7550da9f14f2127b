"""Formats of a lint report, one module each; a new format is a new module here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from types import ModuleType

from planforge.lint.report import Report
from planforge.records import record


@record(frozen=True)
class Style:
    """What the output may use.

    Attributes:
        colour: ANSI colours (a terminal).
        ascii_only: the stream cannot carry all of Unicode.
    """

    colour: bool = False
    ascii_only: bool = False


Formatter = Callable[[Report, Style], str]
Maker = Callable[[Report, Style], bytes]
"""Makes a file that is no text."""


@cache
def formats() -> dict[str, Formatter]:
    """Return the formats that are text, by name."""
    return {module.NAME: module.format_report for module in _modules() if hasattr(module, "format_report")}


@cache
def makers() -> dict[str, Maker]:
    """Return the formats that are files of another kind, by name."""
    return {module.NAME: module.make_report for module in _modules() if hasattr(module, "make_report")}


@cache
def _modules() -> list[ModuleType]:
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if info.name.startswith("as_"))
    return [importlib.import_module(f"{__name__}.{name}") for name in names]
