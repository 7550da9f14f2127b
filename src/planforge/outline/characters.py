"""The characters of a YAML scalar, each with its offset in the file, whatever the quoting and indentation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.outline.text import Segment, SegmentKind, Text
from planforge.records import record
from planforge.source.nodes import Scalar
from planforge.source.place import SourceFile

_BLANK = " \t\u3000"


@record(frozen=True, slots=True)
class Characters:
    """A string with the file offset of each character; a range, where it stands in the file as it is.

    `notes` are the footnotes that a document of another format has here: before which character, and their words. In
    YAML they are written in braces and found later.
    """

    file: SourceFile
    value: str
    offsets: Sequence[int]
    notes: tuple[tuple[int, str], ...] = ()

    def cut(self, start: int, end: int) -> Characters:
        """Return the characters [start, end); a footnote at the cut goes with what follows, at the end with the end."""
        if not self.notes:
            return Characters(self.file, self.value[start:end], self.offsets[start:end])
        last = end >= len(self.value) > start
        notes = tuple((at - start, words) for at, words in self.notes if start <= at < end or (last and at == end))
        return Characters(self.file, self.value[start:end], self.offsets[start:end], notes)

    def strip(self) -> Characters:
        """Return the characters without blanks (full-width ones too) at both ends."""
        start = len(self.value) - len(self.value.lstrip(_BLANK))
        end = max(start, len(self.value.rstrip(_BLANK)))
        notes = tuple((min(max(at, start), end) - start, words) for at, words in self.notes)
        return Characters(self.file, self.value[start:end], self.offsets[start:end], notes)

    def lines(self) -> list[Characters]:
        """Return the lines, line ends taken away."""
        found, start = [], 0
        for line in self.value.split("\n"):
            found.append(self.cut(start, start + len(line)))
            start += len(line) + 1
        return found

    def text(self) -> Text:
        """Return a text that prints these characters as they are."""
        return Text(self.file, tuple(self.segments()))

    def segments(self) -> list[Segment]:
        """Return literal segments, one for each unbroken run in the file, and footnotes between them."""
        if self.notes:
            return list(self._with_notes())
        if isinstance(self.offsets, range) and self.value:
            return [Segment(SegmentKind.LITERAL, self.value, self.offsets[0], self.offsets[-1] + 1)]
        found: list[Segment] = []
        start = 0
        for index in range(1, len(self.value) + 1):
            if index == len(self.value) or self.offsets[index] != self.offsets[index - 1] + 1:
                first, last = self.offsets[start], self.offsets[index - 1] + 1
                found.append(Segment(SegmentKind.LITERAL, self.value[start:index], first, last))
                start = index
        return found

    def _with_notes(self) -> Iterator[Segment]:
        bare, begun = replace(self, notes=()), 0
        for at, words in self.notes:
            yield from bare.cut(begun, at).segments()
            here = self.offsets[at] if at < len(self.value) else self.offsets[at - 1] + 1 if self.offsets else 0
            yield Segment(SegmentKind.NOTE, "", here, here, words)
            begun = at
        yield from bare.cut(begun, len(self.value)).segments()


def characters(scalar: Scalar) -> Characters:
    """Return a scalar's characters with their offsets in its file."""
    span = scalar.span
    if scalar.style == "plain" and span.text == scalar.value:
        return Characters(span.file, scalar.value, range(span.start, span.start + len(scalar.value)))
    offsets = _literal_offsets(scalar) if scalar.style == "literal" else _aligned_offsets(scalar)
    return Characters(span.file, scalar.value, offsets)


def _literal_offsets(scalar: Scalar) -> tuple[int, ...]:
    """Pair the lines of a `|` block with the file's lines: they differ by the indentation only."""
    source = scalar.span.text
    at = source.find("\n") + 1
    offsets: list[int] = []
    for line in scalar.value.split("\n"):
        end = source.find("\n", at)
        end = len(source) if end < 0 else end
        shown_end = end - 1 if source[end - 1 : end] == "\r" else end
        begin = scalar.span.start + shown_end - len(line)
        offsets.extend(range(begin, begin + len(line) + 1))
        at = end + 1
    return tuple(offsets[: len(scalar.value)])


def _aligned_offsets(scalar: Scalar) -> tuple[int, ...]:
    """Follow value and file side by side; quoting and escapes only ever add characters to the file."""
    source, at = scalar.span.text, 0 if scalar.style == "plain" else 1
    offsets: list[int] = []
    for character in scalar.value:
        found = source.find(character, at)
        # an escape such as \u4e00 does not contain its character: it stands where the cursor is
        here = found if 0 <= found <= at + 8 else at
        offsets.append(scalar.span.start + here)
        at = min(here + 1, max(0, len(source) - 1))
    return tuple(offsets)
