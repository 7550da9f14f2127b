"""A file's text and places in it: everything that is reported points at the user's own characters."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field

from planforge.records import cached_property, record


@record(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file as people count it: from 1, columns in Unicode characters, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@record(frozen=True, eq=False)
class SourceFile:
    """One file as it was read.

    Attributes:
        path: how the user would name the file.
        text: its characters, line ends LF or CRLF as in the file, without a byte order mark.
        encoding: what it was decoded from: "utf-8", "gb18030" or "utf-16".
        bom: whether it began with a byte order mark (written back when the file is changed).
        original: the bytes of a file that is no text, whose characters were taken out of it.
        lone_returns: whether its lines ended with CR alone, for which LF stands in `text` (written back likewise).
    """

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False
    original: bytes | None = field(default=None, repr=False)
    lone_returns: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Return (line, column), both from 1, of the character at `offset` (0 … length)."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """Return [start, end) in lines and columns; the line of both is looked up once where it is the same."""
        starts = self._starts
        line = bisect_right(starts, start)
        first = starts[line - 1]
        if end <= start:
            return Place(self.path, line, start - first + 1, line, start - first + 1)
        if line == len(starts) or end < starts[line]:
            return Place(self.path, line, start - first + 1, line, end - first + 1)
        return Place(self.path, line, start - first + 1, *self.position(end))

    def offset(self, number: int) -> int:
        """Return the offset of the first character of line `number` (from 1)."""
        return self._starts[number - 1]

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end, empty when there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def span(self, start: int, end: int) -> Span:
        """Return the stretch [start, end) of this file."""
        return Span(self, start, end)


@record(frozen=True, slots=True)
class Span:
    """A stretch of a file by offsets into its text; cheap, turned into a `Place` only when shown."""

    file: SourceFile = field(repr=False)
    start: int
    end: int

    @property
    def text(self) -> str:
        """The user's own characters."""
        return self.file.text[self.start : self.end]

    @property
    def place(self) -> Place:
        """The same stretch in lines and columns."""
        return self.file.place(self.start, self.end)

    def to(self, other: Span) -> Span:
        """Return the stretch from here to the end of `other`, when both lie in one file; else this one."""
        return Span(self.file, self.start, other.end) if other.file is self.file else self
