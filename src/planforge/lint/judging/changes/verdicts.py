"""Whether a stated change can be true of its base and end, exactly; and whether only as a figure cut off."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.figures.precision import Comparator, Mode
from planforge.facts.relations import annual_fits
from planforge.facts.statement import Statement
from planforge.facts.writing.words import table
from planforge.lint.judging.changes.claim import Claim

_HUNDREDTH = Fraction(1, 100)


class Verdict(Enum):
    """What the base and the end say of a stated change."""

    FITS = "fits"
    TRUNCATED = "truncated"
    CONTRADICTED = "contradicted"


def annual_verdict(claim: Claim, periods: int | None = None) -> Verdict:
    """Return whether a yearly rate can be true, exactly, and whether only as a truncated figure."""
    statement, ratio = claim.statement, claim.ratio
    count = claim.periods if periods is None else periods
    if not annual_fits(ratio, statement.rate, count):
        return Verdict.CONTRADICTED
    rounded = _rounded_rate(statement)
    return Verdict.FITS if rounded is None or annual_fits(ratio, rounded, count) else Verdict.TRUNCATED


def ratio_verdict(claim: Claim) -> Verdict:
    """Return whether a total growth or a multiple can be true, exactly, and whether only as a truncated figure."""
    statement, derived = claim.statement, claim.ratio
    if not statement.ratio.meets(derived):
        return Verdict.CONTRADICTED
    if statement.comparator is not Comparator.EQ or statement.quantity.low is not None:
        return Verdict.FITS
    rounded = _rounded_ratio(statement)
    if rounded.meets(derived):
        return Verdict.FITS
    return Verdict.TRUNCATED if _can_be_cut(claim) else Verdict.CONTRADICTED


def _can_be_cut(claim: Claim) -> bool:
    """Whether a multiple is what the printed figures give, cut off: 12.60÷4.20 are 3, which no cutting makes 2."""
    base, end = claim.base.value, claim.end.value
    whole = claim.statement.kind is Kind.MULTIPLE and claim.statement.quantity.written.unit_in_last_place == 1
    return not whole or base <= 0 or claim.statement.ratio.meets(exactly(end / base))


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
    names = table("roles")["cumulative_method"]
    return claim.periods > 1 and any(name in claim.subject.indicator for name in names)
