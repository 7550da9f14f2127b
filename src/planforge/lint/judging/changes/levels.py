"""The levels that base and end of a change can be: of what, and of which year."""

from __future__ import annotations

from collections.abc import Mapping

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.linking import Subject, subject_of
from planforge.facts.statement import Flow, Role, Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.lint.judging.once import once_a_book

_OF_PERIODS = (Kind.GROWTH_TOTAL, Kind.MULTIPLE)


@once_a_book
def levels_by_subject(book: FactBook) -> Mapping[Subject, list[Statement]]:
    """Return the levels with a year and a name, by what they are said of."""
    return _by_subject(book)


def _by_subject(book: FactBook) -> dict[Subject, list[Statement]]:
    found: dict[Subject, list[Statement]] = {}
    for statement in book.statements:
        if statement.kind.is_state and statement.flow is not Flow.PER_YEAR and statement.years and statement.indicator:
            found.setdefault(subject_of(statement), []).append(statement)
    return found


def level_of(levels: list[Statement], claim: Statement, year: int) -> Statement | None:
    """Return the level of a year: in the row of the claim, else a table's, the ledger's, or the first in prose.

    Of a table that gives both, what was reached and not what had been planned.
    """
    fitting = [one for one in levels if one.years and one.years.single and one.years.last == year]
    if claim.source is Source.TABLE:
        row = [
            one
            for one in fitting
            if (one.position.passage, one.position.row) == (claim.position.passage, claim.position.row)
        ]
        return _beside(row, claim) if row else None
    if claim.source is Source.LEDGER:
        return next((one for one in fitting if one.source is Source.LEDGER), None)
    order = {Source.TABLE: 0, Source.LEDGER: 1}
    return min(
        fitting, key=lambda one: (order.get(one.source, 2), _other_role(one, claim, year), one.order), default=None
    )


def _other_role(level: Statement, claim: Statement, year: int) -> bool:
    """Whether a cell tells what was planned where a change began, or is not of the role of what it led to."""
    reached = claim.role.done or claim.years is None or year != claim.years.last
    return level.source is Source.TABLE and level.role.done is not reached


def sums_up(level: Statement) -> bool:
    """Whether a level is what several years together had: “十三五”期间，累计完成投资286亿元."""
    return level.flow is Flow.FLOW and level.years is not None and not level.years.single


def base_of(levels: list[Statement], claim: Statement, end: Statement | None) -> Statement | None:
    """Return what a change began from: of a sum over years what the period before had, else the level of a year."""
    if end is not None and sums_up(end):
        return period_before(levels, claim, end)
    beside = _period_beside(levels, claim, end) if end is not None else None
    year = claim.base_year
    base = beside or (level_of(levels, claim, year) if year is not None else None)
    if base is not None or end is None or end.years is None or end.years.single:
        return base
    before = period_before(levels, claim, end)  # “十四五”期间规划投资46亿元，比“十三五”期间增长63%
    return before if before is not None and sums_up(before) else None


def _period_beside(levels: list[Statement], claim: Statement, end: Statement) -> Statement | None:
    """Return what a period of several years had, told between an end and its growth: 比“十三五”的28亿元增长64%."""
    if claim.kind not in _OF_PERIODS or claim.source is Source.TABLE:
        return None
    between = (one for one in levels if end.span.end <= one.span.start and one.span.end <= claim.span.start)
    told = (one for one in between if one.role is Role.BASELINE and one.position == claim.position == end.position)
    return next((one for one in told if one.years and not one.years.single and one.years.last == claim.base_year), None)


def period_before(levels: list[Statement], claim: Statement, end: Statement) -> Statement | None:
    """Return what a period as long as that of the end had, which ended in the base year: 比“十二五”增长67%."""
    if end.years is None or claim.kind not in _OF_PERIODS or claim.source is Source.TABLE:
        return None
    first, last = end.years.first, end.years.last
    years = Years(2 * first - last - 1, first - 1)
    fitting = [one for one in levels if one.years == years and claim.base_year == years.last]
    return fitting[0] if len({one.value for one in fitting}) == 1 else None


def _beside(row: list[Statement], claim: Statement) -> Statement:
    """Return the level that a rate in its row goes with: of a target and what was reached, the one in the same role."""
    before = [one for one in row if one.position.column < claim.position.column]
    return max(before or row, key=lambda one: (one.role.done == claim.role.done, one.position.column))
