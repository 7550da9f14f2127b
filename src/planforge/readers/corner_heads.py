"""Heads of tables that leave out the empty cell above the names of the rows: 绝对数 | 增长 over 工业 | 617 | 5.2."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import begins_name, is_figure

Row = tuple[Characters, ...]
_MEASURES = expression(r"(?:19|20)\d\d|绝对|总量|数[量值]|[比较占]|同比|增[长速幅减]|产量|面积|金额|全年|本年|本期")
"""What the head of a column of figures begins with; 指标 or 名称 would be above the names."""


def with_corner(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows with the empty first cell of their head where all others have one cell more, their name."""
    head, *body = rows
    if not body or not head or not _MEASURES.match("".join(head[0].value.split())):
        return tuple(rows)
    if all(len(row) == len(head) + 2 and not row[-1].value for row in body):
        body = [row[:-1] for row in body]  # rows that end with a bar and do not begin with one
    if not all(len(row) == len(head) + 1 and _is_named(row) for row in body):
        return tuple(rows)
    return ((head[0].cut(0, 0), *head), *body)


def _is_named(row: Row) -> bool:
    """Whether nothing but figures stands behind the name of a row."""
    name, *others = (cell.value for cell in row)
    return begins_name(name) and not is_figure(name) and all(is_figure(one) for one in others if one)
