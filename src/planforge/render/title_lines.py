"""Breaks a long title into lines by meaning and shape, the same for all outputs.

GB/T 9704 7.3.1: several lines form a trapezium or a rhombus, never a rectangle or an hourglass, and no break may cut
a name, a figure or a word. The words an office wants kept together stand in its manifest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planforge.render.measure import width_em

_NUMERAL = "〇零一二三四五六七八九十百"
_FIXED = (
    r"《[^《》]{1,18}》",
    r"“[^“”]{1,12}”",
    rf"第[{_NUMERAL}]+个五年",
    rf"[{_NUMERAL}]{{2,}}[年月日届次]?",
    r"[0-9A-Za-z][0-9A-Za-z.,%％/〔〕–—-]*[年月日号届次期]?",
)
_BEFORE = "《“（〔("  # may not end a line
_AFTER = "》”）〕)、，。：；的和与及之等"  # may not begin a line
_PLACE = "省市县区乡镇州盟旗"
_BAD_SHAPE, _SHORT_END, _INSIDE, _EACH_LINE, _GOOD_PLACE = 200.0, 60.0, 12.0, 25.0, 20.0
_MOST_LINES = 4


def break_title(text: str, width: float, words: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of a title; ``width`` is the room of a line in characters."""
    if width_em(text) <= width:
        return (text,)
    units = _units(text, [word for word in words if width_em(word) <= width])
    sizes = [width_em(unit) for unit in units]
    fewest = -int(-sum(sizes) // width)
    candidates = [(_cost(sizes, units, cuts), cuts) for cuts in _splits(sizes, fewest, width)]
    if not candidates:
        return _filled(units, width)
    _least, best = min(candidates)
    return tuple("".join(units[a:b]).strip() for a, b in pairwise(best))


def _splits(sizes: Sequence[float], fewest: int, width: float) -> Iterator[tuple[int, ...]]:
    """Yield every way to cut the units into as few lines as possible, or one more; none for a title of many lines."""
    for count in (fewest, fewest + 1):
        if count <= _MOST_LINES:
            yield from _cut_from(sizes, 0, count, width)


def _cut_from(sizes: Sequence[float], start: int, count: int, width: float) -> Iterator[tuple[int, ...]]:
    """Yield the borders of ``count`` lines from the unit ``start`` on; lines that are too long end a branch."""
    if count == 1:
        if sum(sizes[start:]) <= width:
            yield (start, len(sizes))
        return
    for end in range(start + 1, len(sizes)):
        if sum(sizes[start:end]) > width:
            return
        if sum(sizes[end:]) <= (count - 1) * width:
            for rest in _cut_from(sizes, end, count - 1, width):
                yield (start, *rest)


def _filled(units: Sequence[str], width: float) -> tuple[str, ...]:
    """Fill line by line: for titles too long to be shaped."""
    lines = [""]
    for unit in units:
        if lines[-1] and width_em(lines[-1] + unit) > width:
            lines.append("")
        lines[-1] += unit
    return tuple(lines)


def _units(text: str, words: Sequence[str]) -> list[str]:
    """Cut the text into what may not be broken: names, figures, known words, characters with their marks."""
    known = [re.escape(word) for word in sorted(words, key=len, reverse=True)]
    units: list[str] = []
    for unit in re.findall("|".join((*_FIXED, *known, ".")), text, re.DOTALL):
        if units and (unit in _AFTER or units[-1] in _BEFORE):
            units[-1] += unit
        else:
            units.append(unit)
    return units


def _cost(sizes: Sequence[float], units: Sequence[str], cuts: Sequence[int]) -> float:
    widths = [sum(sizes[a:b]) for a, b in pairwise(cuts)]
    cost = 0.3 * (max(widths) - min(widths)) ** 2 + _EACH_LINE * len(widths)
    cost += 0 if _well_shaped(widths) else _BAD_SHAPE
    cost += _SHORT_END if widths[-1] < 5 else 0
    return cost + sum(_cut_cost(units[cut - 1], units[cut]) for cut in cuts[1:-1])


def _cut_cost(left: str, right: str) -> float:
    if left.isspace():
        return -_GOOD_PLACE  # between the names of two organs
    if left.endswith(("印发", "转发", "批转", "的", "、", "》", "”")) or right.startswith("关于"):
        return -_GOOD_PLACE if left.endswith(("印发", "转发", "批转")) else 0
    if len(left) == 1 and left not in _PLACE and len(right) == 1:
        return _INSIDE
    return _INSIDE / 4


def _well_shaped(widths: Sequence[float]) -> bool:
    """Strictly growing, strictly shrinking, or growing and then shrinking."""
    peak = max(range(len(widths)), key=widths.__getitem__)
    rising, falling = widths[: peak + 1], widths[peak:]
    return all(a < b for a, b in pairwise(rising)) and all(a > b for a, b in pairwise(falling))
