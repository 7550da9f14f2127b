"""A figure with its unit, as read from a text: value, precision, comparator, place.

What it speaks of, when, and in which role is for `statements`; this module only understands the figure itself.
"""

from __future__ import annotations

from enum import Enum

from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Approximation, Comparator, Written, interval_of
from planforge.facts.figures.units import Unit
from planforge.records import record


class Form(Enum):
    """What sort of figure it is by its looks."""

    AMOUNT = "amount"
    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"
    DOUBLINGS = "doublings"
    RANK = "rank"
    BARE = "bare"


@record(frozen=True, slots=True)
class Quantity:
    """A figure: [start, end) in the reading it was found in, all its words included; `number_at` is its number alone.

    `scale` is the scale as written (“万”); `written.number` times the scale is the value in `unit`.
    """

    start: int
    end: int
    number_at: tuple[int, int]
    literal: str
    form: Form
    written: Written
    scale: str
    unit: Unit
    raw_unit: str
    comparator: Comparator
    approximation: Approximation
    low: Written | None = None

    @property
    def interval(self) -> Interval:
        """Every value the figure admits."""
        high = interval_of(self.written, self.comparator, self.approximation)
        if self.low is None:
            return high
        low = interval_of(self.low, Comparator.EQ, Approximation.NONE)
        return Interval(low.low, high.high, low.low_open, high.high_open)

    @property
    def is_mean(self) -> bool:
        """Whether it counts parts of persons or things, as only a mean does (注册护士3.8人); 3.8万人 does not."""
        return self.unit.counts and self.written.decimals > 0 and not self.scale
