"""Intervals with open or closed ends over exact fractions: what a printed figure can stand for.

None as an end means unbounded. Nothing here knows how a figure was written (see `precision`).
"""

from __future__ import annotations

from fractions import Fraction

from planforge.records import record

Number = Fraction | int


@record(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`; an end belongs to it unless it is open or unbounded (None)."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None or self.low < self.high:
            return False
        return self.low > self.high or self.low_open or self.high_open

    @property
    def bounded(self) -> bool:
        """Whether both ends are numbers."""
        return self.low is not None and self.high is not None

    @property
    def exact(self) -> bool:
        """Whether exactly one number lies in it."""
        return self.low is not None and self.low == self.high and not self.empty

    def __contains__(self, number: Number) -> bool:
        return not (_under(number, self.low, self.low_open) or _over(number, self.high, self.high_open))

    def meet(self, other: Interval) -> Interval:
        """Return what lies in both."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, sign=1)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, sign=-1)
        return Interval(low, high, low_open, high_open)

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both: neither lies above the other, and both have numbers."""
        return not (self._above(other) or other._above(self) or self.empty or other.empty)

    def _above(self, other: Interval) -> bool:
        if self.low is None or other.high is None or self.low < other.high:
            return False
        return self.low_open or other.high_open or self.low != other.high

    def within(self, other: Interval) -> bool:
        """Whether every number of this one lies in `other`."""
        return self.empty or self.meet(other) == self

    def hull(self, other: Interval) -> Interval:
        """Return the least interval that holds both; with one that is unbounded it is so too."""
        low, low_open = _wider(self.low, self.low_open, other.low, other.low_open, sign=-1)
        high, high_open = _wider(self.high, self.high_open, other.high, other.high_open, sign=1)
        return Interval(low, high, low_open, high_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Number) -> Interval:
        """Return the interval times a positive factor."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)

    def shifted(self, distance: Number) -> Interval:
        """Return the interval moved by `distance`."""
        return self + exactly(distance)

    def ratio_to(self, base: Interval) -> Interval:
        """Return what this one divided by `base` can be; both must be positive, or ValueError is raised."""
        if base.low is None or base.low <= 0 or self.low is None or self.low < 0:
            raise ValueError("ratios need positive intervals")
        low = Fraction(0) if base.high is None else self.low / base.high
        high = None if self.high is None else self.high / base.low
        low_open = self.low_open or base.high_open or base.high is None
        return Interval(low, high, low_open, self.high_open or base.low_open)


def exactly(number: Number) -> Interval:
    """Return the interval of one number."""
    value = number if isinstance(number, Fraction) else Fraction(number)  # to make another takes long
    return Interval(value, value)


def _under(number: Number, low: Fraction | None, is_open: bool) -> bool:
    return low is not None and (number < low or (is_open and number == low))


def _over(number: Number, high: Fraction | None, is_open: bool) -> bool:
    return high is not None and (number > high or (is_open and number == high))


def _tighter(
    one: Fraction | None, one_open: bool, two: Fraction | None, two_open: bool, *, sign: int
) -> tuple[Fraction | None, bool]:
    """Return the inner one of two low ends (sign 1) or high ends (sign -1)."""
    if one is None or two is None:
        return (two, two_open) if one is None else (one, one_open)
    if one == two:
        return one, one_open or two_open
    return (one, one_open) if (one - two) * sign > 0 else (two, two_open)


def _wider(
    one: Fraction | None, one_open: bool, two: Fraction | None, two_open: bool, *, sign: int
) -> tuple[Fraction | None, bool]:
    """Return the outer one of two low ends (sign -1) or high ends (sign 1)."""
    if one is None or two is None:
        return None, False
    if one == two:
        return one, one_open and two_open
    return (one, one_open) if (one - two) * sign > 0 else (two, two_open)
