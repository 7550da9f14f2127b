"""Formats of a lint report, one module each; a new format is a new module here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from planforge.lint.report import Report


@dataclass(frozen=True)
class Style:
    """What the output may use.

    Attributes:
        colour: ANSI colours (a terminal).
        ascii_only: the stream cannot carry all of Unicode.
    """

    colour: bool = False
    ascii_only: bool = False


Formatter = Callable[[Report, Style], str]


@cache
def formats() -> dict[str, Formatter]:
    """Return the formats by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return {module.NAME: module.format_report for module in modules}
