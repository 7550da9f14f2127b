"""The sum of the parts of a total as messages tell it; what they share is taken off: 21.5＋12.7－4.1＝30.1."""

from __future__ import annotations

from planforge.lint.judging.sums.division import Division, counted_twice
from planforge.lint.judging.words import exactly_and_rounded


def sum_of_parts(division: Division) -> str:
    """Return the parts, what they come to and what rounding leaves open, in units of the total."""
    signs = ("－" if counted_twice(part) else "＋" for part in division.parts)
    terms = "".join(sign + part.literal for sign, part in zip(signs, division.parts, strict=True)).lstrip("＋")
    return f"{terms}＝{exactly_and_rounded(division.exact_sum, division.sum, division.total.quantity.written.scale)}"
