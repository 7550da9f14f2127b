"""Can a base, an end and a stated change all be true? Exact tests, and what would fit.

Growth by the year is the geometric mean (水平法): end = base·(1 + r)^n. The tests compare b·(1 + r)^n with e and so
need no roots; roots are only taken for showing a rate, with decimal arithmetic.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache, lru_cache

from planforge.facts.figures.interval import Interval, exactly
from planforge.records import record

_DIGITS = 40


@record(frozen=True, slots=True)
class Span:
    """A derived range for showing: low and high as decimals; high is None when unbounded."""

    low: Decimal
    high: Decimal | None


def positive(*operands: Interval) -> bool:
    """Whether every operand is surely above zero; growth of anything else is not defined."""
    return all(operand.low is not None and operand.low > 0 for operand in operands)


def end_after(base: Interval, rate: Interval, periods: int) -> Interval:
    """Return every end that `base` can reach at a yearly `rate` over `periods` years."""
    low = None if rate.low is None else (base.low or Fraction(0)) * (1 + rate.low) ** periods
    high = None if rate.high is None or base.high is None else base.high * (1 + rate.high) ** periods
    return Interval(low, high, base.low_open or rate.low_open, base.high_open or rate.high_open)


def base_before(end: Interval, rate: Interval, periods: int) -> Interval:
    """Return every base that reaches `end` at a yearly `rate` over `periods` years."""
    low = None if rate.high is None else (end.low or Fraction(0)) / (1 + rate.high) ** periods
    high = None if rate.low is None or end.high is None else end.high / (1 + rate.low) ** periods
    return Interval(low, high, end.low_open or rate.high_open, end.high_open or rate.low_open)


def annual_fits(ratio: Interval, rate: Interval, periods: int) -> bool:
    """Whether some ratio of end to base and some rate of the two ranges satisfy ratio = (1 + rate)^periods."""
    return end_after(exactly(1), rate, periods).meets(ratio)


def mean_growth(ratio: Interval, periods: int) -> Span:
    """Return the yearly rates that lead to a ratio of end to base, as fractions for showing."""
    high = None if ratio.high is None else root(ratio.high, periods) - 1
    return Span(root(ratio.low or Fraction(0), periods) - 1, high)


@lru_cache(maxsize=64)  # the parts of one message ask for the same
def root(value: Fraction, degree: int) -> Decimal:
    """Return the positive root of a fraction to 40 digits."""
    with localcontext() as context:
        context.prec = _DIGITS
        number = Decimal(value.numerator) / Decimal(value.denominator)
        return number ** (Decimal(1) / degree) if number else Decimal(0)


@cache
def _log_of_two() -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        return Decimal(2).ln()


@lru_cache(maxsize=64)
def log2(value: Fraction) -> Decimal:
    """Return the binary logarithm of a positive fraction, for showing and for 翻N番."""
    with localcontext() as context:
        context.prec = _DIGITS
        number = Decimal(value.numerator) / Decimal(value.denominator)
        return number.ln() / _log_of_two()


def whole_numbers(interval: Interval, limit: int = 3) -> list[int]:
    """Return the integers of a bounded interval when there are at most `limit` of them, else none."""
    if interval.low is None or interval.high is None:
        return []
    first = -(-interval.low.numerator // interval.low.denominator)
    last = interval.high.numerator // interval.high.denominator
    found = [number for number in range(first, min(last, first + limit) + 1) if number in interval]
    return found if len(found) <= limit and last - first <= limit else []
