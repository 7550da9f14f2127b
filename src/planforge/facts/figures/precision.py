"""From a printed figure to the interval it stands for: rounding, truncation, comparators, 余/多, 近, 约.

Inclusion follows the Civil Code, art. 1259: 以上, 以下, 以内 include the number itself; 超过, 不满 do not. The
readings of 近 and 约 are conventions of this program (docs: numeric consistency).
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from planforge.facts.figures.interval import Interval, exactly
from planforge.records import record


class Comparator(Enum):
    """How a figure bounds what it speaks of; the values are those of the JSON contract."""

    EQ = "eq"
    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"
    APPROX = "approx"

    @property
    def one_sided(self) -> bool:
        """Whether only one side is bounded."""
        return self not in (Comparator.EQ, Comparator.APPROX)


class Approximation(Enum):
    """What sort of nearly: 余/多 after the number, 余/多 after the scale, 近, 约/左右."""

    NONE = ""
    OVER_NUMBER = "over-number"
    OVER_SCALE = "over-scale"
    NEAR = "near"
    ABOUT = "about"


class Mode(Enum):
    """How the author is taken to have shortened figures."""

    EITHER = "either"
    ROUNDED = "rounded"
    TRUNCATED = "truncated"


@record(frozen=True, slots=True)
class Written:
    """A number as written: its value without the scale, digits after the point, scale, and whether it counts things.

    `trailing` is the number of zeros at the end of an integer (150 has one).
    """

    number: Fraction
    decimals: int = 0
    scale: int = 1
    counted: bool = False
    trailing: int = 0

    @property
    def value(self) -> Fraction:
        """The number with its scale."""
        return self.number if self.scale == 1 else self.number * self.scale

    @property
    def unit_in_last_place(self) -> Fraction:
        """What one step of the last printed digit is worth."""
        return Fraction(self.scale, 10**self.decimals)

    @property
    def exact(self) -> bool:
        """Whether it counts things one by one: an integer without 万 or 亿."""
        return self.counted and self.scale == 1 and self.decimals == 0

    @property
    def soft(self) -> bool:
        """Whether it looks like a round count (500家), which may be off by half its last non-zero place."""
        return self.exact and self.trailing >= 2

    def plain(self, mode: Mode = Mode.EITHER) -> Interval:
        """Return what the bare number can stand for."""
        if self.exact:
            return exactly(self.value)
        step, value = self.unit_in_last_place, self.value
        low = value if mode is Mode.TRUNCATED else value - step / 2
        high = value + (step / 2 if mode is Mode.ROUNDED else step)
        return Interval(low, high, high_open=mode is not Mode.ROUNDED)

    def as_operand(self) -> Interval:
        """Return the interval to calculate with: round counts are widened by half their last non-zero place."""
        if not self.soft:
            return self.plain()
        half = Fraction(10**self.trailing, 2)
        return Interval(self.value - half, self.value + half)


def interval_of(written: Written, comparator: Comparator, approximation: Approximation) -> Interval:
    """Return every value the figure admits."""
    match comparator:
        case Comparator.GE:
            return Interval(written.value, None)
        case Comparator.GT:
            return Interval(written.value, None, low_open=True)
        case Comparator.LE:
            return Interval(None, written.value)
        case Comparator.LT:
            return Interval(None, written.value, high_open=True)
        case _:
            return _approximate(written, approximation)


def _approximate(written: Written, approximation: Approximation) -> Interval:
    value = written.value
    match approximation:
        case Approximation.OVER_NUMBER:
            return Interval(value, value + written.scale * 10**written.trailing, high_open=True)
        case Approximation.OVER_SCALE:
            return Interval(value, value + written.unit_in_last_place, high_open=True)
        case Approximation.NEAR:
            return Interval(value * Fraction(9, 10), value, high_open=True)
        case Approximation.ABOUT:
            half = Fraction(written.scale * 10**written.trailing, 2) if not written.decimals else Fraction(0)
            slack = max(abs(value) / 20, half, written.unit_in_last_place / 2)
            return Interval(value - slack, value + slack)
        case Approximation.NONE:
            return written.plain()
