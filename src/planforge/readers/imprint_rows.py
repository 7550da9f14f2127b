"""版记, which Word files have as a table for the sake of its rules: its rows are lines of text."""

from __future__ import annotations

from planforge.outline.characters import Characters
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.readers.piece import Piece
from planforge.readers.texts import joined

_ORGANS = expression(r"[抄主]\s*送\s*[:：]")
_PRINTED = expression(r"\d{4}年\d{1,2}月\d{1,2}日\s*印\s*发\s*$")
_MOST_ROWS = 4
"""主送, 抄送, the printing, and a row without words that fills the page above."""


def imprint_rows(piece: Piece) -> tuple[Text, ...]:
    """Return a line for each row that has words, () when a table is no 版记."""
    rows = [cells for row in piece.rows if (cells := _cells(row))]
    if len(piece.rows) > _MOST_ROWS or not rows:
        return ()
    if not all(_ORGANS.match(row[0].value) or _PRINTED.search(row[-1].value) for row in rows):
        return ()
    return tuple(_line(row) for row in rows)


def _cells(row: tuple[Characters, ...]) -> list[Characters]:
    """Return the cells that have words, a merged one once."""
    found: list[Characters] = []
    for cell in row:
        if cell.value.strip() and not (found and found[-1].value == cell.value):
            found.append(cell)
    return found


def _line(cells: list[Characters]) -> Text:
    line = cells[0].text()
    for cell in cells[1:]:
        line = joined(line, cell.text())
    return line
