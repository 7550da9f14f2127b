"""What each year of a period had, beside what all had: 三年共改造126个 / 2024年45个、2025年43个、2026年38个."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.linking import subject_of
from planforge.facts.statement import Flow, Statement
from planforge.lint.judging.sums.division import LEVELS, Division

_MOST_YEARS = 10


def divided_by_years(book: FactBook) -> Iterator[Division]:
    """Yield each sum over several years of which the plan tells every year, wherever it does."""
    happened = [one for one in book.statements if _happened(one)]
    over_years = {one.action for one in happened if one.years is not None and not one.years.single}
    told: dict[object, list[Statement]] = defaultdict(list)
    for one in happened:
        if one.action in over_years:
            told[(subject_of(one), one.action, one.role.done, one.quantity.unit.name)].append(one)
    for statements in told.values():
        yield from _divided(statements)


def _happened(one: Statement) -> bool:
    """Whether a figure is what was done in its years; that each year has one of the same name says which is meant."""
    flow = one.kind in LEVELS and one.flow is Flow.FLOW and not one.falls and not one.referenced
    return flow and bool(one.indicator) and one.years is not None and (one.gates.time or not one.years.single)


def _divided(statements: Sequence[Statement]) -> Iterator[Division]:
    wholes = [one for one in statements if one.years is not None and not one.years.single]
    if not wholes:
        return
    years: dict[int, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.years is not None and one.years.single and not one.until:
            years[one.years.last].append(one)
    for whole in wholes:
        parts = _each_year(whole, years)
        if parts:
            yield Division(whole, tuple(parts), complete=True, said=True, of_years=True)


def _each_year(whole: Statement, years: dict[int, list[Statement]]) -> list[Statement]:
    """Return what each of the years of a whole had, in their order; nothing when one is missing or told in two ways."""
    if whole.years is None or whole.years.last - whole.years.first >= _MOST_YEARS:
        return []
    of_each = [years.get(year, []) for year in range(whole.years.first, whole.years.last + 1)]
    if not all(len({one.value for one in of_one}) == 1 for of_one in of_each):
        return []
    return [of_one[0] for of_one in of_each]
