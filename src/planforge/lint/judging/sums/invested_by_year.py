"""What the projects of a table cost in all, beside what is spent on them in single years: 总投资 | 2024年 | 2025年.

The years may leave out what was spent before or comes after them, but never come to more than the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planforge.facts.figures.interval import Interval
from planforge.facts.figures.quantity import Quantity
from planforge.facts.tables.cells import cell_quantity
from planforge.facts.tables.head_units import YEAR, unit_in, without_unit
from planforge.facts.writing.normalise import reading_of
from planforge.lint.judging.sums.division import summed
from planforge.lint.judging.sums.excess import exceeds
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Plan, Table
from planforge.records import record
from planforge.source.place import Span

_WHOLE = expression("(?:项目|工程)?(?:计划|规划|估算|概算|匡算)?总投资(?:额|估算)?")
_OF_A_YEAR = expression("年度?(?:计划|预计|拟|安排|完成)*(?:投资|资金)?(?:计划|安排|额)?")
_LEAST_YEARS = 2


@record(frozen=True)
class Overspent:
    """A cell 总投资 that is less than what the cells of single years beside it come to."""

    table: Table
    at: Span
    whole: Quantity
    years: tuple[Quantity, ...]
    places: tuple[Span, ...]

    @property
    def sum(self) -> Interval:
        """What the years together can be."""
        return summed(year.interval for year in self.years)


def overspent(plan: Plan) -> Iterator[Overspent]:
    """Yield every project of the plan's tables that takes more in single years than in all."""
    for passage in plan.tables():
        columns = _columns(passage.table)
        if columns is None or passage.table.from_ledger:
            continue
        for row in passage.table.rows:
            found = _row(passage.table, row, *columns)
            if found is not None and exceeds(found.sum, found.whole.interval):
                yield found


def _columns(table: Table) -> tuple[int, tuple[int, ...]] | None:
    """Return the column of the whole and those of different years in its unit, None when it is no such table."""
    heads = [reading_of(head).text.strip() for head in table.head]
    wholes = [at for at, head in enumerate(heads) if _WHOLE.fullmatch(without_unit(head))]
    dated = [(at, year["year"]) for at, head in enumerate(heads) if (year := _year(head)) is not None]
    if len(wholes) != 1 or len(dated) < _LEAST_YEARS or len({year for _, year in dated}) < len(dated):
        return None
    units = {unit_in(heads[at]) for at in (wholes[0], *(at for at, _ in dated))}
    return (wholes[0], tuple(at for at, _ in dated)) if len(units) == 1 else None


def _year(head: str) -> re.Match[str] | None:
    """Return the year of a head that says no more than what is spent in it."""
    words = without_unit(head)
    year = YEAR.match(words)
    return year if year is not None and _OF_A_YEAR.fullmatch("年" + words[year.end() :]) else None


def _row(table: Table, row: Sequence[Text], whole: int, years: Sequence[int]) -> Overspent | None:
    """Return the figures of a row, None where one of them is not told."""
    if len(row) <= max(whole, *years):
        return None
    total, *parts = (cell_quantity(row[at].printed, "亿元") for at in (whole, *years))
    told = tuple(part for part in parts if part is not None)
    if total is None or len(told) < len(years):
        return None
    places = tuple(row[at].span(*part.number_at) for at, part in zip(years, told, strict=True))
    return Overspent(table, row[whole].span(*total.number_at), total, told, places)
