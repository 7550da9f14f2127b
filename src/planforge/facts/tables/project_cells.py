"""Cells of a table of projects that tell in words what each is to build: 全长86公里，双向四车道."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.facts.prose import statements_of
from planforge.facts.situation import Situation
from planforge.facts.statement import Gates, Position, Role, Source, Statement
from planforge.facts.tables.cells import has_figure
from planforge.facts.tables.column import Meaning
from planforge.facts.tables.layout import Layout
from planforge.facts.tables.rows import Row
from planforge.facts.times.years_meant import Years
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Passage, TablePassage

_BUILT = expression("内容|规模|任务")


def content_columns(layout: Layout) -> tuple[int, ...]:
    """Return the columns of a table of projects that say what is built; none where no column says what each costs."""
    if not any(column.whole for column in layout.columns):
        return ()
    told = (at for at, column in enumerate(layout.columns) if column.meaning in (Meaning.NAME, Meaning.OTHER))
    return tuple(at for at in told if at != layout.name and _BUILT.search(layout.heads[at]) is not None)


def built_by(
    table: TablePassage, row: Row, cell: Text, position: Position, years: Years | None, situation: Situation
) -> Iterator[Statement]:
    """Yield what the words of a cell state of the project of its row; none of it is the whole plan's.

    `years` are those by which all is to be there, where the words name none.
    """
    if not has_figure(cell):
        return
    project = row.name.scope + row.name.tier + row.name.indicator
    for one in statements_of(Passage(cell, table.context), position.passage, situation) or []:
        yield replace(
            one,
            quote=one.span,  # as that of any figure of a table
            scope=project,
            role=Role.TARGET,
            years=one.years if one.gates.time else years,
            source=Source.TABLE,
            position=position,
            gates=Gates(time=False, base=False, name=False),
            label=table.table.label,
        )
