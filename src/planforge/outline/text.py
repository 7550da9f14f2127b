"""`Text`: what is printed, and for each printed character where the user wrote it.

A text is a row of segments. A literal segment prints the file's own characters one by one; a joined segment
prints nothing or a space where a line break of the file was taken away; a reference prints what the ledger or
the numbering gives for `{…}`; a note prints nothing, its words are a text of their own at the foot of the page; a
normalised segment prints other characters than the file has. Facts, findings,
fixes and comparisons all ask a text for places, so none of them has to know how the text came about.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum

from planforge.records import cached_property, record
from planforge.source.place import SourceFile, Span


class SegmentKind(Enum):
    """How the printed characters of a segment came from the file."""

    LITERAL = "literal"
    JOINED = "joined"
    REFERENCE = "reference"
    NORMALISED = "normalised"
    NOTE = "note"


@record(frozen=True, slots=True)
class Segment:
    """Printed characters and the stretch [start, end) of the file they come from; `note`: the words of a footnote."""

    kind: SegmentKind
    printed: str
    start: int
    end: int
    note: str = ""


@record(frozen=True, eq=False)
class Text:
    """A printed string whose characters know their place in `file`."""

    file: SourceFile
    segments: tuple[Segment, ...]

    @cached_property
    def printed(self) -> str:
        """What a reader of the document reads."""
        if len(self.segments) == 1:
            return self.segments[0].printed
        return "".join(segment.printed for segment in self.segments)

    @cached_property
    def written(self) -> str:
        """What the drafter wrote: as `printed`, but a reference stands as {…}, so that a new figure is no new text."""
        return "".join(_written(self.file, segment) for segment in self.segments)

    @property
    def notes(self) -> tuple[Text, ...]:
        """Its footnotes, each a text of its own."""
        if len(self.segments) == 1 and not self.segments[0].note:
            return ()
        return tuple(_note(self.file, one) for one in self.segments if one.kind is SegmentKind.NOTE)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for segment in self.segments:
            starts.append(at)
            at += len(segment.printed)
        return starts

    def __str__(self) -> str:
        return self.printed

    def __bool__(self) -> bool:
        return bool(self.printed)

    @property
    def whole(self) -> Span:
        """The stretch of the file from the first to the last segment."""
        if not self.segments:
            return Span(self.file, 0, 0)
        return Span(self.file, self.segments[0].start, self.segments[-1].end)

    def span(self, start: int, end: int) -> Span:
        """Return where the printed characters [start, end) stand in the file."""
        if not self.segments:
            return self.whole
        only = self.segments[0]
        if len(self.segments) == 1 and only.kind is SegmentKind.LITERAL:
            first, last, stop = only.start + start, only.start + end, only.end
            if first >= stop:
                return Span(self.file, stop, stop)
            return Span(self.file, first, first if last < first else min(last, stop))
        first = self._file_offset(start, at_end=False)
        last = self._file_offset(end, at_end=True) if end > start else first
        return Span(self.file, first, max(first, last))

    def segment_at(self, index: int) -> Segment:
        """Return the segment that prints character `index`."""
        if len(self.segments) == 1:
            return self.segments[0]
        return self.segments[max(0, bisect_right(self._starts, index) - 1)]

    def offset(self, index: int) -> int:
        """Return where printed character `index` stands in the file."""
        return self._file_offset(index, at_end=False) if self.segments else 0

    def _file_offset(self, index: int, *, at_end: bool) -> int:
        position = max(0, bisect_right(self._starts, index - 1 if at_end else index) - 1)
        segment = self.segments[position]
        if segment.kind is SegmentKind.LITERAL:
            return min(segment.end, segment.start + index - self._starts[position])
        return segment.end if at_end else segment.start


_IN_BRACES = frozenset({SegmentKind.REFERENCE, SegmentKind.NOTE})


def _written(file: SourceFile, segment: Segment) -> str:
    if segment.kind is SegmentKind.NOTE and segment.start == segment.end:
        return f"{{注:{segment.note}}}"  # a document of another format has its words elsewhere
    return file.text[segment.start : segment.end] if segment.kind in _IN_BRACES else segment.printed


def _note(file: SourceFile, segment: Segment) -> Text:
    """Return the words of a footnote where they stand between the braces."""
    start = file.text.find(segment.note, segment.start, segment.end)
    if start < 0:  # a quoted scalar writes them otherwise
        return Text(file, (Segment(SegmentKind.NORMALISED, segment.note, segment.start, segment.end),))
    return Text(file, (Segment(SegmentKind.LITERAL, segment.note, start, start + len(segment.note)),))


def literal(span: Span) -> Text:
    """Return the file's characters of `span` as a text."""
    return Text(span.file, (Segment(SegmentKind.LITERAL, span.text, span.start, span.end),))


def printed(text: Text | None) -> str:
    """Return a text as it is printed, "" for none."""
    return text.printed if text else ""
