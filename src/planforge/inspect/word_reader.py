"""DOCX → `WordFile`: every paragraph with its formatting resolved as Word does; nothing is judged here."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

from planforge.inspect.head_rows import word_row
from planforge.inspect.passage import Place
from planforge.inspect.units import mm_of_twips
from planforge.inspect.word_drawing import boxes_in, lines_in
from planforge.inspect.word_file import Cell, DrawnLine, Section, WordFile, WordParagraph, WordTable, side_of
from planforge.inspect.word_runs import Runs, is_content
from planforge.inspect.word_sections import section_of
from planforge.inspect.word_tables import borders_of, outer, table_of, valign_of
from planforge.inspect.word_turned import floating_paragraphs
from planforge.ooxml.formats import ParagraphFormat
from planforge.ooxml.levels import flag, named, number_of, whole
from planforge.ooxml.names import mc, w
from planforge.ooxml.nesting import MOST_DEPTH
from planforge.ooxml.package import Package
from planforge.ooxml.relations import Relations, main_part
from planforge.ooxml.resolve import Resolver
from planforge.ooxml.theme import Theme

_SKIPPED = {w("del"), w("moveFrom"), w("instrText"), w("delText"), w("pPr"), w("rPr"), mc("Fallback")}
_MOST_PARAGRAPHS = 100_000


def read_word(package: Package) -> WordFile:
    """Return a DOCX as measured data.

    Raises:
        SourceError: when a part is damaged or not safe to read.
    """
    main = main_part(package)
    relations = Relations(package, main)

    def part(kind: str) -> Element | None:
        name = relations.first(kind)
        return package.xml(name) if name else None

    resolver = Resolver(part("styles"), Theme(part("theme")), part("numbering"))
    document, settings = package.xml(main), part("settings")
    body = document.find(w("body")) if document is not None else None
    first = next(body.iter(w("sectPr")), None) if body is not None else None
    margins = first.find(w("pgMar")) if first is not None else None
    reader = _Reader(Runs(resolver), resolver, mm_of_twips(number_of(margins, "top", 1440)))
    _prune(body)
    reader.walk(body if body is not None else Element("body"), None, "", 0)
    closing = body.find(w("sectPr")) if body is not None else None
    elements = [*reader.sections, *([closing] if closing is not None else [])] or [Element(w("sectPr"))]
    sections: list[Section] = []
    for element in elements:
        sections.append(section_of(element, sections[-1] if sections else None, package, relations, reader.stray))
    return WordFile(
        paragraphs=tuple(reader.paragraphs),
        sections=tuple(sections),
        tables=tuple(reader.tables),
        lines=tuple(reader.lines),
        even_and_odd=settings is not None and flag(settings.find(w("evenAndOddHeaders")), False),
        footer_lines=tuple(reader.footer_lines),
    )


def _prune(body: Element | None) -> None:
    """Take out what old programs show instead of a drawing, or it would count twice."""
    for parent in body.iter(mc("AlternateContent")) if body is not None else ():
        if parent.find(mc("Choice")) is not None:
            for fallback in parent.findall(mc("Fallback")):
                parent.remove(fallback)


class _Reader:
    """Walks the body; a table row counts as one paragraph in places, as in `planforge lint`."""

    def __init__(self, runs: Runs, resolver: Resolver, top_margin: float) -> None:
        self._top_margin = top_margin
        self._runs = runs
        self._resolver = resolver
        self._number = 0
        self._breaks = False
        self.paragraphs: list[WordParagraph] = []
        self.tables: list[WordTable] = []
        self.lines: list[DrawnLine] = []
        self.footer_lines: list[DrawnLine] = []
        self.sections: list[Element] = []

    def walk(self, parent: Element, cell: Cell | None, style: str, depth: int) -> None:
        """Read what stands in a body, a cell, a content control or a wrapper."""
        if depth > MOST_DEPTH:
            return
        for child in parent:
            if child.tag == w("p") and len(self.paragraphs) < _MOST_PARAGRAPHS:
                self._number += cell is None
                self._paragraph(child, cell, style)
            elif child.tag == w("tbl"):
                self._table(child, depth + 1)
            elif child.tag not in _SKIPPED and child.tag not in (w("sectPr"), w("tcPr")):
                self.walk(child, cell, style, depth + 1)

    def stray(self, parent: Element) -> tuple[WordParagraph, ...]:
        """Return the paragraphs of a footer."""
        boxed = {id(one) for box in parent.iter(w("txbxContent")) for one in box.iter(w("p"))}
        boxed |= floating_paragraphs(parent)
        self.footer_lines += [line for child in parent.iter(w("p")) for line in lines_in(child, -1)]
        made = ((child, self._made(child, None, "", Place(text="页脚"))) for child in parent.iter(w("p")))
        return tuple(replace(one, floats=one.floats or id(child) in boxed) for child, one in made)

    def _paragraph(self, element: Element, cell: Cell | None, style: str) -> None:
        place = Place(paragraph=self._number)
        for content, top in boxes_in(element, self._top_margin):
            for one in content.iter(w("p")):
                self.paragraphs.append(
                    replace(self._made(one, cell, style, place), floats=True, float_top=top, boxed=True)
                )
        made = self._made(element, cell, style, place)
        self.paragraphs += word_row(made) if cell is None else (made,)
        self.lines += lines_in(element, len(self.paragraphs) - 1)
        section = element.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            self.sections.append(section)
        self._breaks = section is not None or _ends_with_break(element)

    def _made(self, element: Element, cell: Cell | None, style: str, place: Place) -> WordParagraph:
        form = self._resolver.paragraph(element, style)
        content = self._runs.of(element, style)
        text = "".join(piece.text for piece in content.pieces)
        floats, top = _framed(form, self._top_margin)
        return WordParagraph(
            pieces=content.pieces,
            place=Place(None, place.paragraph, place.text or _short(text)),
            side=side_of(form),
            starts_page=form.page_break_before or self._breaks or content.breaks_first,
            boxed=cell is not None or sum(border.drawn for border in form.borders.values()) >= 2,
            format=form,
            section=len(self.sections),
            cell=cell,
            breaks=content.lines,
            has_page_field=content.page_field,
            spaced=content.spacing,
            latin_marks=content.latin_marks,
            floats=floats,
            float_top=top,
        )

    def _table(self, element: Element, depth: int) -> None:
        properties = element.find(w("tblPr"))
        style = named(properties, "tblStyle")
        rows, first = element.findall(w("tr")), len(self.paragraphs)
        edges = dict(borders_of(properties, "tblBorders"))
        for number, row in enumerate(rows):
            self._number += 1
            for column, cell in enumerate(row.findall(w("tc"))):
                borders = {**outer(edges, number, len(rows)), **dict(borders_of(cell.find(w("tcPr")), "tcBorders"))}
                at = Cell(len(self.tables), number, column, borders, valign_of(cell))
                self.walk(cell, at, style, depth)
        self.tables.append(table_of(properties, rows, first, len(self.sections), edges))


def _framed(form: ParagraphFormat, top_margin: float) -> tuple[bool, float | None]:
    """Return whether a paragraph is a frame at a place of the page, and its top (mm) where that is fixed."""
    start = {"page": 0.0, "margin": top_margin}.get(form.frame.get("vAnchor", ""))
    y = whole(form.frame.get("y"))
    if start is None or (y is None and "yAlign" not in form.frame):
        return False, None
    return True, None if y is None or "yAlign" in form.frame else start + mm_of_twips(y)


def _ends_with_break(element: Element) -> bool:
    """Return whether a page break is the last thing in a paragraph."""
    last = False
    for child in element.iter():
        if child.tag == w("br") and child.get(w("type")) == "page":
            last = True
        elif is_content(child):
            last = False
    return last


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 16 else f"{text[:14]}……"
