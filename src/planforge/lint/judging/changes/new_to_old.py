"""What there was, what is new and what there is then: 截至2020年底…186家 / 新增63家 / 到2025年…279家.

Firms close and schools merge, so there may be less than both together; more there cannot be. Only what is net (净增)
and what stays once it is there (床位, 里程) must give the end exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Approximation
from planforge.facts.linking import Subject, says_enough, subject_of
from planforge.facts.statement import Flow, Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.lint.judging.changes.claim import operand
from planforge.patterns import expression
from planforge.plan.model import Period

_NET = ("净增",)
_STAYS = expression("床位|里程|泊位|能力|机位|停车位|绿地面积")
_OF_EACH_YEAR = expression("(?<![存有总容])量$|(?<!余)额$|收入$|值$|投资$|支出$|利润$|税收$|人次$|就业$")
"""What each year has anew (专利授权量); what is new in five years is no more of it."""
_MOST = 4
"""So many places of a base and of an end are held against what is new."""


def new_to_old(
    book: FactBook, levels: Mapping[Subject, Sequence[Statement]]
) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield what is new with a base and an end, where none of those that the plan tells fit it."""
    for new in book.statements:
        years = _years(new, book.period) if _is_new(new) else None
        if years is None:
            continue
        told = _states(levels.get(subject_of(new), ()), new, years)
        bases = [one for one in told if one.role.done and one.years and one.years.last == years.first - 1][:_MOST]
        ends = [one for one in told if one.role.done == new.role.done and one.years and one.years.last == years.last]
        pairs = [(base, end) for base in bases for end in ends[:_MOST] if not base.builds or _in_all(end)]
        if pairs and not any(_can_be(base, new, end) for base, end in pairs):
            yield pairs[0][0], new, pairs[0][1]


def _is_new(one: Statement) -> bool:
    new = one.kind is Kind.INCREMENT and one.flow is Flow.FLOW and not one.adds and not one.falls
    prose = one.source is not Source.TABLE and not one.referenced and one.parent is None
    stock = _OF_EACH_YEAR.search(one.indicator) is None
    return new and prose and stock and one.gates.name and one.indicator != ""


def _sure(new: Statement) -> bool:
    """Whether name and time of something new are said so well that its base and its end may stand anywhere."""
    return new.gates.time and says_enough(new)


def _years(new: Statement, period: Period) -> Years | None:
    """Return the years that something new adds up over; a deadline of the plan ends its whole period."""
    if new.years is None or not (new.until and new.years.single):
        return new.years
    whole = not new.role.done and new.years.last == period.end and period.start is not None
    return Years(period.start, new.years.last) if whole and period.start is not None else None


def _states(levels: Sequence[Statement], new: Statement, years: Years) -> list[Statement]:
    """Return what there was and is of something new: where its time is not said, the end stands in its sentence.

    新建15.6万亩，总面积由22.6万亩扩大到38.2万亩; then a base elsewhere is the only one told for its year.
    """
    states = [one for one in levels if _is_state(one, new)]
    if _sure(new):
        return [one for one in states if one.gates.time and (one.gates.name or one.position == new.position)]
    near = [one for one in states if one.position == new.position and one.years == Years(years.last, years.last)]
    before = [one for one in states if one.years == Years(years.first - 1, years.first - 1) and one.role.done]
    same = [one for one in before if one.position == new.position] or before
    return [*same, *near] if near and len({one.value for one in same}) == 1 else []


def _is_state(one: Statement, new: Statement) -> bool:
    state = one.kind.is_state and one.flow is Flow.STOCK and not one.referenced and (not one.builds or _in_all(one))
    single = one.years is not None and one.years.single and one.parent is None
    return state and single and one.quantity.unit.comparable(new.quantity.unit)


def _in_all(one: Statement) -> bool:
    """Whether a figure is all that was done up to its year: 累计建成32.5万亩 and 累计达到37.5万亩 are of one measure.

    Below 五年来 it may be what those years did.
    """
    if "累计" not in one.quote.text:
        return False
    text, end = one.span.file.text, one.span.start
    begin = max(text.rfind("\n", 0, end), end - _FURTHEST, 0)
    return _OF_SEVERAL_YEARS.search(text, begin, end) is None


_FURTHEST = 300
_OF_SEVERAL_YEARS = expression("[三五]年[来间累]|以来|期间|时期|[三五]年共")


def _can_be(base: Statement, new: Statement, end: Statement) -> bool:
    """Whether the end can be what base and new give, or less where something may have gone."""
    together, then = _about(base) + _about(new), _about(end)
    return together.meets(then) or (not _stays(new) and _passes(together, then))


def may_be_gone(new: Statement, difference: Interval) -> bool:
    """Whether more is new than base and end differ by, of things that may close or merge."""
    return not _stays(new) and _passes(new.quantity.interval, difference)


def _stays(new: Statement) -> bool:
    return new.action in _NET or _STAYS.search(new.indicator) is not None


def _passes(one: Interval, two: Interval) -> bool:
    return one.low is not None and two.high is not None and one.low >= two.high


def _about(one: Statement) -> Interval:
    """Return what a figure can be to calculate with; a round number that is aimed at is half a step off."""
    found, written = operand(one), one.quantity.written
    plain = one.quantity.approximation is Approximation.NONE and found.bounded
    if one.role.done or not written.trailing or not plain:
        return found
    half = Fraction(written.scale * 10**written.trailing, 2)
    return found + Interval(-half, half)
