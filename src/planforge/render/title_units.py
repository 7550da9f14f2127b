"""Cuts a title into what may not be broken: names, figures, known words, characters with their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.records import record
from planforge.render.measure import width_em

_NUMERAL = "〇零一二三四五六七八九十百"
_FIXED = (
    r"《[^《》]{1,18}》",
    r"“[^“”]{1,12}”",
    rf"第[{_NUMERAL}]+个五年(?:规划|计划)?",
    r"等[0-9]+个?[部单][门位]",
    rf"[{_NUMERAL}]{{2,}}[年月日届次]?",
    r"[0-9A-Za-z][0-9A-Za-z.,%％/〔〕–—-]*[年月日号届次期]?",
)
_BEFORE = "《“（〔("  # may not end a line
_AFTER = "》”）〕)、，。：；的和与及之等"  # may not begin a line
_ABOUT = "关于"  # may not end a line either: it belongs to what follows


@record(frozen=True, slots=True)
class Unit:
    """What may not be broken, and the pieces it begins and ends with: a single character may be half a word."""

    text: str
    first: str
    last: str


def units_of(text: str, width: float, words: Sequence[str]) -> list[Unit]:
    """Return the units of a title, none wider than ``width`` characters."""
    known = [re.escape(word) for word in sorted(words, key=len, reverse=True) if width_em(word) <= width]
    units: list[Unit] = []
    for unit in _found((*_FIXED, *known, "."), text):
        fits = width_em(unit) <= width
        for piece in (unit,) if fits else _found((*known, "."), unit):
            _put(units, piece, width)
    return units


def _found(patterns: Sequence[str], text: str) -> list[str]:
    return re.findall("|".join(patterns), text, re.DOTALL)


def _put(units: list[Unit], piece: str, width: float) -> None:
    """Put a piece behind the units, or into the last one where no line may end between them."""
    before = units[-1].text if units else ""
    joined = units and (piece[0] in _AFTER or before[-1] in _BEFORE or before == _ABOUT)
    if joined and width_em(before + piece) <= width:
        units[-1] = Unit(before + piece, units[-1].first, piece)
    else:
        units.append(Unit(piece, piece, piece))
