"""Tables printed in two or more blocks side by side, to save length: 行业 | 增长 | 行业 | 增长."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Table

_NAMES = expression(
    "^(?:(?:主要)?(?:指标|项目|产品|品种|商品|科目|地区|县区|区县|乡镇|镇街|城市|行业|产业|企业|单位|名称)(?:名称)?|(?:收入|支出)(?:项目|科目))$"
)
"""Heads that may name the rows of a block, so that 指标名称 can stand beside 指标."""


def unfolded(table: Table) -> Table:
    """Return a table whose head is repeated with its blocks below each other, another table as it is."""
    whole = _without_gaps(table)
    heads = ["".join(cell.printed.split()) for cell in whole.head]
    width = _width_of_block(heads)
    if not width:
        return table
    blocks = (
        tuple(row[start : start + width])
        for start in range(0, len(heads), width)
        for row in whole.rows
        if len(row) == len(heads)
    )
    return replace(table, head=whole.head[:width], rows=tuple(row for row in blocks if not _is_empty(row)))


def _without_gaps(table: Table) -> Table:
    """Return a table without the columns that hold nothing, as they part its blocks."""
    lines = (table.head, *table.rows)
    if all(cell.printed.strip() for cell in table.head) or len({len(line) for line in lines}) > 1:
        return table
    kept = [at for at in range(len(table.head)) if any(line[at].printed.strip() for line in lines)]
    head, *rows = (tuple(line[at] for at in kept) for line in lines)
    return replace(table, head=head, rows=tuple(rows))


def _width_of_block(heads: list[str]) -> int:
    """Return how many cells of a head are repeated to its end, 0 for none; one cell repeated is a merged one."""
    widths = (width for width in range(1, len(heads) // 2 + 1) if len(heads) % width == 0)
    width = next((one for one in widths if _is_repeated(heads, one)), 0)
    return width if width > 1 and heads[0] else 0


def _is_repeated(heads: list[str], width: int) -> bool:
    """Whether blocks of a width have the same heads, though the rows may be named in other words."""
    names, first = heads[::width], heads[1:width]
    alike = len(set(names)) == 1 or (width > 1 and all(map(_NAMES.match, names)))
    return alike and all(heads[start + 1 : start + width] == first for start in range(0, len(heads), width))


def names_within(heads: Sequence[str], figures: Sequence[bool]) -> bool:
    """Whether a head between columns of figures names rows too, so that there are blocks with other heads.

    Args:
        heads: the words of the heads.
        figures: for each column whether it holds figures.
    """
    first, last = (figures.index(True), len(figures) - list(reversed(figures)).index(True)) if any(figures) else (0, 0)
    return any(_NAMES.match("".join(head.split())) for head in heads[first + 1 : last])


def _is_empty(row: tuple[Text, ...]) -> bool:
    return not any(cell.printed.strip() for cell in row)
