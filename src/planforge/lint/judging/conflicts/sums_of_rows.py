"""Figures of a whole plan beside a table by years that they add up: 市政管道1520公里 / 2024年 320 … 2027年 340."""

from __future__ import annotations

from planforge.facts.book import FactBook
from planforge.facts.statement import Source, Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.sums.division import summed

_LEAST = 2


def adds_up_years(book: FactBook, one: Statement, two: Statement) -> bool:
    """Whether one of two figures, whose year is inferred, is the sum of the line of cells that the other is of."""
    if (one.source is Source.TABLE) is (two.source is Source.TABLE):
        return False
    cell, told = (one, two) if one.source is Source.TABLE else (two, one)
    if told.gates.time or told.value <= cell.value:
        return False
    line = [other for other in index(book).by_passage[cell.position.passage] if _in_line(other, cell)]
    years = {other.years for other in line}
    return _LEAST <= len(line) == len(years) and summed(other.interval for other in line).meets(told.interval)


def _in_line(one: Statement, cell: Statement) -> bool:
    same = (one.head, one.scope, one.tier, one.kind) == (cell.head, cell.scope, cell.tier, cell.kind)
    return same and one.years is not None and one.years.single
