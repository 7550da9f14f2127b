"""How a table shares the width: the same shares and alignments for all outputs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.render.measure import width_em
from planforge.render.page import Table

_SHORT = 8.0  # ems; a column of shorter cells is centred
_NARROW = 4.0
_PADDING = 1.0
_UNBROKEN = re.compile(r"[0-9A-Za-z.,%/-]+")


def column_count(table: Table) -> int:
    """Return the number of columns."""
    return len(table.head) or (len(table.rows[0]) if table.rows else 0)


def column_shares(table: Table, room: float) -> list[float]:
    """Return each column's share of the width (they add up to 1): short cells on one line, long texts share the rest.

    ``room`` is the width of the table in characters of its text.
    """
    wanted = [min(24.0, max(_longest(column), 2.0)) + 1.0 for column in _columns(table)]
    kept = _kept(wanted, room)
    left = room - sum(wanted[index] for index in kept)
    others = sum(width for index, width in enumerate(wanted) if index not in kept)
    widths = [width if index in kept else width * left / others for index, width in enumerate(wanted)]
    return [width / sum(widths) for width in widths]


def _kept(wanted: Sequence[float], room: float) -> set[int]:
    """Return the columns that get what they want: those below an equal share of what narrower ones leave."""
    kept: set[int] = set()
    for index in sorted(range(len(wanted)), key=wanted.__getitem__):
        if wanted[index] > room / (len(wanted) - len(kept)):
            break
        kept.add(index)
        room -= wanted[index]
    return kept


def is_landscape(table: Table, room: float) -> bool:
    """Return whether a table stands on pages turned sideways (横排): as it says, else when its columns need it.

    They do when even four characters a line, or the longest number, are more than all have room for together.

    Args:
        table: the table.
        room: the width of an upright page in characters of its text.
    """
    if table.landscape is not None:
        return table.landscape
    return sum(_narrowest(column) + _PADDING for column in _columns(table)) > room


def _narrowest(cells: Sequence[str]) -> float:
    words = max((width_em(word) for cell in cells for word in _UNBROKEN.findall(cell)), default=0.0)
    return max(words, min(_longest(cells), _NARROW))


def column_centred(table: Table) -> list[bool]:
    """Return for each column whether its cells are short enough to be centred."""
    return [_longest(column[1:] if table.head else column) <= _SHORT for column in _columns(table)]


def _columns(table: Table) -> list[list[str]]:
    lines = [table.head, *table.rows] if table.head else list(table.rows)
    return [[line[index] for line in lines] for index in range(column_count(table))]


def _longest(cells: Sequence[str]) -> float:
    return max((width_em(cell) for cell in cells), default=0.0)
