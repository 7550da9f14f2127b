"""Lines of the base text that are cells of a table or a chart, by the names of their texts."""

from __future__ import annotations

from planforge.patterns import expression
from planforge.render.trace import TracedLine

_CELL = expression(r"(?P<table>(?:table|chart):.*)\.(?:head|rows:(?P<row>[0-9]{1,6})):(?P<column>[0-9]{1,6})")


def cell_place(line: TracedLine) -> tuple[tuple[str, int], int]:
    """Return table and row (-1: the head), and the column, of a cell by the name of its text."""
    found = _CELL.fullmatch(line.parts[0].key) if line.parts else None
    if found is None:
        raise ValueError(f"{line.text} is no cell")
    return (found["table"], int(found["row"]) if found["row"] else -1), int(found["column"])


def is_cell(line: TracedLine) -> bool:
    """Return whether a line of the base text is a cell of a table."""
    return bool(line.parts) and _CELL.fullmatch(line.parts[0].key) is not None
