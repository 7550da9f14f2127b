"""What each year of a period had, beside what all had: 三年共改造126个 / 2024年45个、2025年43个、2026年38个."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from planforge.facts.book import FactBook
from planforge.facts.linking import subject_of
from planforge.facts.statement import Flow, Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.lint.judging.sums.additive import adds_up
from planforge.lint.judging.sums.beside_years import beside_years
from planforge.lint.judging.sums.division import Division

_MOST_YEARS = 10


def divided_by_years(book: FactBook) -> Iterator[Division]:
    """Yield each sum over several years of which the plan tells every year, wherever it does."""
    happened = [one for one in book.statements if _happened(one)]
    over_years = {one.action for one in happened if _years(book, one) is not None}
    told: dict[object, list[Statement]] = defaultdict(list)
    for one in happened:
        if one.action in over_years:
            told[(subject_of(one), one.action, one.role.done, one.quantity.unit.name)].append(one)
    yield from _years_above(book)
    for statements in told.values():
        for division in _divided(book, statements):
            yield division
            yield from beside_years(book, division)


def _happened(one: Statement) -> bool:
    """Whether a figure is what was done in its years; that each year has one of the same name says which is meant."""
    return _is_deed(one) and one.years is not None and (one.gates.time or not one.years.single)


def _is_deed(one: Statement) -> bool:
    flow = one.kind.is_amount and one.flow is Flow.FLOW and not one.falls and not one.referenced
    return flow and bool(one.indicator)


def _years(book: FactBook, one: Statement) -> Years | None:
    """Return the years that a figure adds up over: several, or up to its deadline those of the whole plan.

    The latter is only inferred; up to a deadline what was done before the plan may be counted, too.
    """
    if one.years is None or not one.years.single:
        return one.years
    start, end = book.period.start, book.period.end
    whole = one.until and not one.role.done and start is not None and start != end and one.years.last == end
    return Years(start, one.years.last) if whole and start is not None else None


def _divided(book: FactBook, statements: Sequence[Statement]) -> Iterator[Division]:
    wholes = [(one, years) for one in statements if (years := _years(book, one)) is not None and adds_up(one)]
    if not wholes:
        return
    told = _told_of_years(statements)
    for whole, years in wholes:
        parts = _each_year(years, told)
        if parts:
            yield Division(whole, tuple(parts), complete=True, said=whole.years == years, of_years=True)


def _years_above(book: FactBook) -> Iterator[Division]:
    """Yield each sum over years past with what one had, which cannot be more: 五年惠及1.26万户, 今年2.58万户."""
    told: dict[object, list[Statement]] = defaultdict(list)
    for one in book.statements:
        if _is_deed(one) and one.role.done and one.source in (Source.PROSE, Source.BOX):
            told[subject_of(one), one.action, one.quantity.unit.name].append(one)
    for statements in told.values():
        several = [(one, one.years) for one in statements if one.years is not None and not one.years.single]
        wholes = [(one, years) for one, years in several if adds_up(one)]
        for whole, years in wholes[:_MOST_YEARS]:
            yield from (_more_than(whole, one) for one in statements if _is_of(one, years))


def _is_of(one: Statement, years: Years) -> bool:
    return one.years is not None and one.years.single and years.first <= one.years.last <= years.last


def _more_than(whole: Statement, year: Statement) -> Division:
    """Return a sum over years with what one of them had, which cannot be more."""
    return Division(whole, (year,), complete=False, said=False, of_years=True)


def _told_of_years(statements: Sequence[Statement]) -> dict[int, Statement]:
    """Return what is told of each single year, without those told in two ways."""
    of_each: dict[int, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.years is not None and one.years.single and not one.until:
            of_each[one.years.last].append(one)
    return {year: told[0] for year, told in of_each.items() if len({one.value for one in told}) == 1}


def _each_year(whole: Years, told: Mapping[int, Statement]) -> list[Statement]:
    """Return what each of the years of a whole had, in their order; nothing when one is missing."""
    if whole.last - whole.first >= _MOST_YEARS:
        return []
    parts = [told.get(year) for year in range(whole.first, whole.last + 1)]
    return [part for part in parts if part is not None] if None not in parts else []
