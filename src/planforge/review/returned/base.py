"""The base text that a draft's DOCX carries (see render/docx/carried.py), read with distrust: the file was outside."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element

from planforge.ooxml.package import Package
from planforge.patterns import expression
from planforge.render.trace import Part, Trace, TracedLine

NAMESPACE = "urn:planforge:base:1"
_ITEM = expression(r"customXml/item\d+\.xml")
_MOST_ITEMS = 50
_MOST_LINES = 400_000


def base_of(package: Package) -> Trace | None:
    """Return the trace of a DOCX, None when it carries none (a final file, or a program threw it away).

    Raises:
        SourceError: when a part is damaged or not safe to open.
    """
    parts = [name for name in package.names() if _ITEM.fullmatch(name)]
    for name in parts[:_MOST_ITEMS]:
        root = package.xml(name)
        if root is not None and root.tag == _name("base"):
            lines = tuple(_line(node) for node in root.findall(_name("p"))[:_MOST_LINES])
            margins = tuple(node.text or "" for node in root.findall(_name("m"))[:_MOST_ITEMS])
            return Trace(root.get("revision", ""), lines, margins)
    return None


def _line(node: Element) -> TracedLine:
    words = node.findtext(_name("t")) or ""
    parts = [_part(part, len(words)) for part in node.findall(_name("s"))]
    good = [part for part in parts if part is not None]
    in_order = all(one.end <= two.start for one, two in pairwise(good))
    level, things = node.get("level", ""), tuple(node.get("things", "").split())
    notes = tuple(note.text or "" for note in node.findall(_name("n")))
    known = tuple(good) if in_order and len(good) == len(parts) else ()
    return TracedLine(words, known, int(level) if len(level) == 1 and level.isdecimal() else 0, things, notes)


def _part(node: Element, length: int) -> Part | None:
    start, end = node.get("from", ""), node.get("to", "")
    if not (start.isdecimal() and end.isdecimal() and len(start) < 8 and len(end) < 8):
        return None
    return Part(int(start), int(end), node.get("key", "")) if int(start) < int(end) <= length else None


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"
