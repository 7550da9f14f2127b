"""The sum of the parts of a total as messages tell it; what they share is taken off: 21.5＋12.7－4.1＝30.1."""

from __future__ import annotations

from planforge.lint.judging.sums.division import Division, counted_twice
from planforge.lint.judging.words import exactly_and_rounded, shown


def sum_of_parts(division: Division) -> str:
    """Return the parts, what they come to and what rounding leaves open, in units of the total.

    Where a part is written in another unit (户 beside 万户), all are told with theirs.
    """
    total, mixed = division.total.quantity, _in_other_units(division)
    signs = ("－" if counted_twice(part) else "＋" for part in division.parts)
    figures = (shown(part) if mixed else part.literal for part in division.parts)
    terms = "".join(sign + figure for sign, figure in zip(signs, figures, strict=True)).lstrip("＋")
    unit = f"{total.scale}{total.raw_unit}" if mixed else ""
    return f"{terms}＝{exactly_and_rounded(division.exact_sum, division.sum, total.written.scale, unit)}"


def _in_other_units(division: Division) -> bool:
    return any(part.quantity.written.scale != division.total.quantity.written.scale for part in division.parts)
