"""Columns of units that no head names: 工业总产值, 亿元, 210 below 指标, an empty cell and 2015年."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.head_units import is_unit
from planforge.facts.writing.normalise import reading_of
from planforge.outline.text import Text


def with_units(columns: Sequence[Column], heads: Sequence[str], rows: Sequence[Sequence[Text]]) -> tuple[Column, ...]:
    """Return the columns, one without a head right behind the names that holds nothing but units as one of units."""
    if all(heads) or any(column.meaning is Meaning.UNIT for column in columns):
        return tuple(columns)
    return tuple(
        replace(column, meaning=Meaning.UNIT)
        if at and not heads[at] and columns[at - 1].meaning is Meaning.NAME and _holds_units(rows, at)
        else column
        for at, column in enumerate(columns)
    )


def _holds_units(rows: Sequence[Sequence[Text]], at: int) -> bool:
    words = [reading_of(row[at]).text.strip() for row in rows if at < len(row)]
    return any(words) and all(is_unit(word) for word in words if word)
