"""How a table shares the width: the same shares and alignments for all outputs."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.patterns import expression
from planforge.render.measure import width_em
from planforge.render.page import Table

_SHORT = 8.0  # ems; a column of shorter cells is centred
_NARROW = 4.0
ROOMY = 1.0
"""Ems beside the text of a cell, where there is room."""
_UNBROKEN = expression(
    r"[（(〔［\[“‘]*[+\-−±<>≥≤=~]?[0-9A-Za-z.,%‰％/+\-]+(?:[ \u2009\u202f][0-9]{3})*年?[”’）)〕］\]、，；。：]*"
)
"""What stands on one line: a number with its sign, unit, brackets and marks; a year with its 年; a Latin word."""
_WIDER = {"%": 0.35, **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 0.3), **dict.fromkeys("mw", 0.3)}
"""By how many ems more than half a one these are wide in Times, which the DOCX prints them in."""


def column_count(table: Table) -> int:
    """Return the number of columns."""
    return len(table.head) or (len(table.rows[0]) if table.rows else 0)


def column_shares(table: Table, room: float, padding: float = ROOMY) -> list[float]:
    """Return each column's share of the width (they add up to 1): short cells on one line, long texts share the rest.

    A column is never narrower than its longest number, unless the numbers together are wider than the table.

    Args:
        table: the table.
        room: the width of the table in characters of its text.
        padding: the least room beside the text of a cell, in such characters.
    """
    wanted = [min(24.0, max(_longest(column), 2.0)) + ROOMY for column in columns(table)]
    least = [unbroken_em(column) + padding for column in columns(table)]
    widths = _at_least(wanted, least, room) if sum(least) <= room else _shared(wanted, room)
    return [width / sum(widths) for width in widths]


def _at_least(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Share the room; columns that would get less than their least get that, and the others share what is left."""
    widths = _shared(wanted, room)
    held = {at for at, width in enumerate(widths) if width < least[at]}
    if not held:
        return widths
    others = [at for at in range(len(wanted)) if at not in held]
    left = room - sum(least[at] for at in held)
    shared = iter(_at_least([wanted[at] for at in others], [least[at] for at in others], left))
    return [least[at] if at in held else next(shared) for at in range(len(wanted))]


def _shared(wanted: Sequence[float], room: float) -> list[float]:
    kept = _kept(wanted, room)
    left = room - sum(wanted[index] for index in kept)
    others = sum(width for index, width in enumerate(wanted) if index not in kept)
    if not others:
        return [width * room / sum(wanted) for width in wanted]
    return [width if index in kept else width * left / others for index, width in enumerate(wanted)]


def _kept(wanted: Sequence[float], room: float) -> set[int]:
    """Return the columns that get what they want: those below an equal share of what narrower ones leave."""
    kept: set[int] = set()
    for index in sorted(range(len(wanted)), key=wanted.__getitem__):
        if wanted[index] > room / (len(wanted) - len(kept)):
            break
        kept.add(index)
        room -= wanted[index]
    return kept


def narrowest_em(cells: Sequence[str]) -> float:
    """Return how narrow a column may be to be read with ease: four characters a line, its numbers whole; in ems."""
    return max(unbroken_em(cells), min(_longest(cells), _NARROW))


def unbroken_em(cells: Sequence[str]) -> float:
    """Return the width of the longest number, year or Latin word of a column in ems."""
    words = (word for cell in cells for word in _UNBROKEN.findall(cell))
    return max((width_em(word) + sum(_WIDER.get(char, 0.0) for char in word) for word in words), default=1.0)


def column_centred(table: Table) -> list[bool]:
    """Return for each column whether its cells are short enough to be centred."""
    return [_longest(column[1:] if table.head else column) <= _SHORT for column in columns(table)]


def columns(table: Table) -> list[list[str]]:
    """Return the cells of each column, that of the head first."""
    lines = [table.head, *table.rows] if table.head else list(table.rows)
    return [[line[index] for line in lines] for index in range(column_count(table))]


def _longest(cells: Sequence[str]) -> float:
    return max((width_em(cell) for cell in cells), default=0.0)
