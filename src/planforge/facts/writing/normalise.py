"""One way of writing: full-width digits and small ones (PM₂.₅), spaces inside Chinese text, traditional script, pinyin.

A `Reading` is what the grammar works on; it knows for each of its characters which printed character it came
from, so that a figure found in it can be shown in the user's own file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from weakref import WeakKeyDictionary

from planforge.facts.writing.words import table
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.records import record

_WIDE = {0xFF10 + n: str(n) for n in range(10)}
_WIDE |= {
    ord("％"): "%",
    ord("．"): ".",
    ord("＋"): "+",
    ord("－"): "-",
    ord("／"): "/",
    ord("∕"): "/",
    ord("⁄"): "/",
    ord("＆"): "&",
    ord("∶"): ":",
    ord("︰"): ":",
}
_WIDE |= {0x2080 + n: str(n) for n in range(10)}
_WIDE |= {0xFF21 + n: chr(0x41 + n) for n in range(26)} | {0xFF41 + n: chr(0x61 + n) for n in range(26)}
_NEEDS_WIDTH = expression("[０-９₀-₉％．＋－／∕⁄＆∶︰Ａ-Ｚａ-ｚ]")
_SPACES = " \t\u00a0\u3000\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\n\r"
_UNSEEN = r"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_GAP = expression(f"[{_SPACES}{_UNSEEN}][{_SPACES}{_UNSEEN}]*")
"""A class comes before the repeat: only then it is found without trying the whole expression at every character."""
_THIN = "[ \u00a0\u2009\u202f]"
_THOUSANDS_BEFORE = expression(rf"(?:[\u4e00-\u9fff](?<![表图栏件第])[ \u00a0]?|^)\d{{1,3}}(?:{_THIN}\d{{3}})*$")
_THOUSANDS_BEHIND = expression(rf"\d{{3}}(?:{_THIN}\d{{3}})*(?:\.\d+)?(?:[ \u00a0]?[%％\u4e00-\u9fff]|$)")
_LONGEST_GROUPS = 20
_PINYIN = expression(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,7}\)")
_ACCENTED_PINYIN = expression(r"\([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-z]*\)")
_TRADITIONAL = "達業個項萬億術與為產發對開關學實現應縣區國際經濟創設會導該單額從將專團"
_TRADITIONAL_SIGN = expression(f"[{_TRADITIONAL}]")
_POINT = expression("(?<=\\d)·(?=\\d{1,3}(?:[%％万亿]|个百分点))")
"""上涨1·8%: the point of a decimal as it was printed by hand."""
_IN_ORDER, _ONE_BY_ONE = "依次", "分别"
_IN_TURN = expression("依次(?=(?:约?为|是|达到?|完成|实现|突破)\\d|拉动|带动|占|增|提|上升|下降|降|减|回落|下滑)")
"""依次拉动经济增长1.1、1.4和1.4个百分点 hands out as 分别 does; 依次推进 does not."""
_UNUSUAL = expression(f"[·０-９₀-₉％．＋－／∕⁄＆∶︰Ａ-Ｚａ-ｚ({_SPACES}{_UNSEEN}{_TRADITIONAL}]")
"""What most passages have nothing of."""


@record(frozen=True, eq=False)
class Reading:
    """A normalised string and, at `points`, where it runs on in the printed one."""

    text: str
    points: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def printed(self, index: int) -> int:
        """Return the printed position of character `index` of the reading."""
        if len(self.points) == 1:
            return index  # nothing was taken out, as of most texts
        return index + self.shifts[bisect_right(self.points, index) - 1]

    def printed_end(self, end: int) -> int:
        """Return the printed position behind character `end - 1`."""
        if len(self.points) == 1:
            return end
        return self.printed(end - 1) + 1 if end else 0


_READ: WeakKeyDictionary[Text, Reading] = WeakKeyDictionary()


def reading_of(text: Text) -> Reading:
    """Return the reading of what a text prints, once for all who ask: figures and words are both looked for in it."""
    found = _READ.get(text)
    if found is None:
        found = _READ[text] = read(text.printed)
    return found


def read(printed: str) -> Reading:
    """Return the normalised reading of a printed string."""
    text = _IN_TURN.sub(_ONE_BY_ONE, printed) if _IN_ORDER in printed else printed
    if not _UNUSUAL.search(text):
        return Reading(text)
    if _NEEDS_WIDTH.search(text):
        text = text.translate(_WIDE)
    if "·" in text:
        text = _POINT.sub(".", text)
    removals = [span for match in _GAP.finditer(text) for span in _superfluous(match)]
    if "(" in text and _ACCENTED_PINYIN.search(text):
        spans = [match.span() for match in _PINYIN.finditer(text)]
        removals = sorted([*removals, *spans]) if removals else spans
    reading = _without(text, removals) if removals else Reading(text)
    if not _TRADITIONAL_SIGN.search(reading.text):
        return reading
    return Reading(reading.text.translate(_simplified()), reading.points, reading.shifts)


def _superfluous(gap: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield what goes of a gap: all, but for one space that keeps two Latin words or numbers apart."""
    text, (start, end) = gap.string, gap.span()
    kept = start
    if _parts_thousands(text, start, end):
        yield start, end
        return
    if start and end < len(text) and text[start - 1] in _WORD and text[end] in _WORD:
        kept = next((at for at in range(start, end) if text[at] in _SPACES), end)
        if kept > start:
            yield start, kept
        kept += 1
    if kept < end:
        yield kept, end


def _parts_thousands(text: str, start: int, end: int) -> bool:
    """Whether a blank stands inside a number, before its thousands: 固定资产投资1 106亿元."""
    if end != start + 1 or end >= len(text) or not (text[start - 1 : start].isdigit() and text[end].isdigit()):
        return False
    begun = _THOUSANDS_BEFORE.search(text, max(0, start - _LONGEST_GROUPS), start)
    return begun is not None and _THOUSANDS_BEHIND.match(text, end) is not None


def _without(text: str, removals: list[tuple[int, int]]) -> Reading:
    parts: list[str] = []
    points, shifts = [0], [0]
    last = removed = 0
    for start, end in removals:
        if start < last:
            continue
        parts.append(text[last:start])
        removed += end - start
        points.append(end - removed)
        shifts.append(removed)
        last = end
    parts.append(text[last:])
    return Reading("".join(parts), tuple(points), tuple(shifts))


@cache
def _simplified() -> str:
    """Return the characters of the basic plane, each as simplified script has it.

    In a string `str.translate` finds them faster than in a mapping that most of them are missing from.
    """
    simplified = {ord(pair[0]): pair[1] for pair in str(table("traditional")["pairs"]).split()}
    return "".join(map(chr, range(0x10000))).translate(simplified)
