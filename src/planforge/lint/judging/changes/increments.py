"""Stated differences (提高2.1个百分点, 提高1岁) with the base and the end that the document gives for them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.figures.precision import Approximation, Comparator
from planforge.facts.figures.quantity import Form
from planforge.facts.linking import Subject, subject_of
from planforge.facts.relations import annual_fits
from planforge.facts.statement import Flow, Role, Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.lint.judging.changes.claim import Claim
from planforge.lint.judging.changes.from_to import from_to, of_a_part, than_others
from planforge.lint.judging.changes.levels import level_of, levels_by_subject
from planforge.lint.judging.changes.net_changes import is_net, net_from
from planforge.lint.judging.changes.new_to_old import may_be_gone, new_to_old
from planforge.lint.judging.once import once_a_book
from planforge.records import record

_PER_THOUSAND = ("‰", "千分点")


@record(frozen=True)
class Step:
    """A stated difference with its operands; `sure` when all of it was said outright and every figure is plain.

    `periods`: over how many years the difference is spread where it is that of each year.
    """

    statement: Statement
    base: Statement
    end: Statement
    sure: bool
    periods: int = 1

    @property
    def subject(self) -> Subject:
        """What rises or falls."""
        return subject_of(self.end)

    @property
    def derived(self) -> Interval:
        """The differences that base and end allow, a fall counted as positive when a fall is stated."""
        up, down = (self.base, self.end) if self.statement.falls else (self.end, self.base)
        return (_set_or_measured(up) - _set_or_measured(down)).scaled(Fraction(1, self.periods))

    @property
    def fits(self) -> bool:
        """Whether the stated difference can be true."""
        return self.statement.quantity.interval.meets(self.derived)


def _set_or_measured(one: Statement) -> Interval:
    """Return what a level can be; a plain target is set, not measured, and stands for just its number."""
    plain = one.comparator is Comparator.EQ and one.quantity.approximation is Approximation.NONE
    return exactly(one.value) if one.role is Role.TARGET and plain else one.interval


@once_a_book
def steps(book: FactBook) -> tuple[Step, ...]:
    """Return every stated difference of a plan that has a base and an end."""
    return tuple(_find(book))


def _find(book: FactBook) -> Iterator[Step]:
    levels = levels_by_subject(book)
    told: set[int] = set()
    for pair in from_to(book):
        for one in pair.changes:
            if one.kind is Kind.INCREMENT and _same_unit(one, pair.end, pair.base):
                told.add(one.span.start)
                periods = pair.periods if one.flow is Flow.PER_YEAR else 1
                if periods:
                    sure = _plain(one, pair.base, pair.end) and (pair.told or periods == 1)
                    step = Step(one, pair.base, pair.end, sure, periods)
                    if not (one.flow is Flow.FLOW and may_be_gone(one, step.derived)):
                        yield step
    yield from (Step(new, base, end, sure=False) for base, new, end in new_to_old(book, levels))
    for one in book.statements:
        if one.span.start in told:
            continue
        if one.kind is Kind.INCREMENT and not one.referenced and _is_difference(one):
            reckoned = _step(net_from(one, book.period), levels.get(subject_of(one), []))
            if reckoned is not None:
                yield reckoned


def _is_difference(one: Statement) -> bool:
    """Points, and amounts more or less than a named base; 新增5家 is no difference of two levels."""
    if one.source is Source.TABLE:
        return one.base_year is not None
    return one.adds and one.flow is not Flow.PER_YEAR


def _step(one: Statement, levels: list[Statement]) -> Step | None:
    end = _end(one, levels)
    base = _base(one, end, levels) if end is not None else None
    if end is None or base is None or base is end or not _same_unit(one, end, base):
        return None
    if than_others(end, one) or of_a_part(end, one):
        return None
    said = all(each.gates.time for each in (base, end)) and one.gates.name
    return Step(one, base, end, said and _plain(one, base, end))


def _plain(one: Statement, base: Statement, end: Statement) -> bool:
    plain = all(each.comparator is Comparator.EQ for each in (base, end))
    return plain and one.comparator is not Comparator.APPROX


def _end(one: Statement, levels: list[Statement]) -> Statement | None:
    if one.parent is not None and one.parent.kind.is_state and subject_of(one.parent) == subject_of(one):
        return one.parent
    if one.source is not Source.TABLE:
        return _led_to(one, levels) if one.parent is None else None
    return level_of(levels, one, one.years.last) if one.years else None


def _led_to(one: Statement, levels: list[Statement]) -> Statement | None:
    """Return the level that a change leads up to: 提高3.7个百分点，达到10%; 较2015年的186公里增加126公里, of 312."""
    beside = [level for level in levels if level.position == one.position]
    began = any(level.order < one.order and level.years == _year(one.base_year) for level in beside)
    if one.base_year is None or not (one.quantity.form is Form.POINTS or began or is_net(one)):
        return None
    behind = (level for level in beside if level.order > one.order and level.years == one.years)
    return next(behind, None) or (_told_of(one, levels) if began else None)


def _year(year: int | None) -> Years | None:
    return Years(year, year) if year is not None else None


def _told_of(one: Statement, levels: list[Statement]) -> Statement | None:
    """Return what the document tells of the year that a change ends in, where it tells one number only."""
    then = [level for level in levels if level.years == one.years and level.role.done == one.role.done]
    sure = [level for level in then if level.gates.time and not level.builds and level.flow is Flow.STOCK]
    return sure[0] if len({level.value for level in then}) == 1 and sure else None


def _base(one: Statement, end: Statement, levels: list[Statement]) -> Statement | None:
    """Return the level of the base year, or what the same sentence says the change began from."""
    if one.base_year is not None:
        return level_of(levels, one, one.base_year)
    began = [
        level
        for level in levels
        if level.position == end.position and level.order < end.order and level.years != end.years and level.years
    ]
    return began[-1] if began and one.source is not Source.TABLE else None


def _same_unit(one: Statement, end: Statement, base: Statement) -> bool:
    if one.quantity.form in (Form.POINTS, Form.PERCENT):
        both = end.quantity.form is Form.PERCENT and base.quantity.form is Form.PERCENT
        return both and len({each.quantity.unit.name in _PER_THOUSAND for each in (one, end, base)}) == 1
    return one.quantity.unit.comparable(end.quantity.unit) and base.quantity.unit.comparable(end.quantity.unit)


def in_points(claim: Claim) -> bool:
    """Whether a change stated in % is the difference of two percentages and not their ratio."""
    statement = claim.statement
    if statement.quantity.form is not Form.PERCENT or claim.end.quantity.form is not Form.PERCENT:
        return False
    if statement.kind is Kind.GROWTH_TOTAL:
        true = statement.ratio.meets(claim.ratio)
    elif statement.kind is Kind.GROWTH_ANNUAL:
        true = annual_fits(claim.ratio, statement.rate, claim.periods)
    else:
        return False
    return not true and _difference(claim)


def _difference(claim: Claim) -> bool:
    base, end = claim.operands
    up, down = (base, end) if claim.statement.falls else (end, base)
    points = up - down
    stated = claim.statement.quantity.interval
    return stated.meets(points) or (
        claim.statement.kind is Kind.GROWTH_ANNUAL and stated.meets(points.scaled(Fraction(1, claim.periods)))
    )
