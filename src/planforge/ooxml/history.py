"""A paragraph with its history: tracked changes, bookmarks and comment anchors.

Nothing is accepted or rejected here: every piece of text says who inserted it and who deleted it.
"""

from __future__ import annotations

from typing import Literal

from planforge.records import record

MarkKind = Literal["bookmark", "bookmark-end", "comment", "comment-end", "comment-point"]


@record(frozen=True, slots=True)
class Stamp:
    """Who made a tracked change or a comment, and when (as written in the file, mostly ISO 8601)."""

    author: str
    date: str


@record(frozen=True, slots=True)
class Piece:
    """Characters with their history."""

    text: str
    inserted: Stamp | None = None
    deleted: Stamp | None = None


ThingKind = Literal["break", "picture", "text-box", "symbol", "equation", "note", "endnote"]


@record(frozen=True, slots=True)
class Thing:
    """What stands among the characters and is none; `words` are those in it, of a note its id."""

    kind: ThingKind
    words: str = ""
    inserted: Stamp | None = None
    deleted: Stamp | None = None


@record(frozen=True, slots=True)
class Mark:
    """Where a bookmark or the range of a comment begins or ends; `name` is that of the bookmark or the comment's id."""

    kind: MarkKind
    name: str


@record(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands in a table, counted from 0, and whether its row came or went."""

    table: int
    row: int
    column: int
    row_inserted: Stamp | None = None
    row_deleted: Stamp | None = None


@record(frozen=True, slots=True)
class RevisedParagraph:
    """A paragraph; `inserted` and `deleted` speak of its end: a deleted one joins it with the next paragraph.

    `restyled` tells who gave it another style or level with tracking.
    """

    content: tuple[Piece | Mark | Thing, ...]
    style: str = ""
    level: int = 0
    inserted: Stamp | None = None
    deleted: Stamp | None = None
    cell: Cell | None = None
    contents: bool = False
    restyled: Stamp | None = None
