"""Formats of the list of numeric statements, one module each; a new format is a new module here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from functools import cache

from planforge.facts.statement import Statement

Formatter = Callable[[Sequence[Statement], bool], str]
"""Takes the statements, and whether the console lacks part of Unicode."""


@cache
def formats() -> dict[str, Formatter]:
    """Return the formats by name."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.NAME: module.format_facts for module in modules}


def select(statements: Sequence[Statement], indicator: str | None, year: int | None) -> list[Statement]:
    """Return the statements whose indicator has these words and whose time includes this year; None takes all."""
    return [
        statement
        for statement in statements
        if (indicator is None or indicator in f"{statement.scope}{statement.tier}{statement.indicator}{statement.head}")
        and (year is None or (statement.years is not None and statement.years.first <= year <= statement.years.last))
    ]
