"""Heads of tables on two rows, put together column by column: 2025年 above 目标值, 利润总额 above 1—2月."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.figures.units import split_scale, unit_of
from planforge.facts.tables.head_units import YEAR, is_unit, unit_in, without_unit
from planforge.facts.times.season_words import PART_OF_YEAR
from planforge.patterns import expression

_LONGEST_UNIT = 4
_FIGURE = expression(r"\d")


def heads_at(words: Sequence[Sequence[str]], at: int) -> Iterator[tuple[list[str], int]]:
    """Yield the head at a line: together with the line below when that one carries on the head, else alone."""
    first = words[at]
    if at + 1 < len(words) and _goes_on(first, words[at + 1]):
        yield _together(first, words[at + 1]), at + 2
    yield list(first), at + 1


def _goes_on(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether a line belongs to the head above: no figures but times, and every cell new or the one above it."""
    if not any(second) or len(first) != len(second):
        return False
    plain = [PART_OF_YEAR.sub("", YEAR.sub("", word)) for word in second]
    if any(_FIGURE.search(word) for word in plain):
        return False
    name = next((index for index, word in enumerate(first) if word), 0)
    return second[name] in ("", first[name]) and any(
        below and below != above for above, below in zip(first, second, strict=True)
    )


def _together(first: Sequence[str], second: Sequence[str]) -> list[str]:
    joined, last = [], ""
    for above, below in zip(first, second, strict=True):
        last = above or (last if below else "")
        joined.append(last if below in ("", last) else _joined(last, below))
    return joined


def _joined(above: str, below: str) -> str:
    """Return a head cell and the one below it as one, its unit last: 充电桩（个） and 2025年."""
    unit = unit_in(above)
    if _SEASON.match(below) and not _DATED.search(above):
        return f"{without_unit(below)}{above}" if unit else f"{below}{above}"  # 1—2月 below 利润总额
    if not unit or is_unit(below):
        return above + _bracketed(below)
    return without_unit(above) + below + ("" if unit_in(below) else f"（{unit}）")


_SEASON = expression(rf"(?:{PART_OF_YEAR.pattern}|[本当]月|累计)(?![^（(]*(?:同比|[增比较降占]))")
_DATED = expression(r"\d|五|[本当]月|累计|全年")


def _bracketed(below: str) -> str:
    """A unit that stands alone below a year is written as heads write units; 面积 and 套数 are none."""
    known = is_unit(below) and unit_of(split_scale(below)[2]).kind != "other"
    return f"（{below}）" if known and len(below) <= _LONGEST_UNIT else below
