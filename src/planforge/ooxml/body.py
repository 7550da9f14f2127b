"""The body of a Word document in order: paragraphs and tables, deleted text left out, merged cells repeated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from planforge.ooxml.names import mc, w
from planforge.ooxml.package import Package
from planforge.ooxml.styles import Styles

_SKIPPED = {w("del"), w("moveFrom"), w("instrText"), w("delText"), w("pPr"), w("rPr"), mc("Fallback")}
_BREAKS = {w("tab"): "\t", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_MOST_DEPTH = 60


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph: its text, its outline level (0: body), how many first characters are bold."""

    text: str
    level: int = 0
    lead: int = 0


@dataclass(frozen=True)
class WordTable:
    """A table: rows of cell texts; a merged cell repeats in every place it covers."""

    rows: tuple[tuple[str, ...], ...]


def body_of(package: Package) -> list[WordParagraph | WordTable]:
    """Return paragraphs and tables in document order; text boxes and content controls are read in place."""
    document = package.xml("word/document.xml")
    body = document.find(w("body")) if document is not None else None
    if body is None:
        return []
    return list(_Reader(Styles(package.xml("word/styles.xml"))).blocks(body, 0))


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.styles = styles

    def blocks(self, parent: Element, depth: int) -> Iterator[WordParagraph | WordTable]:
        """Yield what stands in a body, a content control or a wrapper."""
        if depth > _MOST_DEPTH:
            return
        for child in parent:
            if child.tag == w("p"):
                yield self.paragraph(child)
            elif child.tag == w("tbl"):
                yield WordTable(tuple(self.rows(child)))
            elif child.tag not in _SKIPPED and child.tag != w("sectPr"):
                yield from self.blocks(child, depth + 1)

    def paragraph(self, element: Element) -> WordParagraph:
        """Read one paragraph."""
        parts = [(self.words(run), self.styles.is_bold(run)) for run in _runs(element, 0)]
        text = "".join(words for words, _ in parts)
        lead = 0
        for words, bold in parts:
            if not bold and words.strip():
                break
            lead += len(words) if bold else 0
        return WordParagraph(text, self.styles.outline_level(element), lead if lead < len(text) else 0)

    def words(self, run: Element) -> str:
        """Return the text of a run."""
        return "".join(
            child.text or "" if child.tag == w("t") else _BREAKS.get(child.tag, "")
            for child in run
            if child.tag not in _SKIPPED
        )

    def rows(self, table: Element) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a table with gridSpan and vMerge spelt out."""
        above: list[str] = []
        for row in table.iter(w("tr")):
            cells: list[str] = []
            for cell in row.findall(w("tc")):
                properties = cell.find(w("tcPr"))
                text = self.cell(cell)
                if _goes_on(properties) and len(cells) < len(above):
                    text = above[len(cells)]
                cells += [text] * _span(properties)
            above = cells
            yield tuple(cells)

    def cell(self, cell: Element) -> str:
        """Return the text of a cell, its paragraphs joined."""
        paragraphs = (self.paragraph(paragraph).text.strip() for paragraph in cell.iter(w("p")))
        return "".join(text for text in paragraphs if text)


def _runs(parent: Element, depth: int) -> Iterator[Element]:
    """Yield the runs of a paragraph, insertions, links and fields included."""
    for child in parent:
        if child.tag == w("r"):
            yield child
        elif child.tag not in _SKIPPED and depth < _MOST_DEPTH:
            yield from _runs(child, depth + 1)


def _span(properties: Element | None) -> int:
    span = properties.find(w("gridSpan")) if properties is not None else None
    value = span.get(w("val"), "1") if span is not None else "1"
    return min(int(value), 100) if value.isdecimal() and int(value) else 1


def _goes_on(properties: Element | None) -> bool:
    merge = properties.find(w("vMerge")) if properties is not None else None
    return merge is not None and merge.get(w("val"), "continue") == "continue"
