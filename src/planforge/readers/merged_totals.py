"""Rows 合计 of a table in plain text that are shorter than the head, as a merged first cell leaves them.

合计 51.8 below 序号, 项目名称, 建设内容, 总投资, 责任单位: its figures belong below columns that hold such figures, at
the right end where 合计 stood for several cells, further left where empty cells at the end are missing too.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import is_figure
from planforge.readers.stacked_heads import kind_of

Row = tuple[Characters, ...]
_SUM = expression(r"^(?:合|总|小|共)\s*[计和]$")
_NUMBER = expression(r"[\d.,，\s]+")
_NO_SUMS = ("index", "words", "nature", "unit")


def with_placed_totals(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows of a table, its head first, with the figures of short rows 合计 below columns that fit them."""
    head, *body = rows
    if not any(_is_short_total(row, len(head)) for row in body):
        return tuple(rows)
    columns = _tails(head, [row for row in body if len(row) == len(head) and not _names_total(row)])
    return (head, *(_placed(row, columns) if _is_short_total(row, len(head)) else row for row in body))


def _is_short_total(row: Row, width: int) -> bool:
    return 1 < len(row) < width and _names_total(row)


def _names_total(row: Row) -> bool:
    first = next((cell.value for cell in row if cell.value), "")
    return _SUM.match(first) is not None


def _tails(head: Row, rows: Sequence[Row]) -> list[set[str]]:
    """Return for each column what stands beside the numbers of its figures, nothing for one that is never summed."""
    summed = (kind_of(cell.value.strip()) not in _NO_SUMS for cell in head)
    figures = ([row[at] for row in rows if is_figure(row[at].value)] for at in range(len(head)))
    return [{_tail(cell) for cell in cells if is_summed} for cells, is_summed in zip(figures, summed, strict=True)]


def _tail(cell: Characters) -> str:
    return str(_NUMBER.sub("", cell.value))


def _placed(row: Row, columns: Sequence[set[str]]) -> Row:
    """Return a short row as it stands where that fits its figures, else set to the right as far as does; else as is."""
    named = next(at for at, cell in enumerate(row) if cell.value) + 1
    missing, empty = len(columns) - len(row), row[0].cut(0, 0)
    for shift in (0, *range(missing, 0, -1)):
        placed = (*row[:named], *(empty for _ in range(shift)), *row[named:])
        if all(_fits(cell, tails) for cell, tails in zip(placed[named:], columns[named:], strict=False)):
            return placed
    return row


def _fits(cell: Characters, tails: set[str]) -> bool:
    return not any(one.isdigit() for one in cell.value) or _tail(cell) in tails
