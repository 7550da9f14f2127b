"""The comments (批注) of a Word document."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from planforge.ooxml.history import Stamp
from planforge.ooxml.names import w
from planforge.ooxml.package import Package
from planforge.records import record


@record(frozen=True, slots=True)
class Comment:
    """What a reviewer wrote beside the text; `number` is the id that its anchor names."""

    number: str
    stamp: Stamp
    text: str


def comments_of(package: Package) -> list[Comment]:
    """Return the comments in the order of the file; replies are comments of their own.

    Raises:
        SourceError: when the part is damaged or not safe to open.
    """
    root = package.xml("word/comments.xml")
    return [_comment(element) for element in root.iter(w("comment"))] if root is not None else []


def _comment(element: Element) -> Comment:
    lines = ("".join(node.text or "" for node in paragraph.iter(w("t"))) for paragraph in element.iter(w("p")))
    stamp = Stamp(element.get(w("author"), "").strip(), element.get(w("date"), ""))
    return Comment(element.get(w("id"), ""), stamp, "\n".join(line.strip() for line in lines if line.strip()))
