"""Tables printed in two or more blocks side by side, to save length: 行业 | 增长 | 行业 | 增长."""

from __future__ import annotations

from dataclasses import replace

from planforge.outline.text import Text
from planforge.plan.model import Table


def unfolded(table: Table) -> Table:
    """Return a table whose head is repeated with its blocks below each other, another table as it is."""
    heads = ["".join(cell.printed.split()) for cell in table.head]
    width = _width_of_block(heads)
    if not width:
        return table
    blocks = (
        tuple(row[start : start + width])
        for start in range(0, len(heads), width)
        for row in table.rows
        if len(row) == len(heads)
    )
    return replace(table, head=table.head[:width], rows=tuple(row for row in blocks if not _is_empty(row)))


def _width_of_block(heads: list[str]) -> int:
    """Return how many cells of a head are repeated to its end, 0 for none; one cell repeated is a merged one."""
    widths = (width for width in range(1, len(heads) // 2 + 1) if len(heads) % width == 0)
    width = next((one for one in widths if heads == heads[:one] * (len(heads) // one)), 0)
    return width if width > 1 and heads[0] else 0


def _is_empty(row: tuple[Text, ...]) -> bool:
    return not any(cell.printed.strip() for cell in row)
