"""Parts that are more than their total: one of them, or all together."""

from __future__ import annotations

from planforge.facts.figures.interval import Interval
from planforge.facts.statement import Statement
from planforge.lint.judging.sums.division import Division


def greater_part(division: Division) -> Statement | None:
    """Return the first part of a total, told as some of it, that is surely greater than it."""
    if division.complete:
        return None
    return next((part for part in division.parts if exceeds(part.interval, division.total.interval)), None)


def exceeds_together(division: Division) -> bool:
    """Whether parts told as some of a total, none of which can hold another, surely come to more than it."""
    return not (division.complete or division.loose) and exceeds(division.sum, division.total.interval)


def exceeds(part: Interval, total: Interval) -> bool:
    """Whether nothing that the part can be is within the total."""
    if part.low is None or total.high is None:
        return False
    return part.low > total.high or (part.low == total.high and (part.low_open or total.high_open))
