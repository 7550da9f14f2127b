"""Reads a Word document with its history, paragraph by paragraph.

The contents page and the results of fields are the program's own and left out; formatting changes are no changes of the
text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from planforge.ooxml.history import Cell, Mark, MarkKind, Piece, RevisedParagraph, Stamp, Thing, ThingKind
from planforge.ooxml.names import m, mc, w
from planforge.ooxml.nesting import MOST_DEPTH
from planforge.ooxml.package import Package
from planforge.ooxml.styles import Styles

_SKIPPED = {w("instrText"), w("delInstrText"), w("pPr"), w("rPr"), w("sectPr"), mc("Fallback")}
_BREAKS = {w("tab"): "\t", w("noBreakHyphen"): "-"}
_THINGS: dict[str, ThingKind] = {
    w("footnoteReference"): "note",
    w("endnoteReference"): "endnote",
    w("drawing"): "picture",
    w("pict"): "picture",
    w("object"): "picture",
    w("sym"): "symbol",
    m("oMath"): "equation",
    w("br"): "break",
    w("cr"): "break",
}
_INSERTED = (w("ins"), w("moveTo"))
_DELETED = (w("del"), w("moveFrom"))
_MARKS: dict[str, MarkKind] = {
    w("bookmarkStart"): "bookmark",
    w("bookmarkEnd"): "bookmark-end",
    w("commentRangeStart"): "comment",
    w("commentRangeEnd"): "comment-end",
    w("commentReference"): "comment-point",
}


def things_of(element: Element) -> tuple[Thing, ...]:
    """Return what stands among the characters of a paragraph; most have nothing, which is seen at a glance."""
    if not any(node.tag in _THINGS for node in element.iter()):
        return ()
    paragraph = next(_Reader(Styles(None)).blocks([element], None, 0))
    return tuple(one for one in paragraph.content if isinstance(one, Thing))


def revised_part(root: Element) -> list[RevisedParagraph]:
    """Return the paragraphs of a header or footer."""
    return list(_Reader(Styles(None)).blocks(root, None, 0))


def revised_paragraphs(package: Package) -> list[RevisedParagraph]:
    """Return all paragraphs of the body in order, those in tables and text boxes in their place.

    Raises:
        SourceError: when the document is damaged or not safe to open.
    """
    document = package.xml("word/document.xml")
    body = document.find(w("body")) if document is not None else None
    if body is None:
        return []
    reader = _Reader(Styles(package.xml("word/styles.xml")))
    found = list(reader.blocks(body, None, 0))
    if reader.waiting and found:
        found[-1] = replace(found[-1], content=(*found[-1].content, *reader.waiting))
    return found


@dataclass
class _Reader:
    styles: Styles
    waiting: list[Mark] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)
    _tables: int = 0
    _fields: list[str] = field(default_factory=list)

    def blocks(self, parent: Iterable[Element], cell: Cell | None, depth: int) -> Iterator[RevisedParagraph]:
        """Yield what stands in a body, a cell or a wrapper; marks between paragraphs go to the next one."""
        if depth > MOST_DEPTH:
            return
        for child in parent:
            if child.tag == w("p"):
                yield self._paragraph(child, cell)
            elif child.tag == w("tbl"):
                yield from self._table(child, depth)
            elif child.tag in _MARKS:
                self.waiting += self._mark(child)
            elif child.tag not in _SKIPPED:
                yield from self.blocks(child, cell, depth + 1)

    def _table(self, table: Element, depth: int) -> Iterator[RevisedParagraph]:
        number = self._tables
        self._tables += 1
        for row_number, row in enumerate(_rows(table, 0)):
            properties = row.find(w("trPr"))
            came, went = _stamp(properties, w("ins")), _stamp(properties, w("del"))
            column = 0
            for child in row:
                if child.tag in _MARKS:
                    self.waiting += self._mark(child)
                for cell in [child] if child.tag == w("tc") else child.iter(w("tc")):
                    place = Cell(number, row_number, column, came, went)
                    yield from self.blocks(cell, place, depth + 1)
                    column += 1

    def _paragraph(self, element: Element, cell: Cell | None) -> RevisedParagraph:
        properties = element.find(w("pPr"))
        end = properties.find(w("rPr")) if properties is not None else None
        style = properties.find(w("pStyle")) if properties is not None else None
        name = style.get(w("val"), "") if style is not None else ""
        contents = any("TOC" in code for code in self._fields)
        content = [*self.waiting, *self._content(element, None, None, 0)]
        self.waiting.clear()
        return RevisedParagraph(
            content=tuple(content),
            style=name,
            level=self.styles.outline_level(element),
            inserted=_stamp(end, *_INSERTED),
            deleted=_stamp(end, *_DELETED),
            cell=cell,
            contents=contents or name.upper().startswith("TOC"),
            restyled=_stamp(properties, w("pPrChange")),
        )

    def _content(
        self, parent: Element, inserted: Stamp | None, deleted: Stamp | None, depth: int
    ) -> Iterator[Piece | Mark | Thing]:
        if depth > MOST_DEPTH:
            return
        for child in parent:
            if child.tag in _MARKS:
                yield from self._mark(child)
            elif child.tag in _THINGS:
                yield _thing(child, inserted, deleted)
            elif child.tag == w("r"):
                yield from self._run(child, inserted, deleted)
            elif child.tag in _INSERTED:
                yield from self._content(child, _own(child), deleted, depth + 1)
            elif child.tag in _DELETED:
                yield from self._content(child, inserted, deleted or _own(child), depth + 1)
            elif child.tag not in _SKIPPED:
                yield from self._content(child, inserted, deleted, depth + 1)

    def _run(self, run: Element, inserted: Stamp | None, deleted: Stamp | None) -> Iterator[Piece | Mark | Thing]:
        for child in run:
            if child.tag in (w("t"), w("delText")):
                yield Piece(child.text or "", inserted, deleted)
            elif child.tag == mc("AlternateContent"):
                yield from self._run(next(iter(child), child), inserted, deleted)
            elif child.tag in _THINGS and not _ends_page(child):
                yield _thing(child, inserted, deleted)
            elif child.tag in _BREAKS:
                yield Piece(_BREAKS[child.tag], inserted, deleted)
            elif child.tag in _MARKS:
                yield from self._mark(child)
            elif child.tag == w("fldChar"):
                self._field(child.get(w("fldCharType"), ""))
            elif child.tag == w("instrText") and self._fields:
                self._fields[-1] += child.text or ""

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _mark(self, element: Element) -> list[Mark]:
        kind, number = _MARKS[element.tag], element.get(w("id"), "")
        if kind == "bookmark":
            self._names[number] = element.get(w("name"), "")
        name = self._names.get(number, "") if kind.startswith("bookmark") else number
        return [Mark(kind, name)] if name else []


def _rows(parent: Element, depth: int) -> Iterator[Element]:
    """Yield the rows of a table, those in content controls too, but not those of tables within its cells."""
    for child in parent:
        if child.tag == w("tr"):
            yield child
        elif child.tag not in (w("tbl"), w("tblPr"), w("tblGrid")) and depth < MOST_DEPTH:
            yield from _rows(child, depth + 1)


def _ends_page(element: Element) -> bool:
    """Whether a break is one of pages or columns: they are the layout's, and LibreOffice puts in some of its own."""
    return element.get(w("type"), "textWrapping") != "textWrapping" and element.tag == w("br")


def _thing(element: Element, inserted: Stamp | None, deleted: Stamp | None) -> Thing:
    kind, words = _THINGS[element.tag], ""
    if kind in ("note", "endnote"):
        words = element.get(w("id"), "")
    elif kind == "picture":
        words = "".join(node.text or "" for node in element.iter(w("t"))).strip()
        kind = "text-box" if words else kind
    elif kind == "equation":
        words = "".join(node.text or "" for node in element.iter(m("t")))
    return Thing(kind, words, inserted, deleted)


def _stamp(properties: Element | None, *tags: str) -> Stamp | None:
    found = (properties.find(tag) for tag in tags) if properties is not None else ()
    return next((_own(element) for element in found if element is not None), None)


def _own(element: Element) -> Stamp:
    return Stamp(element.get(w("author"), "").strip(), element.get(w("date"), ""))
