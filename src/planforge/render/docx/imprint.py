"""The imprint (版记) at the foot of an even page of its own.

A row of exact height fills the page above: floating tables stand elsewhere in each program. The text must not take more
lines than reckoned, or it would slip to the next page: `lines_needed` reckons on the safe side.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from planforge.records import record
from planforge.render.docx.imprint_parts import (
    borders,
    on_one_line,
    organ_lines,
    organs,
    printed,
    printing_date,
    printing_organ,
)
from planforge.render.docx.oxml import Element, element, twips
from planforge.render.docx.paragraphs import spacer
from planforge.render.docx.table import cell, grid, properties
from planforge.render.house import PAPER_HEIGHT_MM, PT_PER_MM, House, PageProfile
from planforge.render.measure import lines_needed, sheets_needed, spaced_em
from planforge.render.page import Imprint

_SPACER_PT = 1.0
_DATE_SLACK_CHARS = 0.3  # a cell no wider than its words breaks them in some programs
_SPARE_EVERY = 10  # lines; one more line than reckoned would bring a page more, and the end to an odd page
_SLACK_PT = 0.7  # Word counts borders into row heights a little differently; the last rule may lie 1 mm off


@record(frozen=True, slots=True)
class _Row:
    """Cells side by side, each as its width in twips and its paragraphs, and how many lines they take."""

    cells: tuple[tuple[int, list[Element]], ...]
    lines: int


@record(frozen=True, slots=True)
class PlacedImprint:
    """The table that fills the page, between the paragraphs programs need around it; how many pages it takes.

    One that is higher than a page begins on a page before; its rows are then cut where that page ends.
    """

    elements: list[Element]
    pages: int


def imprint(block: Imprint, house: House, profile: PageProfile, width: int) -> PlacedImprint:
    """Return the imprint so that it ends at the foot of its last page; ``width`` of the text area in twips."""
    line = house.styles["imprint"].line_pt or profile.line_pt
    rows = list(_rows(block, house, width))
    rules = 2 * house.imprint.thick_pt + house.imprint.thin_pt
    room = (PAPER_HEIGHT_MM - profile.top_mm - house.imprint.foot_mm) * PT_PER_MM - 2 * _SPACER_PT - _SLACK_PT - rules
    lines = sum(row.lines for row in rows)
    spare = lines // _SPARE_EVERY if lines * line > room else 0
    pages, first = sheets_needed(lines + spare, room, line)
    widths = [wide for wide, _ in max((row.cells for row in rows), key=len, default=((width, []),))]
    made = [_row(_Row(((width, [spacer(_SPACER_PT)]),), 0), widths, [], twips(room - first * line), "exact")]
    for index, row in enumerate(rows):
        edges = borders(house, first=index == 0, last=index == len(rows) - 1)
        made.append(_row(row, widths, edges, row.lines * twips(line) if pages == 1 else 0))
    table = element("tbl", None, properties(width, None), grid(widths), *made)
    return PlacedImprint([spacer(_SPACER_PT), table, spacer(_SPACER_PT)], pages)


def _rows(block: Imprint, house: House, width: int) -> Iterator[_Row]:
    size, side = house.styles["imprint"].size_pt, house.imprint.side_chars
    if block.organs:
        count = sum(organ_lines(text, house, width) for text in block.organs)
        yield _Row(((width, organs(block, house)),), count)
    if not on_one_line(block, house, width):
        dated = twips((spaced_em(block.on) + side + _DATE_SLACK_CHARS) * size)
        named = width - dated
        cells = (
            (named, [printing_organ(block, twips(side * size), twips(size))]),
            (dated, [printing_date(block, twips(side * size))]),
        )
        yield _Row(cells, lines_needed(block.by, named / twips(size) - side - 1, spaced=True))
    elif block.by or block.on:
        yield _Row(((width, [printed(block, twips(side * size), width)]),), 1)


def _row(row: _Row, widths: list[int], edges: list[Element], height: int, rule: str = "atLeast") -> Element:
    """Return ``w:tr``; one of no height of its own may be cut at the end of a page."""
    about = [element("cantSplit"), element("trHeight", {"val": height, "hRule": rule})] if height else []
    columns = 1 + len(widths) - len(row.cells)
    at = "center" if len(row.cells) == 1 else "top"
    cells = [
        cell(wide, content, element("tcBorders", None, *deepcopy(edges)) if edges else None, columns=columns, at=at)
        for wide, content in row.cells
    ]
    return element("tr", None, element("trPr", None, *about), *cells)
