"""The three changes a plan prints: multiple, growth, mean yearly growth (水平法)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

_DIGITS = 100
"""More than the quotient of two figures of the ledger can have before and behind the point."""


def multiple(base: Decimal, end: Decimal) -> Decimal | None:
    """Return end ÷ base, None when the base is 0."""
    with localcontext() as context:
        context.prec = _DIGITS
        return None if base == 0 else end / base


def growth_rate(base: Decimal, end: Decimal) -> Decimal | None:
    """Return end ÷ base − 1 as a fraction (0.25 is 25 %), None when the base is 0."""
    ratio = multiple(base, end)
    return None if ratio is None else ratio - 1


def mean_growth_rate(base: Decimal, end: Decimal, years: int) -> Decimal | None:
    """Return (end ÷ base)^(1/years) − 1 as a fraction: the 水平法 of the statistical yearbooks.

    None when the base is 0, a value is negative, or there is no year between.
    """
    ratio = multiple(base, end)
    if ratio is None or ratio < 0 or years < 1:
        return None
    with localcontext() as context:
        context.prec = _DIGITS
        return ratio ** (Decimal(1) / years) - 1


def rounded(value: Decimal, places: int) -> str:
    """Return a number with so many places, halves away from zero as 四舍五入 does."""
    with localcontext() as context:
        context.prec = _DIGITS
        return format(value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP), "f")
