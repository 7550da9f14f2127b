"""What a draft's DOCX carries for a review to come back: a bookmark around each traced paragraph, and the base text.

Bookmarks and custom XML parts survive the editing and saving of Word, WPS and LibreOffice (content controls around
paragraphs and `w14:paraId` do not). Neither is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from planforge.ooxml.margins import PARTS, margin_of
from planforge.ooxml.revised import things_of
from planforge.ooxml.styles import Styles
from planforge.render.docx.oxml import Element, element
from planforge.render.trace import BOOKMARK, Trace, TracedLine

NAMESPACE = "urn:planforge:base:1"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_ITEM_ID = "{5B0F5A5C-7C0B-4E2A-9D6D-706C616E6667}"
_ABOUT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    f'<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_PROPERTIES}">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_AHEAD = 40
"""A paragraph the writer adds or leaves out must not lose the rest; so many lines further its text is looked for."""


def carry(document: Any, trace: Trace) -> None:
    """Put the bookmarks around the paragraphs of the trace and the base text into a part of its own."""
    used: set[str] = set()
    number = len(list(_named(document.element.body, "bookmarkStart")))
    seen = list(_matched(document.element.body, trace))
    for paragraph, at in seen:
        line = trace.lines[at]
        if not line.parts or line.name in used:
            continue
        used.add(line.name)
        number += 1
        _around(paragraph, number, line.name)
    _add_part(document, replace(trace, lines=_with_things(document, trace, seen), margins=_margins(document)))


def drop_unused_bookmarks(document: Any) -> None:
    """Take out the bookmarks that nothing in the document refers to (a contents page refers to its headings)."""
    body = document.element.body
    words = " ".join(code.text or "" for code in _named(body, "instrText"))
    targets = {link.get(f"{_prefix(link)}anchor") for link in _named(body, "hyperlink")}
    gone = set()
    for start in list(_named(body, "bookmarkStart")):
        name = start.get(f"{_prefix(start)}name") or ""
        if name.startswith(BOOKMARK) and name not in targets and name not in words:
            gone.add(start.get(f"{_prefix(start)}id"))
            start.getparent().remove(start)
    for end in list(_named(body, "bookmarkEnd")):
        if end.get(f"{_prefix(end)}id") in gone:
            end.getparent().remove(end)


def _named(body: Element, name: str) -> Iterator[Element]:
    yield from body.iter(f"{_prefix(body)}{name}")


def _prefix(of: Element) -> str:
    return f"{of.tag.rpartition('}')[0]}}}"


def _matched(body: Element, trace: Trace) -> Iterator[tuple[Element, int]]:
    """Pair paragraphs and lines, both in printed order, by their text."""
    at = 0
    for paragraph in _named(body, "p"):
        words = _text(paragraph)
        if not words or _in_contents(paragraph):
            continue
        here = next((at + ahead for ahead, line in enumerate(trace.lines[at : at + _AHEAD]) if line.text == words), -1)
        if here >= 0:
            yield paragraph, here
            at = here + 1


def _with_things(document: Any, trace: Trace, seen: Sequence[tuple[Element, int]]) -> tuple[TracedLine, ...]:
    """Return the lines with their levels, and what else stands in and before their paragraphs."""
    lines, line_of = list(trace.lines), dict(seen)
    styles = Styles(document.styles.element)
    waiting: tuple[str, ...] = ()
    at = 0
    for paragraph in _named(document.element.body, "p"):
        if _in_contents(paragraph):
            continue
        waiting += tuple(one.kind for one in things_of(paragraph) if one.kind != "note")
        if paragraph in line_of:
            at = line_of[paragraph]
            lines[at] = replace(lines[at], level=styles.outline_level(paragraph), things=waiting)
            waiting = ()
    if lines:
        lines[at] = replace(lines[at], things=(*lines[at].things, *waiting))
    return tuple(lines)


def _margins(document: Any) -> tuple[str, ...]:
    """Return the words of the headers and footers."""
    found = []
    for part in document.part.package.iter_parts():
        for kind, pattern in PARTS.items():
            margin = margin_of(kind, part.element) if pattern.fullmatch(str(part.partname)) else None
            found += [margin.words] if margin else []
    return tuple(found)


def _in_contents(paragraph: Element) -> bool:
    style = paragraph.find("./{*}pPr/{*}pStyle")
    return style is not None and str(style.get(f"{_prefix(style)}val")).upper().startswith("TOC")


def _text(paragraph: Element) -> str:
    """Return the characters of a paragraph; a line break in a title is no character of it."""
    found = []
    for run in _named(paragraph, "r"):
        for child in run:
            name = child.tag.rpartition("}")[2]
            found.append(child.text or "" if name == "t" else "\t" if name == "tab" else "")
    return "".join(found)


def _around(paragraph: Element, number: int, name: str) -> None:
    first = 1 if len(paragraph) and paragraph[0].tag.endswith("}pPr") else 0
    paragraph.insert(first, element("bookmarkStart", {"id": number, "name": name}))
    paragraph.append(element("bookmarkEnd", {"id": number}))


def _add_part(document: Any, trace: Trace) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", _base(trace), package)
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    properties = Part(PackURI("/customXml/itemProps1.xml"), kind, _ABOUT.encode("utf-8"), package)
    item.relate_to(properties, f"{_RELATION}Props")
    document.part.relate_to(item, _RELATION)


def _base(trace: Trace) -> bytes:
    """Return the base text as XML: one `p` a paragraph, its bookmark, its parts, and its characters as printed."""
    root = ElementTree.Element("base", {"xmlns": NAMESPACE, "revision": trace.revision})
    for line in trace.lines:
        about = {
            "name": line.name if line.parts else "",
            "level": str(line.level or ""),
            "things": " ".join(line.things),
        }
        node = ElementTree.SubElement(root, "p", {key: value for key, value in about.items() if value})
        for part in line.parts:
            ElementTree.SubElement(node, "s", {"key": part.key, "from": str(part.start), "to": str(part.end)})
        ElementTree.SubElement(node, "t").text = line.text
        for note in line.notes:
            ElementTree.SubElement(node, "n").text = note
    for words in trace.margins:
        ElementTree.SubElement(root, "m").text = words
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()
