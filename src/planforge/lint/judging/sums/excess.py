"""Parts that are more than their total: one of them, or all together."""

from __future__ import annotations

from planforge.facts.figures.interval import Interval
from planforge.facts.statement import Statement
from planforge.lint.judging.sums.additive import can_be_negative
from planforge.lint.judging.sums.division import Division


def greater_part(division: Division) -> Statement | None:
    """Return the first part of a total, told as some of it, that is surely greater than it and cannot rightly be."""
    if division.complete or can_be_negative(division.total):
        return None
    return next((part for part in division.parts if exceeds(part.interval, division.total.interval)), None)


def exceeds_together(division: Division) -> bool:
    """Whether parts told as some of a total, none of which can hold another, surely come to more than it."""
    return not (division.complete or division.loose or can_be_negative(division.total)) and exceeds(
        division.sum, division.total.interval
    )


def exceeds(part: Interval, total: Interval) -> bool:
    """Whether nothing that the part can be is within the total."""
    if part.low is None or total.high is None:
        return False
    return part.low > total.high or (part.low == total.high and (part.low_open or total.high_open))
