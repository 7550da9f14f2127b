"""A total with its parts: what they come to, and which figure can be a part of which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Statement
from planforge.lint.judging.sums.additive import adds_up, taken_off
from planforge.records import record

_LEAST_COVERED = 0.6
"""Parts that cover less of the total evidently leave some out."""


@record(frozen=True)
class Division:
    """A total and parts of it.

    Attributes:
        complete: whether the parts are all of the total.
        said: whether the total is called one (共, 合计) or its parts are so by definition.
        loose: whether one part may hold some of another, so that their sum says little.
        of_years: whether the parts are what each year of the total's had.
    """

    total: Statement
    parts: tuple[Statement, ...]
    complete: bool
    said: bool
    loose: bool = False
    of_years: bool = False

    @property
    def sum(self) -> Interval:
        """What the parts together can be."""
        return summed(-part.interval if counted_twice(part) else part.interval for part in self.parts)

    @property
    def exact_sum(self) -> Fraction:
        """What the parts come to as they are printed."""
        return sum((-part.value if counted_twice(part) else part.value for part in self.parts), Fraction(0))

    @property
    def firm(self) -> bool:
        """Whether every figure is plain."""
        return all(one.comparator is Comparator.EQ for one in (self.total, *self.parts))


def counted_twice(part: Statement) -> bool:
    """Whether a figure is what several parts share, so that it is taken off their sum: 重复计算量0.15亿立方米."""
    return part.indicator.startswith(_TWICE)


_TWICE = ("重复计算", "重复量", "重复水量", "重叠部分", "重复部分")


def summed(intervals: Iterable[Interval]) -> Interval:
    """Return the sum of intervals."""
    result = exactly(0)
    for interval in intervals:
        result = result + interval
    return result


def covered(parts: Sequence[Statement], total: Statement) -> bool:
    """Whether parts make up so much of a total that they are evidently meant to be all of it."""
    return sum(part.value for part in parts) >= total.value * _LEAST_COVERED


def can_be_part(one: Statement, total: Statement) -> bool:
    """Whether a figure can be a part of another by kind, unit and place."""
    same = one.kind.is_amount and total.kind.is_amount and not (one.adds or total.adds) and one.source is total.source
    if not same or one.span.file is not total.span.file or not one.quantity.unit.comparable(total.quantity.unit):
        return False
    if not adds_up(total) or taken_off(one, total):
        return False
    return not left_bracket(total, one)


def left_bracket(first: Statement, later: Statement) -> bool:
    """Whether a figure stands in a bracket that is closed before another begins, which is then of something else."""
    between = first.span.file.text[first.span.end : later.span.start]
    if "）" not in between and ")" not in between:
        return False
    closed = between.count("）") + between.count(")")
    return closed > 0 and closed > between.count("（") + between.count("(")
