"""Draws a panel: bars or a line from nought, the figures beside them, the years below. Lengths are the caller's unit.

Facts are grey, the latest one dark; what is a target is hatched or hollow and named so. No mark needs a colour or a
legend.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planforge.records import record
from planforge.render.charts.panel import Panel, Point, Shape
from planforge.render.measure import width_em

LATEST, EARLIER, HOLLOW, INK = "#404040", "#a6a6a6", "#ffffff", "#000000"
"""Greys far enough apart to be told on any printer; a copy of a copy keeps the hatching."""
_LINE_EM = 1.3  # from one line of words to the next
_BAR_SHARE, _WIDEST_BAR_EM = 0.55, 4.0
_HATCH_EM = 0.45


@record(frozen=True, slots=True)
class Words:
    """A text with its middle at ``x`` and its base line at ``y``; ``heads`` that of a panel's title."""

    x: float
    y: float
    text: str
    heads: bool = False


@record(frozen=True, slots=True)
class Path:
    """Strokes through points, one after the other; closed and filled when there is a ``fill``."""

    strokes: tuple[tuple[tuple[float, float], ...], ...]
    width: float
    fill: str = ""
    dashed: bool = False


Mark = Words | Path


def panel_marks(panel: Panel, shape: Shape, width: float, height: float, size: float) -> list[Mark]:
    """Return the marks of a panel, those behind first.

    Args:
        panel: what is drawn.
        shape: as bars or as a line.
        width: the width of the panel; its left is 0.
        height: the height; its top is 0 and y grows downwards.
        size: the size of the words.
    """
    return list(_Drawing(panel, width, height, size).marks(shape))


class _Drawing:
    def __init__(self, panel: Panel, width: float, height: float, size: float) -> None:
        self.panel, self.width, self.size = panel, width, size
        self.title = _lines(panel.title, width / size)
        self.slot = width / len(panel.points)
        below = 2 if any(point.mark for point in panel.points) else 1
        self.low, self.high = panel.bounds()
        # figures stand above what rises from the axis and below what falls
        self.top = (len(self.title) + 1) * _LINE_EM * size + 0.7 * size
        self.bottom = height - (below * _LINE_EM + 0.2 + (_LINE_EM if self.low < 0 else 0)) * size
        self.foot = height - (below - 1) * _LINE_EM * size - 0.4 * size

    def marks(self, shape: Shape) -> Iterator[Mark]:
        for number, line in enumerate(self.title):
            yield Words(self.width / 2, (number * _LINE_EM + 1) * self.size, line, heads=True)
        yield from self._bars() if shape is Shape.BARS else self._line()
        yield Path((((0.0, self.y(0)), (self.width, self.y(0))),), 0.06 * self.size)
        yield from self._words(0.5 if shape is Shape.BARS else 0.75)

    def x(self, number: int) -> float:
        return (number + 0.5) * self.slot

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def _bars(self) -> Iterator[Mark]:
        half = min(_BAR_SHARE * self.slot, _WIDEST_BAR_EM * self.size) / 2
        for number, point in self._drawn():
            ends = sorted((self.y(0), self.y(float(point.value or 0))))
            left, right = self.x(number) - half, self.x(number) + half
            corners = ((left, ends[0]), (right, ends[0]), (right, ends[1]), (left, ends[1]))
            yield Path((corners,), 0.07 * self.size, self._fill(point))
            if point.mark and ends[1] > ends[0]:
                yield Path(_hatching(left, right, ends[0], ends[1], _HATCH_EM * self.size), 0.05 * self.size)

    def _line(self) -> Iterator[Mark]:
        """A gap where a year has no figure; dashes where the line leads to a target."""
        for (one, before), (two, point) in pairwise(self._drawn()):
            if two == one + 1:
                yield Path((self._between(one, before, two, point),), 0.1 * self.size, dashed=bool(point.mark))
        for number, point in self._drawn():
            x, y, half = self.x(number), self.y(float(point.value or 0)), 0.28 * self.size
            square = ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
            turned = ((x, y - 1.4 * half), (x + 1.4 * half, y), (x, y + 1.4 * half), (x - 1.4 * half, y))
            yield Path((turned if point.mark else square,), 0.07 * self.size, self._fill(point))

    def _between(self, one: int, before: Point, two: int, point: Point) -> tuple[tuple[float, float], ...]:
        return ((self.x(one), self.y(float(before.value or 0))), (self.x(two), self.y(float(point.value or 0))))

    def _words(self, apart: float) -> Iterator[Words]:
        """The words at each year; its figure stands ``apart`` sizes from what is drawn."""
        shown = labelled(self.panel.points, self.slot / self.size)
        for number, point in enumerate(self.panel.points):
            yield Words(self.x(number), self.foot, point.at)
            if point.mark:
                yield Words(self.x(number), self.foot + _LINE_EM * self.size, point.mark)
            if number in shown:
                value = float(point.value or 0)
                offset = apart + 0.7 if value < 0 else -apart
                yield Words(self.x(number), self.y(value) + offset * self.size, point.printed)

    def _fill(self, point: Point) -> str:
        return HOLLOW if point.mark else LATEST if self.panel.is_latest(point) else EARLIER

    def _drawn(self) -> list[tuple[int, Point]]:
        return [(number, point) for number, point in enumerate(self.panel.points) if point.value is not None]


def labelled(points: Sequence[Point], slot_em: float) -> frozenset[int]:
    """Return which points have their figure beside them: all, or so many from the last that no two touch.

    Args:
        points: the points of a panel.
        slot_em: from one point to the next, in sizes of the words.
    """
    found: list[int] = []
    for number in reversed(range(len(points))):
        half = width_em(points[number].printed) / 2
        room = (found[-1] - number) * slot_em - width_em(points[found[-1]].printed) / 2 if found else half + 1
        if half + 0.3 <= room:
            found.append(number)
    return frozenset(found)


def _hatching(
    left: float, right: float, top: float, bottom: float, apart: float
) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return strokes that rise to the right across a rectangle, each cut off at its edges."""
    count = int((right - left + bottom - top) / apart)
    strokes = []
    for along in (apart * number for number in range(1, count + 1)):
        start = (left + max(0.0, along - (bottom - top)), bottom - min(along, bottom - top))
        end = (left + min(along, right - left), bottom - max(0.0, along - (right - left)))
        strokes.append((start, end))
    return tuple(strokes)


def _lines(words: str, room_em: float) -> list[str]:
    """Break words into lines of at most ``room_em``."""
    lines = [""]
    for char in words:
        if lines[-1] and width_em(lines[-1] + char) > room_em:
            lines.append("")
        lines[-1] += char
    return lines
