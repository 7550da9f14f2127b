"""Breaks a long title into lines by meaning and shape, the same for all outputs.

GB/T 9704 7.3.1: several lines form a trapezium or a rhombus, never a rectangle or an hourglass, and no break may cut
a name, a figure or a word. The words an office wants kept together stand in its manifest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

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
_BAD_SHAPE, _SHORT_END, _INSIDE, _MORE_LINES, _GOOD_PLACE = 200.0, 60.0, 12.0, 25.0, 20.0


def break_title(text: str, width: float, words: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of a title; ``width`` is the room of a line in characters."""
    if width_em(text) <= width:
        return (text,)
    units = _units(text, words)
    fewest = -int(-width_em(text) // width)
    best: tuple[float, tuple[str, ...]] | None = None
    for count in (fewest, fewest + 1):
        for cuts in combinations(range(1, len(units)), count - 1):
            lines = tuple("".join(units[a:b]) for a, b in pairwise((0, *cuts, len(units))))
            if max(map(width_em, lines)) <= width:
                cost = _cost(lines, [(units[cut - 1], units[cut]) for cut in cuts]) + (count - fewest) * _MORE_LINES
                best = min(best or (cost, lines), (cost, lines))
        if len(units) > 60:
            break
    return best[1] if best else (text,)


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


def _cost(lines: Sequence[str], cuts: Sequence[tuple[str, str]]) -> float:
    widths = [width_em(line) for line in lines]
    cost = 0.3 * (max(widths) - min(widths)) ** 2
    cost += 0 if _well_shaped(widths) else _BAD_SHAPE
    cost += _SHORT_END if widths[-1] < 5 else 0
    return cost + sum(_cut_cost(left, right) for left, right in cuts)


def _cut_cost(left: str, right: str) -> float:
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
