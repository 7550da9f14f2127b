"""Texts made from pieces: a stretch of one, two texts in one, words that the file does not have."""

from __future__ import annotations

from dataclasses import replace

from planforge.outline.text import Segment, SegmentKind, Text
from planforge.readers.piece import Piece
from planforge.source.place import Span


def text_of(piece: Piece, start: int = 0, end: int | None = None) -> Text:
    """Return a piece's characters from `start` to `end` as a text with places; line ends inside are joined."""
    if start == 0 and end is None and len(piece.lines) == 1:
        return piece.lines[0].text()
    segments: list[Segment] = []
    at = 0
    for line in piece.lines:
        stop = len(line.value) if end is None else min(len(line.value), end - at)
        part = line.cut(max(0, start - at), max(0, stop)) if stop > max(0, start - at) else line.cut(0, 0)
        if part.value and segments:
            segments.append(Segment(SegmentKind.JOINED, "", segments[-1].end, part.offsets[0]))
        segments += part.segments()
        at += len(line.value)
    return Text(piece.lines[0].file, tuple(segments))


def joined(one: Text, two: Text) -> Text:
    """Return two texts of one file as one."""
    joint = Segment(SegmentKind.JOINED, "", one.segments[-1].end, two.whole.start)
    return Text(one.file, (*one.segments, joint, *two.segments))


def labelled(title: Text, label: str) -> dict[str, tuple[Text]]:
    """Return the field of a number as the document prints it, so that messages call a table what its reader does."""
    return {"label": placed(title, label)} if label else {}


def without_label(piece: Piece, length: int) -> Text:
    """Return a caption without 表1 or 图1, which is counted; one that is nothing else has no words but its place."""
    if length < len(piece.text):
        return text_of(piece, length)
    whole = text_of(piece).whole
    return inferred(replace(whole, start=whole.end), "")


def placed(title: Text, printed: str) -> tuple[Text]:
    """Return what a title says without the file having it, as the value of a field."""
    return (inferred(title.whole, printed),)


def inferred(at: Span, printed: str) -> Text:
    """Return words that the file does not have, at the place they were inferred from."""
    return Text(at.file, (Segment(SegmentKind.NORMALISED, printed, at.start, at.end),))
