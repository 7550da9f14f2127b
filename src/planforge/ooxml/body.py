"""The body of a Word document in order: paragraphs and tables, deleted text left out, merged cells repeated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias
from xml.etree.ElementTree import Element

from planforge.ooxml.names import mc, w
from planforge.ooxml.package import Package
from planforge.ooxml.styles import Styles

_SKIPPED = {w("del"), w("moveFrom"), w("instrText"), w("delText"), w("pPr"), w("rPr"), mc("Fallback")}
_BREAKS = {w("tab"): "\t", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_MOST_DEPTH = 60


@dataclass(frozen=True, eq=False, slots=True)
class RunText:
    """Characters that a run gives to a line: `start` of them are not part of it (blanks at the edge of a cell)."""

    run: Element
    start: int
    text: str


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph: its text, its outline level (0: body), how many first characters are bold; the runs of the text."""

    text: str
    level: int = 0
    lead: int = 0
    runs: tuple[RunText, ...] = field(default=(), repr=False, compare=False)


Cell: TypeAlias = tuple[RunText, ...]


@dataclass(frozen=True)
class WordTable:
    """A table: the runs of each cell, row by row; a merged cell repeats in every place it covers."""

    cells: tuple[tuple[Cell, ...], ...]

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The texts of the cells."""
        return tuple(tuple("".join(run.text for run in cell) for cell in row) for row in self.cells)


def body_of(package: Package) -> list[WordParagraph | WordTable]:
    """Return paragraphs and tables in document order; text boxes and content controls are read in place."""
    document = package.xml("word/document.xml")
    return [] if document is None else body_of_root(document, package.xml("word/styles.xml"))


def body_of_root(document: Element, styles: Element | None = None) -> list[WordParagraph | WordTable]:
    """Return the same of a document part and, for levels and boldness, the styles part."""
    body = document.find(w("body"))
    return [] if body is None else list(_Reader(Styles(styles)).blocks(body, 0))


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
        runs = tuple(RunText(run, 0, _words(run)) for run in _runs(element, 0))
        text = "".join(run.text for run in runs)
        lead = 0
        for run in runs:
            bold = self.styles.is_bold(run.run)
            if not bold and run.text.strip():
                break
            lead += len(run.text) if bold else 0
        return WordParagraph(text, self.styles.outline_level(element), lead if lead < len(text) else 0, runs)

    def rows(self, table: Element) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows of a table with gridSpan and vMerge spelt out."""
        above: list[Cell] = []
        for row in table.iter(w("tr")):
            cells: list[Cell] = []
            for cell in row.findall(w("tc")):
                properties = cell.find(w("tcPr"))
                runs = self.cell(cell)
                if _goes_on(properties) and len(cells) < len(above):
                    runs = above[len(cells)]
                cells += [runs] * _span(properties)
            above = cells
            yield tuple(cells)

    def cell(self, cell: Element) -> Cell:
        """Return the runs of a cell, its paragraphs joined without the blanks around them."""
        return tuple(run for paragraph in cell.iter(w("p")) for run in _stripped(self.paragraph(paragraph)))


def run_pieces(run: Element) -> Iterator[tuple[Element, str]]:
    """Yield the parts of a run that are text, each with its characters."""
    for child in run:
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
        at += len(run.text)


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
