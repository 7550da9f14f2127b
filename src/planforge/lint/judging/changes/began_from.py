"""What a change of a period began from, beside what there was then: 到2025年，由18家增加到25家; in 2020 16家."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.linking import says_enough, subject_of
from planforge.facts.statement import Flow, Role, Statement
from planforge.lint.judging.changes.claim import operand
from planforge.lint.judging.changes.from_to import bases_and_ends
from planforge.lint.judging.changes.levels import levels_by_subject
from planforge.plan.model import Period


def began_from_others(book: FactBook) -> Iterator[tuple[Statement, Statement, int]]:
    """Yield each base that names no year with a level that it is not, and the year that both should have.

    What began later than the year before the period may fit a level of a year in between.
    """
    pairs = [(base, end) for base, end in bases_and_ends(book) if _tells_no_year(base)]
    levels = levels_by_subject(book) if pairs else {}
    for base, end in pairs:
        year = _year_before(end, book.period)
        told = _in_between(base, end, year, levels.get(subject_of(base), ())) if year is not None else []
        then = [one for one in told if one.years and one.years.last == year and one.role.done]
        if then and year is not None and not any(one.interval.meets(operand(base)) for one in told):
            yield base, then[0], year


def _tells_no_year(base: Statement) -> bool:
    unsaid = base.years is None or not base.gates.time  # 五年来由18家增加到25家
    named = unsaid and base.role is Role.BASELINE and says_enough(base) and base.gates.name
    return named and base.flow is Flow.STOCK and base.parent is None and not base.builds


def _year_before(end: Statement, period: Period) -> int | None:
    """Return the year that a change which ends with the period, or with the one before, began from."""
    if end.years is None or not end.gates.time:
        return None
    if not end.role.done:
        return period.baseline if end.years.last == period.end else None
    return period.previous if end.years.last == period.baseline else None


def _in_between(base: Statement, end: Statement, year: int, levels: Sequence[Statement]) -> list[Statement]:
    last = end.years.last if end.years else year
    return [
        one
        for one in levels
        if one.flow is Flow.STOCK and one.years and one.years.single and year <= one.years.last < last
        if one.gates.time and not one.builds and one.quantity.unit.comparable(base.quantity.unit)
    ]
