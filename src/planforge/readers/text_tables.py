"""Tables in plain text: cells between tabs, bars or wide gaps, or one cell a line as a PDF extraction gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.announced_tables import divided_by_rows
from planforge.readers.corner_heads import with_corner
from planforge.readers.divided_tables import divided_by_width
from planforge.readers.gapped_tables import Rows, gapped, may_be_group
from planforge.readers.marks import box_mark, caption_mark, unit_line
from planforge.readers.merged_heads import with_merged_head
from planforge.readers.merged_totals import with_placed_totals
from planforge.readers.paired_tables import paired
from planforge.readers.stacked_cells import is_figure, names_unit
from planforge.readers.stacked_heads import begins_head, head_length
from planforge.readers.stacked_rows import rows_below

_RULE = expression(r"^\|?[\s:|-]*-{2,}[\s:|-]*\|?$")
_MOST_CELL = 40
_MOST_NAME = 60
"""A name with its unit may be longer than other cells."""
_LEAST_WIDE = 2
_PAIR = 2
_CONTENTS = expression("^$|^目[录次]|页[码次数]?$")
_MOST_GROUPS = 2
"""So many lines, at most, name groups between two rows: 按行业分：, 工业."""
_WIDEST = 60
"""Columns of a table at most."""


class TextTables:
    """The tables among the lines of a file, asked for line by line in their order.

    Rows of one cell make no table from their second line on when they made none from their first, and where a run of
    lines that may be cells ends is seen once.
    """

    def __init__(self, lines: Sequence[Characters]) -> None:
        self._lines = [_without_last_bar(line) for line in lines]
        self._single = 0  # lines before it stand in rows of one cell
        self._run_end = 0  # lines before it, from the one asked for on, may be cells

    def at(self, start: int, *, announced: bool) -> tuple[Rows, int]:
        """Return the table that begins at a line, and the line behind it; no rows and the next line when none does.

        Args:
            start: the line.
            announced: whether a caption stands right above.
        """
        if unit_line(self._lines[start].value):
            return (), start + 1
        rows, behind = self._delimited(start)
        if not rows:
            rows, behind = gapped(self._lines, start, announced=announced)
        if not rows:
            rows, behind = paired(self._lines, start)
        if not rows and self._may_be_stacked(start, announced=announced):
            rows, behind = self._stacked(start, announced=announced)
        return (rows, behind) if rows else ((), start + 1)

    def _delimited(self, start: int) -> tuple[Rows, int]:
        """Return the table of tabs or bars that begins at a line."""
        rows: list[tuple[Characters, ...]] = []
        at = start
        if at < self._single or _cells(self._lines[start]) is None:
            return (), start
        while at < len(self._lines) and (cells := self._row(at, _width_below(rows))) is not None:
            if cells:
                rows.append(cells)
            at += 1
        wide = max((len(row) for row in rows), default=0)
        if len(rows) > 1 and wide >= _LEAST_WIDE:
            return with_placed_totals(_in_columns(with_merged_head(with_corner(rows)))), at
        if wide < _LEAST_WIDE:
            self._single = at
        return (), start

    def _row(self, at: int, width: int) -> tuple[Characters, ...] | None:
        """Return the cells of a line; a line between rows of that width that names a group is a row too."""
        line = self._lines[at]
        cells = _cells(line)
        if cells is None and width == _PAIR and line.value.count("\t") == 1:
            return tuple(_split(line, "\t", 0, len(line.value)))  # 全市, 5: no line of a contents list below a head
        if cells is not None or width < _LEAST_WIDE or at + 1 == len(self._lines):
            return cells
        return (line.strip(), *(line.cut(0, 0) for _ in range(width - 1))) if self._names_group(at, width) else None

    def _names_group(self, at: int, width: int) -> bool:
        """Whether a line names the group of the row below it, perhaps with one more such line between."""
        for below in self._lines[at + 1 : at + 1 + _MOST_GROUPS]:
            if not may_be_group(self._lines[at].value):
                return False
            cells = _cells(below)
            if cells is not None:
                told = len(cells) in (width, width + 1) and any(is_figure(cell.value) for cell in cells[1:])
                return told and not begins_head(cells[0].value)
            if not may_be_group(below.value):
                return False
        return False

    def _may_be_stacked(self, start: int, *, announced: bool) -> bool:
        first = self._lines[start].value
        return (start < self._run_end or _may_be_cell(first)) and (announced or begins_head(first.strip()))

    def _stacked(self, start: int, *, announced: bool) -> tuple[Rows, int]:
        """Return the table written one cell a line that begins at a line, and the line behind it.

        Its first lines must be seen to be a head. Where a caption has `announced` a table, any head will do when the
        first row's number (1) or the first figure shows how wide a row is and the lines divide into such rows.
        """
        end = self._end_of_run(start)
        head = head_length([cell.value.strip() for cell in self._lines[start : min(end, start + _WIDEST)]])
        rows, used = rows_below(self._lines, start, end, head) if head else ((), 0)
        if not rows and announced:
            rows, used = divided_by_rows(self._lines[start:end])
            rows, used = (rows, used) if rows else divided_by_width(self._lines[start:end])
        return rows, start + used

    def _end_of_run(self, start: int) -> int:
        """Return the line behind those from here on that may be cells."""
        end = max(start, self._run_end)
        while end < len(self._lines) and _may_be_cell(self._lines[end].value):
            end += 1
        self._run_end = end
        return end


def _without_last_bar(line: Characters) -> Characters:
    """Return a line without the only bar in it, where that is its end: 地区生产总值 |, a cell of a table."""
    value = line.value.rstrip()
    if not value.endswith(("|", "｜", "│")) or len(value) - len(value.rstrip("|｜│")) > 1:
        return line
    return line if any(bar in value[:-1] for bar in "|｜│") else line.cut(0, len(value) - 1).strip()


def _cells(line: Characters) -> tuple[Characters, ...] | None:
    """Return the cells of a line, () for a rule between head and body, None when it is no row."""
    value = line.value
    if "|" not in value and "\t" not in value:
        return None
    if value.startswith("|") and value.count("|") > 1:
        return () if _RULE.match(value) else tuple(_split(line.strip(), "|", 1, len(value.rstrip()) - 1))
    if value.count(" | ") >= _LEAST_WIDE - 1 and not value.startswith("|"):
        return tuple(_split(line, "|", 0, len(value)))
    if (value.count("\t") and not re.search(r"\t\s*\d{1,3}$", value.strip())) or value.count("\t") > 1:
        return tuple(_split(line, "\t", 0, len(value)))
    return None


def _width_below(rows: Sequence[tuple[Characters, ...]]) -> int:
    """Return how many cells rows below the first one have, 0 where it is none or heads a contents list."""
    words = "".join("".join(cell.value.split()) for cell in rows[0]) if rows else ""
    return 0 if _CONTENTS.search(words) else len(rows[0])


def _split(line: Characters, separator: str, start: int, end: int) -> list[Characters]:
    found, at = [], start
    for index in range(start, end):
        if line.value[index] == separator:
            found.append(line.cut(at, index).strip())
            at = index + 1
    return [*found, line.cut(at, end).strip()]


def _in_columns(rows: Sequence[tuple[Characters, ...]]) -> Rows:
    """Return the rows without a group's name that stands before the first one of it and has no column in the head."""
    width = len(rows[0])
    if sum(len(row) == width for row in rows) <= sum(len(row) > width for row in rows):
        return tuple(rows)
    return tuple(row[1:] if len(row) == width + 1 and _names_a_group(row) else row for row in rows)


def _names_a_group(row: tuple[Characters, ...]) -> bool:
    words = [cell.value for cell in row[:2]]
    return all(words) and not any(map(is_figure, words)) and any(is_figure(cell.value) for cell in row[2:])


def _may_be_cell(text: str) -> bool:
    length = len(text.strip())
    if (
        not 0 < length <= _MOST_NAME
        or (length > _MOST_CELL and not names_unit(text))
        or text.endswith(("。", "；", ";", "！"))
    ):
        return False
    return not ("\t" in text or text.startswith("注") or caption_mark(text) or box_mark(text))
