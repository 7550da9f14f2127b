"""A reviewed document as it reads when some tracked changes are accepted and the others rejected."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from planforge.ooxml.history import Cell, Stamp, Thing
from planforge.records import record


@record(frozen=True, slots=True)
class Trail:
    """A tracked change that was accepted: where its text stands now, or (empty) where it stood."""

    start: int
    end: int
    stamp: Stamp


@record(frozen=True, slots=True)
class Anchor:
    """Where a comment is attached: characters [start, end) of a paragraph, and the words there before the review."""

    paragraph: int
    start: int
    end: int
    quote: str


@record(frozen=True, slots=True)
class Returned:
    """A paragraph as it reads now; `number` is that of its first paragraph in the file.

    `things` are the pictures, line breaks and the like in it, and in the paragraphs without text before it; `gone` are
    those of a tracked deletion that was accepted.
    """

    text: str
    style: str = ""
    level: int = 0
    cell: Cell | None = None
    trails: tuple[Trail, ...] = ()
    end: Stamp | None = None
    number: int = 0
    things: tuple[Thing, ...] = ()
    gone: tuple[Thing, ...] = ()

    def stamp(self, start: int, end: int) -> Stamp | None:
        """Return who tracked a change at [start, end), None when nobody did."""
        near = (trail.stamp for trail in self.trails if trail.start <= end and trail.end >= start)
        return next(near, None)

    def writers(self, start: int, end: int) -> list[str]:
        """Return who wrote the characters [start, end) with tracking, each once for every stretch."""
        within = ((max(one.start, start), min(one.end, end), one.stamp.author) for one in self.trails)
        return [
            who for who, _ in groupby(author for a, b, author in sorted(within) if self.text[a:b].strip() and a < b)
        ]


@dataclass
class Resolved:
    """The whole document as it reads now.

    Attributes:
        paragraphs: those with text, and all of those in tables.
        covered: by bookmark, the paragraphs in which it has text; an emptied cell counts.
        gone: by bookmark, who deleted text of it.
        anchors: by the id of the comment.
    """

    paragraphs: list[Returned] = field(default_factory=list)
    covered: dict[str, list[int]] = field(default_factory=dict)
    gone: dict[str, Stamp] = field(default_factory=dict)
    anchors: dict[str, Anchor] = field(default_factory=dict)
