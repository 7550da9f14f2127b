"""Where the last rule of 版记 lies in a DOCX, when its table begins a page and its rows have heights."""

from __future__ import annotations

import math

from planforge.inspect.units import mm_of_pt, mm_of_twips
from planforge.inspect.widths import width_of
from planforge.inspect.word_file import WordFile, WordParagraph, WordTable
from planforge.inspect.word_space import height, line_height

_NEW_PAGE = ("nextPage", "evenPage", "oddPage")


def last_rule(file: WordFile, first: WordParagraph) -> float | None:
    """Return the millimetres from the paper's top to the foot of the table that holds `first`, None if not known."""
    if first.cell is None:
        return None
    table = file.tables[first.cell.table]
    above = file.paragraphs[: table.paragraph]
    start = next((at for at in range(len(above) - 1, -1, -1) if _begins_page(file, at)), None)
    if start is None or any(paragraph.bare for paragraph in above[start:]):
        return None
    top = file.section_of(first).margins["top"]
    points = sum(height(file, paragraph) for paragraph in above[start:])
    rows = sum(_row(file, first.cell.table, row, table) for row in range(table.rows))
    return mm_of_twips(top + rows) + mm_of_pt(points)


def _begins_page(file: WordFile, at: int) -> bool:
    paragraph = file.paragraphs[at]
    new_section = at > 0 and file.paragraphs[at - 1].section != paragraph.section
    return paragraph.starts_page or (new_section and file.section_of(paragraph).kind in _NEW_PAGE)


def _row(file: WordFile, table: int, row: int, found: WordTable) -> float:
    """Return the height of a row in twips: as set, or as its text needs."""
    value, rule = found.heights[row]
    if rule == "exact":
        return value
    inside = [one for one in file.paragraphs if one.cell and (one.cell.table, one.cell.row) == (table, row)]
    needed = sum(20 * line_height(file, paragraph) * _lines(file, paragraph) for paragraph in inside)
    return max(value, needed)


def _lines(file: WordFile, paragraph: WordParagraph) -> int:
    size = paragraph.size or 1.0
    room = file.section_of(paragraph).text_width / 20 / size - paragraph.indent("left") - paragraph.indent("right")
    return max(1, math.ceil(width_of(paragraph.bare) / max(1.0, room)))
