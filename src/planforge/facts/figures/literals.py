"""Where figures stand in a text and of which words they consist: bound, number, scale, unit, words behind.

One pass from left to right. Units are looked up, not matched: the longest that stands there and is not only the
beginning of another word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from planforge.facts.figures.beginnings import beginning_pattern
from planforge.facts.figures.grammar import (
    DASH,
    DASHES,
    closing_pattern,
    closing_starts,
    number_pattern,
    opening_pattern,
    tenths_pattern,
)
from planforge.facts.figures.numbers import LONGEST_NUMBER
from planforge.facts.figures.units import Unit, units
from planforge.patterns import expression
from planforge.records import record

_POST = ("以上", "左右")
_OVER = ("余", "多")
_PER = frozenset("/每")
_PER_SCALES = ("百", "千", "万", "十万", "亿")
_PER_TIMES = ("年", "月", "日", "时", "d", "h", "s", "a")
_COLONS = (":", "：")
_TO_ONE = expression(r"(?<![:：]\d)(?<![:：]\d\.\d)(?<![:：]\d\.\d\d)[:：]1(?![\d.:：])")
"""2.61:1, but not the end of 5:3:1."""
_AND_PER = expression(r"[·•・.*×/每](?:30)?(?:人|户|年|月|日|天|小时|次|[dha](?![A-Za-z]))(?![均产])")
"""The second of two units that one goes by: 元/人·月, 吨/平方公里·30天."""
_AMONG_MANY = expression("/(?:10万|十万|万|千)(?![元吨平])人?")
"""16.9/10万: cases among so many people."""


@record(frozen=True, slots=True)
class Literal:
    """A figure as it stands in `opening.string` up to `end`.

    Attributes:
        kind: what sort of figure it is: digits, chinese, percent (百分之…), times (三倍, 七成), rank, doubled,
            fraction (三分之二).
        opening: how it begins.
        number: the match that holds its number, another than `opening` for the upper end of a range.
        unit: its unit as written, "" for none.
        closing: what stands behind the unit of a number in digits.
        digits: the place of a Chinese numeral that a unit follows.
        over, post: 余 or 多 behind, 以上 or 左右 after a Chinese numeral.
    """

    kind: str
    opening: re.Match[str]
    end: int
    number: re.Match[str]
    unit: str = ""
    closing: re.Match[str] | None = None
    digits: tuple[int, int] = (0, 0)
    over: str = ""
    post: str = ""


def literals(text: str) -> Iterator[Literal]:
    """Yield the figures of a reading from left to right; what only looks like one is passed over."""
    begin, match, at = beginning_pattern().search, opening_pattern().match, 0
    while (beginning := begin(text, at)) is not None:
        opening = match(text, beginning.start())
        if opening is None:
            at = beginning.end()
            continue
        if opening["trap"] is not None or opening["trap2"] is not None:
            at = opening.end()
            continue
        found = _completed(text, opening)
        if found is not None:
            at = found.end
            yield found
        else:  # an endless row of numerals is passed over at once, or each of them would be tried
            at = opening.end() if opening.end() - opening.start() > 2 * LONGEST_NUMBER else opening.start() + 1


def _completed(text: str, opening: re.Match[str]) -> Literal | None:
    if opening["number"] is not None:
        return _in_digits(text, opening)
    if opening["cn"] is not None:
        return _in_chinese(text, opening)
    kind = _KINDS[opening.lastgroup or ""]
    closing = closing_pattern().match(text, opening.end()) if kind == "percent" else None
    return Literal(kind, opening, closing.end() if closing else opening.end(), opening, "", closing)


_KINDS = {
    "percent_cn": "percent", "rank": "rank", "doubled": "doubled", "times_cn_unit": "times", "times_cn_post": "times",
    "fraction": "fraction",
}  # fmt: skip
"""The group that was closed last in an opening which needs no unit, and what sort of figure it is."""


def _in_digits(text: str, opening: re.Match[str]) -> Literal:
    number, end = opening, unit_end(text, opening.end())
    if text.startswith(DASHES, end) and opening["over1"] is None and opening["over2"] is None:
        dash = DASH.match(text, end)
        upper = number_pattern().match(text, dash.end()) if dash is not None else None
        if upper is not None:
            number, end = upper, unit_end(text, upper.end())
    if end == number.end() and text.startswith(_COLONS, end) and (ratio := _TO_ONE.match(text, end)) is not None:
        return Literal("digits", opening, ratio.end(), number, "", closing_pattern().match(text, ratio.end()))
    closing = closing_pattern().match(text, end) if text[end : end + 1] in closing_starts() else None
    unit = text[number.end() : end].strip()
    return Literal("digits", opening, closing.end() if closing else end, number, unit, closing)


def _in_chinese(text: str, opening: re.Match[str]) -> Literal | None:
    """Read 三十余家, 百万亩: the longest numeral that a unit follows; else 三倍."""
    start, longest = opening.span("cn")
    for last in range(min(longest, start + LONGEST_NUMBER + 1), start, -1):
        if not any(character in _TENS for character in text[start:last]):
            break
        over = text[last] if text.startswith(_OVER, last) else ""
        end = unit_end(text, last + len(over))
        if end > last + len(over):
            post = next((word for word in _POST if text.startswith(word, end)), "")
            unit = text[last + len(over) : end]
            return Literal("chinese", opening, end + len(post), opening, unit, None, (start, last), over, post)
    times = tenths_pattern().match(text, opening.start())
    return Literal("times", times, times.end(), times) if times else None


_TENS = frozenset("十百千万亿")


def unit_end(text: str, at: int) -> int:
    """Return where the unit at `at` ends, by other units where it has such (吨/年); `at` when there is none."""
    end = _simple_end(text, at)
    if end == at and text.startswith(" ", at) and text[at + 1 : at + 2] in _LETTERS:
        end = last if (last := _simple_end(text, at + 1)) > at + 1 else at
    if end == at and (among := _AMONG_MANY.match(text, at)) is not None:
        return among.end()
    if end == at or text[end : end + 1] not in _PER or end >= len(text):
        return end
    return max(end, _per_end(text, end + 1))


def _per_end(text: str, at: int) -> int:
    """Return where the units end that the one before `at` goes by: 年, 万元, 人·月, (平方公里·月); 0 for none."""
    opened = text.startswith(("(", "（"), at)
    last = _below_end(text, at + opened)
    if last and (more := _AND_PER.match(text, last)) is not None:
        last = more.end()
    elif opened:
        return 0
    return last if not opened else last + 1 if text.startswith((")", "）"), last) else 0


def _below_end(text: str, at: int) -> int:
    for scale in ("", *_PER_SCALES):
        if text.startswith(scale, at):
            below = at + len(scale)
            last = _simple_end(text, below)
            if last == below and text.startswith(_PER_TIMES, below):
                last = below + 1
            if last > below:
                return last
    return 0


def _simple_end(text: str, at: int) -> int:
    for written, unit in _beginning_with().get(text[at : at + 1], ()):
        if text.startswith(written, at):
            end = at + len(written)
            if not (unit.not_before and text.startswith(unit.not_before, end)) and not _goes_on(text, end):
                return end
    return at


def _goes_on(text: str, end: int) -> bool:
    """Whether letters that look like a unit are the beginning of a word or of a power: mm², TEU."""
    if text[end - 1] not in _LETTERS:
        return False
    behind = text[end : end + 1]
    return bool(behind) and (behind in _LETTERS or behind in _POWERS)


_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_POWERS = frozenset("0123456789²³")


@cache
def _beginning_with() -> Mapping[str, tuple[tuple[str, Unit], ...]]:
    """Return the units by their first character, the longest first."""
    found: dict[str, list[tuple[str, Unit]]] = {}
    for written, unit in sorted(units().items(), key=lambda item: -len(item[0])):
        found.setdefault(written[0], []).append((written, unit))
    return {first: tuple(rows) for first, rows in found.items()}
