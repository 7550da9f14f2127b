"""The body of a Word document in order: paragraphs and tables, deleted text left out, merged cells repeated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import TypeAlias
from xml.etree.ElementTree import Element

from planforge.errors import SourceError
from planforge.ooxml.names import NOTE_REFERENCES, mc, w
from planforge.ooxml.nesting import MOST_DEPTH, runs_in
from planforge.ooxml.package import Package
from planforge.ooxml.styles import Styles
from planforge.records import cached_property, record

_SKIPPED = {w("del"), w("moveFrom"), w("instrText"), w("delText"), w("pPr"), w("rPr"), mc("Fallback")}
_BREAKS = {w("tab"): "\t", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_OWN_TEXT = {w("tbl"), w("p")}
_MOST_COLUMNS = 100
"""Word itself stops at 63; cells that claim to cover more are taken to cover this many in all."""


@record(frozen=True, eq=False, slots=True)
class RunText:
    """Characters that a run gives to a line: `start` of them are not part of it (blanks at the edge of a cell)."""

    run: Element
    start: int
    text: str


@record(frozen=True)
class WordParagraph:
    """A paragraph: its text, its outline level (0: body), how many first characters are bold; the runs of the text.

    `entry`: whether it is one of the contents, a link to a heading with the number of its page.
    """

    text: str
    level: int = 0
    lead: int = 0
    runs: tuple[RunText, ...] = field(default=(), repr=False, compare=False)
    entry: bool = False


Cell: TypeAlias = tuple[RunText, ...]


@record(frozen=True)
class WordTable:
    """A table: the runs of each cell, row by row; a merged cell repeats in every place it covers."""

    cells: tuple[tuple[Cell, ...], ...]

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The texts of the cells."""
        return tuple(tuple("".join(run.text for run in cell) for cell in row) for row in self.cells)


def body_of(package: Package) -> list[WordParagraph | WordTable]:
    """Return paragraphs and tables in document order; text boxes and content controls are read in place.

    Raises:
        SourceError: when it has no body.
    """
    document = package.xml("word/document.xml")
    if document is None or document.find(w("body")) is None:
        # an ISO strict document has other names; silence would pass for a document without a fault
        hint = "请在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”"
        raise SourceError(f"“{package.name}”里没有读得懂的正文", hint=hint)
    return body_of_root(document, package.xml("word/styles.xml"))


def body_of_root(document: Element, styles: Element | None = None) -> list[WordParagraph | WordTable]:
    """Return the same of a document part and, for levels and boldness, the styles part."""
    body = document.find(w("body"))
    return [] if body is None else list(_Reader(Styles(styles)).blocks(body, 0))


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.styles = styles

    def blocks(self, parent: Element, depth: int) -> Iterator[WordParagraph | WordTable]:
        """Yield what stands in a body, a content control or a wrapper."""
        if depth > MOST_DEPTH:
            return
        for child in parent:
            if child.tag == w("p"):
                yield self.paragraph(child)
            elif child.tag == w("tbl"):
                yield WordTable(tuple(self.rows(child, depth)))
            elif child.tag not in _SKIPPED and child.tag != w("sectPr"):
                yield from self.blocks(child, depth + 1)

    def paragraph(self, element: Element) -> WordParagraph:
        """Read one paragraph."""
        runs = tuple(RunText(run, 0, _words(run)) for run in runs_in(element, _SKIPPED))
        text = "".join(run.text for run in runs)
        lead = 0
        for run in runs:
            bold = self.styles.is_bold(run.run)
            if not bold and run.text.strip():
                break
            lead += len(run.text) if bold else 0
        level, lead = self.styles.outline_level(element), lead if lead < len(text) else 0
        return WordParagraph(text, level, lead, runs, _is_entry(element, text))

    def rows(self, table: Element, depth: int) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows, gridSpan and vMerge spelt out; those of a table in a cell come behind its row."""
        above: list[Cell] = []
        for row in _inside(table, w("tr"), 0):
            cells: list[Cell] = []
            found = list(_inside(row, w("tc"), 0))
            for cell in found:
                properties = cell.find(w("tcPr"))
                runs = self.cell(cell, depth)
                if _goes_on(properties) and len(cells) < len(above):
                    runs = above[len(cells)]
                cells += [runs] * min(_span(properties), max(1, _MOST_COLUMNS - len(cells)))
            above = cells
            if cells:
                yield tuple(cells)
            if depth < MOST_DEPTH:
                yield from self._nested(found, depth + 1)

    def _nested(self, cells: list[Element], depth: int) -> Iterator[tuple[Cell, ...]]:
        for cell in cells:
            for table in _inside(cell, w("tbl"), 0):
                yield from self.rows(table, depth)

    def cell(self, cell: Element, depth: int) -> Cell:
        """Return the runs of a cell, its paragraphs joined without the blanks around them.

        Those of tables in it are not of them, except so deep that these are read no further.
        """
        elements = _inside(cell, w("p"), 0) if depth < MOST_DEPTH else cell.iter(w("p"))
        return tuple(run for element in elements for run in _stripped(self.paragraph(element)))


def _is_entry(paragraph: Element, text: str) -> bool:
    """Return whether all words of a paragraph are a link to the page of a heading; the number may not be there yet."""
    links = [link for link in paragraph.iter(w("hyperlink")) if link.get(w("anchor"))]
    linked = "".join(_words(run) for link in links for run in runs_in(link, _SKIPPED))
    codes = (code.text or "" for link in links for code in link.iter(w("instrText")))
    return bool(links) and linked.strip() == text.strip() != "" and any("PAGEREF" in code for code in codes)


def run_pieces(run: Element) -> Iterator[tuple[Element, str]]:
    """Yield the parts of a run that are text, each with its characters; a note's own mark (* or ①) is none."""
    for child in run:
        if child.tag in NOTE_REFERENCES and child.get(w("customMarkFollows"), "0") in ("1", "true", "on"):
            return
        if child.tag == w("t"):
            yield child, child.text or ""
        elif child.tag in _BREAKS:
            yield child, _BREAKS[child.tag]


def _words(run: Element) -> str:
    return "".join(text for _, text in run_pieces(run))


def _stripped(paragraph: WordParagraph) -> Iterator[RunText]:
    text = paragraph.text
    first, last, at = len(text) - len(text.lstrip()), len(text.rstrip()), 0
    for run in paragraph.runs:
        start, end = max(first - at, 0), min(last - at, len(run.text))
        if start < end:
            yield RunText(run.run, start, run.text[start:end])
        elif any(child.tag in NOTE_REFERENCES for child in run.run):
            yield RunText(run.run, 0, "")
        at += len(run.text)


def _inside(parent: Element, wanted: str, depth: int) -> Iterator[Element]:
    """Yield the elements of a name in `parent` or in wrappers there (content controls, insertions), not in tables."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag not in _SKIPPED and child.tag not in _OWN_TEXT and depth < MOST_DEPTH:
            yield from _inside(child, wanted, depth + 1)


def _span(properties: Element | None) -> int:
    span = properties.find(w("gridSpan")) if properties is not None else None
    value = span.get(w("val"), "1") if span is not None else "1"
    return min(int(value), 100) if value.isdecimal() and int(value) else 1


def _goes_on(properties: Element | None) -> bool:
    merge = properties.find(w("vMerge")) if properties is not None else None
    return merge is not None and merge.get(w("val"), "continue") == "continue"
