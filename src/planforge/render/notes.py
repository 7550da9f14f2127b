"""Footnotes on their way through a template: between two private characters in the text of their paragraph."""

from __future__ import annotations

import re
from itertools import count

from planforge.outline.text import SegmentKind, Text
from planforge.render.page import Run

_OPEN, _PART, _CLOSE = "\U00100000", "\U00100001", "\U00100002"
"""Supplementary private use area B: no font and no plan has anything there."""
_NOTE = re.compile(f"{_OPEN}(?:(\\d+){_PART})?([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_STRAY = re.compile(f"[{_OPEN}{_PART}{_CLOSE}]")


def noted(text: Text) -> str:
    """Return a text as it is printed, its footnotes marked where they are referred to."""
    if not any(segment.kind is SegmentKind.NOTE for segment in text.segments):
        return text.printed
    return "".join(
        f"{_OPEN}{_STRAY.sub('', segment.note)}{_CLOSE}" if segment.kind is SegmentKind.NOTE else segment.printed
        for segment in text.segments
    )


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
