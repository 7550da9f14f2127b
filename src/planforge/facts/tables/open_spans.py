"""Changes whose heads name no years, beside levels of three years or more: their figures tell between which.

年均增长（%） behind 2020年 | 2023年 | 2025年目标 may be that of three years, of five, or of the two last ones. What
most rows agree on is meant; where they agree on nothing the column is not understood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from planforge.facts.tables.cells import BRACKET, cell_quantity, has_figure
from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.column_years import level_years, over
from planforge.outline.text import Text
from planforge.plan.model import Period
from planforge.records import record

_FEWEST, _MOST = 3, 6
_MOST_ROWS = 30
_AGREEING = 2
"""Rows that make what they agree on certain."""
_ERROR, _RELATIVE_ERROR = 0.15, 0.02
_CHANGES = frozenset({Meaning.ANNUAL, Meaning.TOTAL, Meaning.MIXED, Meaning.DIFFERENCE})


@record(frozen=True)
class _Row:
    """The levels of a row by their years, the figure of its change, and whether that stands in brackets."""

    levels: dict[int, float]
    said: float
    bracketed: bool


def settled(columns: Sequence[Column], rows: Sequence[Sequence[Text]], period: Period) -> tuple[Column, ...]:
    """Return the columns, those of changes between years that nothing names with the years that their figures fit."""
    return tuple(_settled(at, columns, rows, period) if _is_open(one) else one for at, one in enumerate(columns))


def _is_open(column: Column) -> bool:
    return column.meaning in _CHANGES and not (column.sure or column.adjusted)


def _settled(at: int, columns: Sequence[Column], rows: Sequence[Sequence[Text]], period: Period) -> Column:
    column, years = columns[at], sorted(level_years(columns[:at]))
    if not _FEWEST <= len(years) <= _MOST:
        return column
    read = [row for cells in rows[:_MOST_ROWS] if (row := _row(at, columns, cells)) is not None]
    fits = {span: sum(_is_fit(column, row, span) for row in read) for span in combinations(years, 2)}
    span = max(fits, key=lambda one: (fits[one], one == _span(column)))
    if fits[span] * 2 > len(read):
        return replace(over(column, *span, period), sure=fits[span] >= _AGREEING)
    return column if _span(column) == (period.baseline, period.end) else Column(Meaning.OTHER)


def _span(column: Column) -> tuple[int | None, int | None]:
    return column.base_year, column.years.last if column.years is not None else None


def _row(at: int, columns: Sequence[Column], cells: Sequence[Text]) -> _Row | None:
    """Return the levels of a row and its change, None where it has no change to judge by."""
    said = _number(cells[at]) if at < len(cells) else None
    levels = {
        one.years.last: number
        for cell, one in zip(cells, columns[:at], strict=False)
        if one.meaning is Meaning.LEVEL and one.years and (number := _number(cell)) is not None
    }
    return _Row(levels, abs(said), BRACKET.search(cells[at].printed) is not None) if said and len(levels) > 1 else None


def _number(cell: Text) -> float | None:
    figure = cell_quantity(cell.printed, "") if has_figure(cell) else None
    return float(figure.written.number) if figure is not None else None


def _is_fit(column: Column, row: _Row, span: tuple[int, int]) -> bool:
    """Whether the change of a row is that between two years, as far as rounding lets one tell."""
    first, last = (row.levels.get(year, 0.0) for year in span)
    if first <= 0 or last <= 0:
        return False
    change = _change(column, row, first, last, span[1] - span[0])
    return abs(abs(change) - row.said) <= max(_ERROR, _RELATIVE_ERROR * row.said)


def _change(column: Column, row: _Row, first: float, last: float, years: int) -> float:
    summed = row.bracketed or column.cumulative
    if column.meaning is Meaning.DIFFERENCE or (column.meaning is Meaning.MIXED and summed):
        return last - first
    return ((last / first) ** (1 if column.meaning is Meaning.TOTAL else 1 / years) - 1) * 100
