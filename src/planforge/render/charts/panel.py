"""What a chart of the page is made of: panels, each one indicator with its points."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from planforge.records import record


class Shape(StrEnum):
    """How the points are drawn; the values are those of the vocabulary."""

    BARS = "bars"
    LINES = "lines"


@record(frozen=True, slots=True)
class Point:
    """A figure as printed, and the value it is drawn at; None where nothing can be drawn.

    ``at`` and ``mark`` stand below the axis: the year, and 目标 for what is not reached yet; a point with a ``mark``
    is drawn hollow.
    """

    at: str
    printed: str
    value: Decimal | None = None
    mark: str = ""


@record(frozen=True, slots=True)
class Panel:
    """One indicator: its name with the unit, and ``alt``, the same in words."""

    title: str
    alt: str
    points: tuple[Point, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the drawing but its title: below the axis, and beside what is drawn."""
        return tuple(text for point in self.points for text in (point.at, point.mark, point.printed))

    def is_latest(self, point: Point) -> bool:
        """Whether this is the last known fact, where things stand now."""
        facts = [one for one in self.points if one.value is not None and not one.mark]
        return bool(facts) and facts[-1] is point

    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest value of the axis; nought is always on it, so that lengths compare as figures."""
        values = [float(point.value) for point in self.points if point.value is not None]
        low, high = min([0.0, *values]), max([0.0, *values])
        return (low, high) if low < high else (0.0, 1.0)
