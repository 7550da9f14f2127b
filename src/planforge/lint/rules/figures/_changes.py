"""Stated changes (年均增长, 增长x%, 是…的k倍, 翻N番) with the base and the end that the document gives for them.

In a table the base and the end stand in the same row; in prose the end is the figure the change was said of. A change
without both is not checked. What two places say twice is one `Claim`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from weakref import WeakKeyDictionary

from planforge.facts.book import FactBook
from planforge.facts.growth import Kind
from planforge.facts.interval import Interval
from planforge.facts.linking import Subject, subject_of
from planforge.facts.precision import Comparator, Mode
from planforge.facts.relations import annual_fits, positive
from planforge.facts.statement import Flow, Source, Statement
from planforge.facts.words import table
from planforge.lint.rules.figures._from_to import FromTo, from_to

_HUNDREDTH = Fraction(1, 100)
_LEVELS = frozenset({Kind.LEVEL, Kind.SHARE})


class Verdict(Enum):
    """What the base and the end say of a stated change."""

    FITS = "fits"
    TRUNCATED = "truncated"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True)
class Claim:
    """A stated change with its operands.

    Attributes:
        places: every statement of it; the first is the one to mend first.
        periods: the years between base and end.
        sure: whether everything it leans on was said outright and no operand is a round count.
    """

    places: tuple[Statement, ...]
    base: Statement
    end: Statement
    periods: int
    sure: bool

    @property
    def statement(self) -> Statement:
        """The statement that is checked."""
        return self.places[0]

    @property
    def subject(self) -> Subject:
        """What grows."""
        return subject_of(self.statement)

    @property
    def operands(self) -> tuple[Interval, Interval]:
        """Base and end as ranges to calculate with."""
        return operand(self.base), operand(self.end)


def operand(statement: Statement) -> Interval:
    """Return the range of a level for calculating: round counts are widened."""
    if statement.comparator is Comparator.EQ and statement.quantity.low is None:
        return statement.quantity.written.as_operand()
    return statement.interval


_FOUND: WeakKeyDictionary[FactBook, tuple[Claim, ...]] = WeakKeyDictionary()


def claims(book: FactBook) -> tuple[Claim, ...]:
    """Return every stated change of a plan that has a base and an end."""
    if book not in _FOUND:
        _FOUND[book] = tuple(_find(book))
    return _FOUND[book]


def _find(book: FactBook) -> Iterator[Claim]:
    told: set[int] = set()
    for pair in from_to(book):
        for change in pair.changes:
            told.add(change.span.start)
            yield from _of_pair(pair, change)
    yield from _of_document(book, told)


def _of_pair(pair: FromTo, change: Statement) -> Iterator[Claim]:
    """Yield the claim of a change whose base and end stand right before it."""
    base, end = pair.base, pair.end
    yearly = change.kind is Kind.GROWTH_ANNUAL
    named = replace(change, indicator=end.indicator, tier=end.tier, scope=end.scope)
    if not change.kind.is_change or _beyond_reckoning(named) or (yearly and not pair.periods):
        return
    if positive(operand(base), operand(end)):
        firm = all(_firm(one) for one in (base, end)) and change.comparator is not Comparator.APPROX
        yield Claim((named,), base, end, pair.periods or 1, firm and (pair.told or not yearly))


def _of_document(book: FactBook, told: set[int]) -> Iterator[Claim]:
    """Yield the claims whose base stands elsewhere in the document."""
    said: dict[tuple[object, ...], list[Statement]] = {}
    for statement in book.statements:
        if statement.span.start in told and statement.source is Source.PROSE:
            continue
        if statement.kind.is_change and statement.indicator and statement.years and not _beyond_reckoning(statement):
            end = statement.parent.value if statement.parent else None
            same = (
                subject_of(statement),
                statement.kind,
                statement.base_year,
                statement.years.last,
                statement.value,
                end,
            )
            said.setdefault(same, []).append(statement)
    levels = levels_by_subject(book)
    for places in said.values():
        claim = _claim(tuple(places), levels.get(subject_of(places[0]), []))
        if claim is not None:
            yield claim


def _beyond_reckoning(statement: Statement) -> bool:
    """Whether the printed values do not give the change: a reference, constant prices, a comparable basis."""
    constant = table("roles")["constant_prices"]
    name = statement.indicator
    real = name.endswith(tuple(constant["ends"])) or name.startswith(tuple(constant["starts"]))
    return statement.referenced or statement.adjusted or real


def levels_by_subject(book: FactBook) -> dict[Subject, list[Statement]]:
    found: dict[Subject, list[Statement]] = {}
    for statement in book.statements:
        if (
            statement.kind in _LEVELS
            and statement.flow is not Flow.PER_YEAR
            and statement.years
            and statement.indicator
        ):
            found.setdefault(subject_of(statement), []).append(statement)
    return found


def _claim(places: tuple[Statement, ...], levels: list[Statement]) -> Claim | None:
    first = places[0]
    if first.base_year is None or first.years is None or first.base_year >= first.years.last:
        return None
    base = level_of(levels, first, first.base_year)
    end = first.parent if _is_end(first) else level_of(levels, first, first.years.last)
    if base is None or end is None or base is end or not base.quantity.unit.comparable(end.quantity.unit):
        return None
    if not positive(operand(base), operand(end)):
        return None
    return Claim(places, base, end, first.years.last - first.base_year, _sure(first, base, end))


def _is_end(claim: Statement) -> bool:
    parent = claim.parent
    return parent is not None and parent.kind in _LEVELS and subject_of(parent) == subject_of(claim)


def level_of(levels: list[Statement], claim: Statement, year: int) -> Statement | None:
    """Return the level of a year: in the row of the claim, else a table's, the ledger's, or the first in prose."""
    fitting = [one for one in levels if one.years and one.years.single and one.years.last == year]
    if claim.source is Source.TABLE:
        row = [
            one
            for one in fitting
            if (one.position.passage, one.position.row) == (claim.position.passage, claim.position.row)
        ]
        return row[0] if row else None
    if claim.source is Source.LEDGER:
        return next((one for one in fitting if one.source is Source.LEDGER), None)
    order = {Source.TABLE: 0, Source.LEDGER: 1}
    return min(fitting, key=lambda one: (order.get(one.source, 2), one.order), default=None)


def _sure(claim: Statement, base: Statement, end: Statement) -> bool:
    explicit = claim.gates.base and claim.gates.name and all(one.gates.time and one.gates.name for one in (base, end))
    exact = claim.comparator is not Comparator.APPROX and all(_firm(one) for one in (base, end))
    return explicit and exact


def _firm(statement: Statement) -> bool:
    return statement.comparator is Comparator.EQ and not statement.quantity.written.soft


def annual_verdict(claim: Claim, periods: int | None = None) -> Verdict:
    """Return whether a yearly rate can be true, exactly, and whether only as a truncated figure."""
    base, end = claim.operands
    statement = claim.statement
    count = claim.periods if periods is None else periods
    if not annual_fits(base, end, statement.rate, count):
        return Verdict.CONTRADICTED
    rounded = _rounded_rate(statement)
    return Verdict.FITS if rounded is None or annual_fits(base, end, rounded, count) else Verdict.TRUNCATED


def ratio_verdict(claim: Claim) -> Verdict:
    """Return whether a total growth or a multiple can be true, exactly, and whether only as a truncated figure."""
    base, end = claim.operands
    statement = claim.statement
    derived = end.ratio_to(base)
    if not statement.ratio.meets(derived):
        return Verdict.CONTRADICTED
    if statement.comparator is not Comparator.EQ or statement.quantity.low is not None:
        return Verdict.FITS
    rounded = _rounded_ratio(statement)
    return Verdict.FITS if rounded.meets(derived) else Verdict.TRUNCATED


def _rounded_rate(statement: Statement) -> Interval | None:
    if statement.comparator is not Comparator.EQ or statement.quantity.low is not None:
        return None
    rate = statement.quantity.written.plain(Mode.ROUNDED).scaled(_HUNDREDTH)
    return (
        Interval(-rate.high, -rate.low) if statement.falls and rate.high is not None and rate.low is not None else rate
    )


def _rounded_ratio(statement: Statement) -> Interval:
    rounded = statement.quantity.written.plain(Mode.ROUNDED)
    if statement.kind is Kind.MULTIPLE or (statement.adds and statement.quantity.unit.name == "倍"):
        return rounded.shifted(1) if statement.adds else rounded
    return (_rounded_rate(statement) or rounded).shifted(1)


def cumulative_method(claim: Claim) -> bool:
    """Whether statistics reckon the indicator's mean growth by another method than the geometric mean."""
    return any(name in claim.subject.indicator for name in table("roles")["cumulative_method"])
