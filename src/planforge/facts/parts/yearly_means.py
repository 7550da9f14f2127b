"""A yearly mean beside the sum it is spread from: 五年投资3000亿元，年均600亿元，其中…; parts are of the sum.

Whether the sum is right for the mean is asked elsewhere; here a sum only has to be of its size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from planforge.facts.statement import Flow, Statement
from planforge.patterns import expression

_LEAST_YEARS = 3
_LEAST, _MOST = Fraction(1, 2), Fraction(2)
"""A sum over n years is between n/2 and 2n of its means, so that a slip in either does not hide which is which."""


def sum_of_mean(mean: Statement, beside: Iterable[Statement]) -> Statement | None:
    """Return what a yearly mean is spread from, of the levels `beside` it; None for what is no mean or told alone."""
    if mean.flow is not Flow.PER_YEAR:
        return None
    return next((one for one in beside if _of_same(one, mean) and (one.flow is Flow.FLOW or _sums(one, mean))), None)


def divided(level: Statement, beside: Iterable[Statement], part: Fraction) -> Statement:
    """Return what 其中 right behind a level divides for a part of that value: for a mean the sum it is spread from.

    每年培训1200人，其中女性500人 tells of each year, unless a part is more than that.
    """
    quote = level.quote
    each = level.flow is Flow.PER_YEAR and _EACH.search(quote.file.text, quote.start, quote.end) is not None
    if each and part <= level.value:
        return level
    return sum_of_mean(level, beside) or level


_EACH = expression("(?<!平均)每年(?!平均)")


def without_means(levels: Iterable[Statement]) -> Iterator[Statement]:
    """Yield levels without the yearly means of others among them: 每年实施20项，三年累计60项。其中，…."""
    told = tuple(levels)
    return (one for one in told if sum_of_mean(one, told) is None)


def _of_same(one: Statement, mean: Statement) -> bool:
    same = one.position == mean.position and one.indicator == mean.indicator and one.flow is not Flow.PER_YEAR
    levels = one.kind.is_amount and not one.adds
    return same and levels and one.quantity.unit.comparable(mean.quantity.unit)


def _sums(one: Statement, mean: Statement) -> bool:
    """Whether a level not called a sum is as much as several years of the mean have; a mean of levels is not."""
    count = mean.years.last - mean.years.first + 1 if mean.years is not None else 0
    if count < _LEAST_YEARS or not mean.value:
        return False
    return _LEAST * count <= one.value / mean.value <= _MOST * count
