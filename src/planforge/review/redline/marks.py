"""Who changed it and when: makes the elements that carry author, date and a number."""

from __future__ import annotations

from collections.abc import Iterable

from planforge.records import record
from planforge.render.docx.oxml import Element, element
from planforge.review.redline.node import local

_ANY_DAY = "2000-01-01T00:00:00Z"
"""The date of a moved range where none is known: of all marks it alone must have one (ISO/IEC 29500-1, 17.13.5)."""


@record(frozen=True, slots=True)
class Author:
    """The author of all marks; ``date`` is an ISO date and time, "" leaves it out, as Word allows."""

    name: str
    date: str = ""

    @property
    def values(self) -> dict[str, str]:
        """The attributes of a mark."""
        return {"author": self.name, **({"date": self.date} if self.date else {})}


class Marks:
    """Numbers the marks of one document, beginning behind the bookmarks, with which they share their numbers."""

    def __init__(self, author: Author, taken: int = 0) -> None:
        self._author = author
        self._last = taken
        self._moves = 0

    def mark(self, tag: str, *children: Element) -> Element:
        """Return ``<w:tag>`` with number, author and date."""
        self._last += 1
        return element(tag, {"id": self._last, **self._author.values}, *children)

    def move_name(self) -> str:
        """Return a name that both ends of a move carry."""
        self._moves += 1
        return f"move{self._moves}"

    def move_range(self, tag: str, name: str) -> tuple[Element, Element]:
        """Return the start and the end around moved paragraphs; ``tag`` is moveFrom or moveTo."""
        start = self.mark(f"{tag}RangeStart")
        prefix = start.tag.removesuffix(local(start))
        start.set(f"{prefix}name", name)
        start.set(f"{prefix}date", self._author.date or _ANY_DAY)
        end = element(f"{tag}RangeEnd", {"id": self._last})
        return start, end


def highest_number(nodes: Iterable[Element]) -> int:
    """Return the highest number of a bookmark in `nodes`."""
    numbers = (
        int(value)
        for node in nodes
        for mark in node.iter()
        if local(mark) == "bookmarkStart"
        for name, value in mark.attrib.items()
        if name.endswith("}id")
    )
    return max(numbers, default=0)
