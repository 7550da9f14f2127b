"""A figure that others of the document give by simple arithmetic, whatever they are."""

from __future__ import annotations

from fractions import Fraction

from planforge.facts.figures.interval import Interval
from planforge.facts.statement import Statement
from planforge.lint.judging.words import decimal
from planforge.records import record

_MOST_PLACES = 4
_NEAR = Fraction(1, 50)


@record(frozen=True)
class Reckoned:
    """A stated result with what it is reckoned from.

    Attributes:
        interval: what the operands allow, in the unit of `result`.
        value: the result as the printed operands give it, in that unit.
        how: the reckoning in words: 播种面积120万亩×亩产450公斤.
        called: what a message calls the result where its head alone does not tell it (套均), else "".
    """

    result: Statement
    of: tuple[Statement, ...]
    interval: Interval
    value: Fraction
    how: str
    called: str = ""

    @property
    def fits(self) -> bool:
        """Whether the stated result can be right."""
        return self.interval.meets(self.result.interval)

    @property
    def should(self) -> str:
        """The result as it should be printed, in the unit it is printed in."""
        quantity = self.result.quantity
        value, places = self.value / quantity.written.scale, quantity.written.decimals
        while value and places < _MOST_PLACES and abs(round(value, places) / value - 1) > _NEAR:
            places += 1  # 0.15亿元 is not told as 0.2亿元
        number = decimal(value, places)
        return f"{number}{quantity.scale}{quantity.raw_unit}"


def product(one: Interval, two: Interval) -> Interval:
    """Return what two figures, neither of them below zero, give together."""
    low = (one.low or Fraction(0)) * (two.low or Fraction(0))
    return Interval(low, None if one.high is None or two.high is None else one.high * two.high)
