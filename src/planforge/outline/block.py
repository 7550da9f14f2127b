"""Blocks of the untyped document: a kind, a title, paragraphs, rows, named fields, children."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from planforge.outline.text import Text
from planforge.records import record
from planforge.source.place import Span

KINDS = ("heading", "point", "task", "box", "table", "list", "chart", "figure", "text")
"""Keys that tell a block, in the order they are looked for: a task or a 专栏 has a `text` too."""


@record(frozen=True)
class Block:
    """One block as written.

    Attributes:
        kind: "chapter" or one of `KINDS`.
        span: the key that tells the block (for a file reader: its first characters).
        title: heading, name or caption.
        paragraphs: prose, or the items of a list.
        rows: the cells of a table with literal rows, head first.
        fields: further values by key; a value that may be a list is always a tuple.
        children: the blocks of a chapter.
    """

    kind: str
    span: Span
    title: Text | None = None
    paragraphs: tuple[Text, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    fields: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    children: tuple[Block, ...] = ()

    def one(self, key: str) -> Text | None:
        """Return the first value of a field."""
        values = self.fields.get(key, ())
        return values[0] if values else None

    def word(self, key: str, default: str = "") -> str:
        """Return the first value of a field as a string."""
        value = self.one(key)
        return value.printed if value is not None else default


@record(frozen=True)
class Outline:
    """A document as written: what stands before the chapters, and the chapters.

    Attributes:
        preface: paragraphs before the first chapter.
        chapters: blocks of kind "chapter".
    """

    preface: tuple[Text, ...]
    chapters: tuple[Block, ...]
