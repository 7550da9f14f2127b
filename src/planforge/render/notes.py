"""Footnotes on their way through a template: between two private characters in the text of their paragraph.

Only paragraphs print them; a document of another format may have some where none can be printed.
"""

from __future__ import annotations

from itertools import count

from planforge.outline.text import SegmentKind, Text
from planforge.patterns import expression
from planforge.plan.model import Plan
from planforge.plan.slots import slots
from planforge.render.page import Run
from planforge.source.problem import quoted

_OPEN, _PART, _CLOSE = "\U00100000", "\U00100001", "\U00100002"
"""Supplementary private use area B: no font and no plan has anything there."""
_NOTE = expression(f"{_OPEN}(?:(\\d+){_PART})?([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_WITH_NOTES = frozenset({"preface", "paragraphs", "items"})
_SHOWN = 3
_STRAY = expression(f"[{_OPEN}{_PART}{_CLOSE}]")


def noted(text: Text) -> str:
    """Return a text as it is printed, its footnotes marked where they are referred to."""
    if not any(segment.kind is SegmentKind.NOTE for segment in text.segments):
        return text.printed
    return "".join(
        f"{_OPEN}{_STRAY.sub('', segment.note)}{_CLOSE}" if segment.kind is SegmentKind.NOTE else segment.printed
        for segment in text.segments
    )


def left_out(plan: Plan) -> str:
    """Return which footnotes of a plan are not printed and why, "" when all are."""
    texts = (slot.text for slot in slots(plan) if slot.field not in _WITH_NOTES)
    lost = [quoted(words) for words in dict.fromkeys(note.printed for text in texts for note in text.notes)]
    if not lost:
        return ""
    shown = "、".join(lost[:_SHOWN]) + ("等" if len(lost) > _SHOWN else "")
    return f"脚注应在正文的段落里，实有{len(lost)}条在标题或表格里，没有印出来：{shown}；请写成表注，或写进正文"


def numbered(written: str) -> str:
    """Return what a template wrote with the footnotes numbered in their order."""
    if _OPEN not in written:
        return written
    numbers = count(1)
    return _NOTE.sub(lambda note: f"{_OPEN}{next(numbers)}{_PART}{note[2]}{_CLOSE}", written)


def runs_of(words: str, lead_level: int = 0) -> list[Run]:
    """Return words as runs, each footnote as one of its own."""
    runs: list[Run] = []
    at = 0
    for note in _NOTE.finditer(words):
        runs += [Run(words[at : note.start()], lead_level), Run("", 0, note[2], int(note[1] or 0))]
        at = note.end()
    return [*runs, Run(_STRAY.sub("", words[at:]), lead_level)]
