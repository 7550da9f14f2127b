"""The rows of a table as a drafter types them: a line is a row, `|` stands between two cells.

A `|` at the beginning or the end that every line has is a frame, as in Markdown. One that only some lines have leaves
the first or last cell of a row empty, where the row needs that cell; else it is a frame too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Stretch = tuple[int, int]
"""Where a cell stands in its line, blanks around it included."""


def cells_of(lines: Sequence[str]) -> list[list[Stretch]]:
    """Return the cells of each line of a table; lines have no blanks at their ends, the first one is the head."""
    begun = int(all(line.startswith("|") for line in lines))
    ended = int(all(line.endswith("|") and len(line) > 1 for line in lines))
    rows = [_between(line, begun, ended) for line in lines]
    if len({len(row) for row in rows}) < 2:
        return rows
    head, *shorter = (_unframed(row, line) for row, line in zip(rows, lines, strict=True))
    pairs = zip(rows[1:], shorter, strict=True)
    return [head, *(short if len(short) == len(head) != len(row) else row for row, short in pairs)]


def _between(line: str, begun: int, ended: int) -> list[Stretch]:
    bars = [-1, *(at for at, character in enumerate(line) if character == "|"), len(line)]
    return [(one + 1, two) for one, two in pairwise(bars[begun : len(bars) - ended])]


def _unframed(row: list[Stretch], line: str) -> list[Stretch]:
    """Return a row without what stands before a `|` that begins its line and behind one that ends it: nothing."""
    begin = int(len(row) > 1 and row[0] == (0, 0))
    end = len(row) - int(len(row) > 1 + begin and row[-1] == (len(line), len(line)))
    return row[begin:end]
