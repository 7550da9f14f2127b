"""Breaks a long title into lines by meaning and shape, the same for all outputs.

GB/T 9704 7.3.1: several lines form a trapezium or a rhombus, never a rectangle or an hourglass, and no break may cut
a name, a figure or a word. The words an office wants kept together stand in its manifest; `title_units.py` finds them
in a title. Of all ways to cut it the one that costs least is taken, found line by line (dynamic programming).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, count, islice, pairwise

from planforge.records import record
from planforge.render.measure import width_em
from planforge.render.title_units import Unit, units_of

_WHOLE = "省市县区乡镇州盟旗和与及或等"
"""What ends a name or is a word of its own, so that a line may end behind it."""
_BAD_SHAPE, _SHORT_END, _INSIDE, _BESIDE_WORD, _EACH_LINE, _GOOD_PLACE, _UNEVEN = (
    200.0,
    250.0,
    90.0,
    3.0,
    25.0,
    20.0,
    0.6,
)
_ALIKE = 0.5  # ems; lines that differ by no more look equally long
_SHORT = 5.0  # ems; 的通知 and the like are no line
_COUNTS = 2  # as few lines as there must be, or one more


def break_title(text: str, width: float, words: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of a title; ``width`` is the room of a line in characters."""
    if width_em(text) <= width:
        return (text,)
    title = _Title(units_of(text, width, words))
    found = (title.best(lines, width) for lines in count(2))
    _cost, best = min(islice((one for one in found if one), _COUNTS))
    return tuple(title.line(start, end) for start, end in pairwise(best))


@record(frozen=True, slots=True)
class _Way:
    """A way to cut the first units into lines: the borders of the lines, what they cost, whether they get shorter."""

    cost: float
    cuts: tuple[int, ...]
    falling: bool = False


class _Title:
    """A title as the units that may not be broken."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._up_to = list(accumulate((width_em(unit.text) for unit in units), initial=0.0))

    def line(self, start: int, end: int) -> str:
        """Return the words of a line, without the space between two organs at its ends."""
        return "".join(unit.text for unit in self._units[start:end]).strip()

    def best(self, lines: int, width: float) -> tuple[float, tuple[int, ...]] | None:
        """Return the cheapest way into so many lines, its cost before its borders; None when there is none."""
        mean = self._up_to[-1] / lines
        ways = [_Way(0.0, (0,))]
        for left in range(lines - 1, -1, -1):
            cheapest: dict[tuple[int, ...], _Way] = {}
            for longer in (one for way in ways for one in self._longer(way, left, width, mean)):
                state = (*longer.cuts[-2:], longer.falling)
                if state not in cheapest or (longer.cost, longer.cuts) < (cheapest[state].cost, cheapest[state].cuts):
                    cheapest[state] = longer
            ways = list(cheapest.values())
        return min(((way.cost, way.cuts) for way in ways), default=None)

    def _longer(self, way: _Way, left: int, width: float, mean: float) -> Iterator[_Way]:
        """Yield the way with one more line of each possible length; ``left`` lines come behind it."""
        start, all_units = way.cuts[-1], len(self._units)
        for end in range(start + 1, all_units + 1):
            wide = width_em(self.line(start, end))
            if wide > width:
                return
            if (end == all_units) != (left == 0) or self._up_to[-1] - self._up_to[end] > left * (width + 1):
                continue
            above = width_em(self.line(*way.cuts[-2:])) if start else 0.0
            spoilt = bool(start) and (abs(wide - above) <= _ALIKE or (wide > above and way.falling))
            cost = _EACH_LINE + _UNEVEN * (wide - mean) ** 2 + _BAD_SHAPE * spoilt + self._end_cost(end, wide)
            yield _Way(way.cost + cost, (*way.cuts, end), wide < above)

    def _end_cost(self, end: int, wide: float) -> float:
        """Return what it costs that a line of this width ends there."""
        if end < len(self._units):
            return _cut_cost(self._units[end - 1], self._units[end])
        return _SHORT_END if wide < _SHORT else 0.0


def well_shaped(lines: Sequence[str]) -> bool:
    """Return whether the lines of a title grow, shrink, or grow and then shrink, each time visibly (7.3.1)."""
    widths = [width_em(line) for line in lines]
    peak = widths.index(max(widths))
    rising, falling = pairwise(widths[: peak + 1]), pairwise(widths[peak:])
    return all(b - a > _ALIKE for a, b in rising) and all(a - b > _ALIKE for a, b in falling)


def _cut_cost(left: Unit, right: Unit) -> float:
    """Return what it costs to end a line between two units; between single characters there may be a word."""
    if left.text.isspace():
        return -_GOOD_PLACE  # between the names of two organs
    if left.text.endswith(("印发", "转发", "批转", "的", "、", "》", "”")) or right.text.startswith("关于"):
        return -_GOOD_PLACE if left.text.endswith(("印发", "转发", "批转")) else 0
    if len(left.last) == 1 and left.last not in _WHOLE and len(right.first) == 1:
        return _INSIDE
    return _BESIDE_WORD
