"""Tables one cell a line below a caption, whose width the first row's number or the first figure shows."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.announced_tables import named
from planforge.readers.gapped_tables import Rows
from planforge.readers.marks import mark_of
from planforge.readers.stacked_cells import begins_name, is_age, is_figure

_INDEXES = ("序号", "编号")
_TOTAL = expression("合计|总计|小计|共计")
_DATED = expression("[年月]|季度")
_SHORT_CELL = 24
_LEAST_ROWS = 3
"""Full rows, the head among them."""


def divided_by_width(cells: Sequence[Characters]) -> tuple[Rows, int]:
    """Return the table that cells make up, and how many it takes; no rows where they tell no width."""
    short = next((index for index, cell in enumerate(cells) if len(cell.value.strip()) > _SHORT_CELL), len(cells))
    cells = cells[:short]
    width = _width([cell.value.strip() for cell in cells])
    if not width or len(cells) < 2 * width:
        return (), 0
    rows: list[tuple[Characters, ...]] = []
    at = 0
    while len(row := _divided_row(cells, at, width)) == width:
        rows.append(row)
        at += width - (not row[0].value)
    return (tuple(rows), at) if _are_named(rows) else ((), 0)


def _are_named(rows: Sequence[tuple[Characters, ...]]) -> bool:
    """Whether each row below the head has a name of its own: no figure, and not 亿元 again and again."""
    name = 1 if rows[0][0].value.strip() in _INDEXES else 0
    names = [row[name].value.strip() for row in rows[1:]]
    if name and not all(row[0].value.strip().isdigit() or not row[0].value for row in rows[1:]):
        return False
    return all(is_age(name) or begins_name(name) for name in names) and len(set(names)) == len(names)


def _divided_row(cells: Sequence[Characters], at: int, width: int) -> tuple[Characters, ...]:
    """Return the cells from `at` as a row; 合计 that spans the number and the name stands for both."""
    row = tuple(cells[at : at + width])
    merged = len(row) > 1 and _TOTAL.fullmatch(row[0].value.strip()) and is_figure(row[1].value.strip())
    if merged and cells[0].value.strip() in _INDEXES:
        return (row[0].cut(0, 0), *row[: width - 1])
    return row


def _width(cells: list[str]) -> int:
    if not cells or mark_of(cells[0]):
        return 0
    if cells[0] in _INDEXES and "1" in cells:
        return cells.index("1")
    first = next(
        (index for index, cell in enumerate(cells) if index and is_figure(cell) and not _DATED.search(cell)), 0
    )
    for width in range(min(first, len(cells) // _LEAST_ROWS), 1, -1):
        full = len(cells) // width
        # a row: a name first, and a figure in every full row at the same place
        if all(named(cells[at]) and is_figure(cells[at + width - 1]) for at in range(width, full * width, width)):
            return width
    return 0
