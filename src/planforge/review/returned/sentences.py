"""Tracked changes as whole sentences with what they shall be: nobody answers for half a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planforge.review.returned.hunks import Hunk
from planforge.review.returned.tracked import END, Tracked

_STOPS = "。；！？"


def sentences(changes: Sequence[Tracked]) -> Iterator[tuple[str, str]]:
    """Yield the sentences that one author changed in a paragraph, with what they shall be."""
    for change in changes:
        if END in (change.old, change.new):
            yield change.before, "建议在这一段之后分段" if change.new else "建议与下一段合并"
    hunks = [_hunk(change) for change in changes if END not in (change.old, change.new)]
    text = next((change.before + change.old + change.behind for change in changes), "")
    while hunks:
        start, end = _sentence(text, hunks[0])
        mine = [hunk for hunk in hunks if start <= hunk.start and hunk.end <= end]
        while any(hunk.end > end for hunk in hunks if hunk.start < end):
            end = _sentence(text, max(hunks, key=lambda hunk: hunk.end if hunk.start < end else -1))[1]
            mine = [hunk for hunk in hunks if start <= hunk.start and hunk.end <= end]
        hunks = [hunk for hunk in hunks if hunk not in mine]
        yield text[start:end], _suggested(text[start:end], _with(text, start, end, mine))


def _hunk(change: Tracked) -> Hunk:
    start = len(change.before)
    return Hunk(start, start + len(change.old), change.new)


def _sentence(text: str, hunk: Hunk) -> tuple[int, int]:
    """Return the sentence around a hunk; words put behind the last stop belong to the sentence before."""
    at = hunk.start - 1 if hunk.start == hunk.end == len(text) else hunk.start
    start = max((text.rfind(stop, 0, max(0, at)) for stop in _STOPS), default=-1) + 1
    ends = [found + 1 for stop in _STOPS if (found := text.find(stop, max(hunk.end - 1, start))) >= 0]
    return min(start, hunk.start), max(min(ends, default=len(text)), hunk.end)


def _with(text: str, start: int, end: int, hunks: Iterable[Hunk]) -> str:
    found, at = "", start
    for hunk in sorted(hunks, key=lambda one: (one.start, one.end)):
        found += text[at : hunk.start] + hunk.new
        at = hunk.end
    return found + text[at:end]


def _suggested(old: str, new: str) -> str:
    if not new:
        return "建议删去"
    return f"建议修改为：{new}" if old else f"建议增加：{new}"
