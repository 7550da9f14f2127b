"""Tables in plain text: cells between tabs or bars, or one cell a line below a caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.readers.marks import caption_mark, mark_of

Rows = tuple[tuple[Characters, ...], ...]
_RULE = re.compile(r"^\|?[\s:|-]*-{2,}[\s:|-]*\|?$")
_FIGURE = re.compile(r"^[〔（(≥≤＞<>约]?\s*\d[\d.,，]*\s*[%％]?.{0,4}$|^[-—－/]+$")
_MOST_CELL = 24


def delimited(lines: Sequence[Characters], start: int) -> tuple[Rows, int]:
    """Return the table of tabs or bars that begins at `start`, and the line behind it; no rows when there is none."""
    rows: list[tuple[Characters, ...]] = []
    at = start
    while at < len(lines) and (cells := _cells(lines[at])) is not None:
        if cells:
            rows.append(cells)
        at += 1
    wide = max((len(row) for row in rows), default=0)
    return (tuple(rows), at) if len(rows) > 1 and wide > 1 else ((), start)


def _cells(line: Characters) -> tuple[Characters, ...] | None:
    """Return the cells of a line, () for a rule between head and body, None when it is no row."""
    value = line.value
    if value.startswith("|") and value.count("|") > 1:
        return () if _RULE.match(value) else tuple(_split(line.strip(), "|", 1, len(value.rstrip()) - 1))
    if (value.count("\t") and not re.search(r"\t\s*\d{1,3}$", value.strip())) or value.count("\t") > 1:
        return tuple(_split(line, "\t", 0, len(value)))
    return None


def _split(line: Characters, separator: str, start: int, end: int) -> list[Characters]:
    found, at = [], start
    for index in range(start, end):
        if line.value[index] == separator:
            found.append(line.cut(at, index).strip())
            at = index + 1
    return [*found, line.cut(at, end).strip()]


def stacked(lines: Sequence[Characters], start: int) -> tuple[Rows, int]:
    """Return a table written one cell a line, which begins at `start` right behind its caption.

    The head ends where the first row's number (1) or the first figure shows how wide a row is; a run of lines that
    does not divide into such rows is no table.
    """
    end = start
    while end < len(lines) and _may_be_cell(lines[end].value):
        end += 1
    cells = lines[start:end]
    width = _width([cell.value.strip() for cell in cells])
    if not width or len(cells) < 2 * width:
        return (), start
    whole = len(cells) - len(cells) % width
    rows = tuple(tuple(cells[at : at + width]) for at in range(0, whole, width))
    return rows, start + whole


def _may_be_cell(text: str) -> bool:
    return 0 < len(text.strip()) <= _MOST_CELL and not re.search(r"[。；;！]$", text) and not caption_mark(text)


def _width(cells: list[str]) -> int:
    if not cells or mark_of(cells[0]):
        return 0
    if cells[0] in ("序号", "编号") and "1" in cells:
        return cells.index("1")
    first = next((index for index, cell in enumerate(cells) if index and _FIGURE.match(cell) and "年" not in cell), 0)
    for width in range(first, 1, -1):
        rows = [cells[at : at + width] for at in range(0, len(cells), width)][1:]
        full = [row for row in rows if len(row) == width]
        # a row: a name first, and a figure in every full row at the same place
        if len(full) > 1 and all(not _FIGURE.match(row[0]) and _FIGURE.match(row[-1]) for row in full):
            return width
    return 0
