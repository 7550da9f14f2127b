"""Rows without a unit below a class that has one, and that they are parts of: 小学 below 适龄儿童入学率（%）.

Such a class (主要污染物排放总量减少（%）) tells what is measured of all its rows (化学需氧量). It is a cell beside the
name, or a row of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planforge.facts.tables.cells import has_figure
from planforge.facts.tables.column import Meaning
from planforge.facts.tables.head_units import unit_in, without_unit
from planforge.facts.tables.layout import Layout
from planforge.facts.tables.numbered_rows import NUMBER
from planforge.facts.tables.row_groups import group_column
from planforge.facts.tables.row_parts import Whole
from planforge.facts.writing.normalise import reading_of
from planforge.outline.text import Text
from planforge.plan.model import Table


def group_wholes(table: Table, layout: Layout) -> Mapping[int, Whole]:
    """Return for the rows that name no unit, by their number, the class with a unit that they stand in."""
    column = group_column(layout)
    units = next((at for at, one in enumerate(layout.columns) if one.meaning is Meaning.UNIT), None)
    found: dict[int, Whole] = {}
    group = ""
    for number, row in enumerate(table.rows):
        words = _words(row, layout.name)
        if not any(has_figure(cell) for cell in row):
            group = words or _words(row, column) or group
            continue
        group = _words(row, column) or group
        unit = unit_in(group)
        if unit and not unit[0].isdigit() and unit_in(words) == _words(row, units) == "":
            found[number] = Whole(without_unit(group), unit)
        elif column is None:
            group = ""  # a row with a unit of its own stands beside the class
    return found


def _words(row: Sequence[Text], at: int | None) -> str:
    words = reading_of(row[at]).text.strip() if at is not None and at < len(row) else ""
    return NUMBER.sub("", words)
