"""The table that stands below a chart: every figure that is drawn, in print."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.text import Text
from planforge.plan.chart import NONE, Panel, Point
from planforge.plan.ledger import Indicator
from planforge.plan.table_view import figure_cell, made

_MOST_COLUMNS = 6  # years that stand side by side in the table; more stand below one another


def chart_table(
    at: Text, shown: Sequence[Indicator], panels: Sequence[Panel]
) -> tuple[tuple[Text, ...], tuple[tuple[Text, ...], ...]]:
    """Return head and rows of the table below the picture: a row an indicator, or a row a year when there are many."""
    years = [(index, {panel.points[index].mark for panel in panels if panel.points[index].printed != NONE})
             for index in range(len(panels[0].points))]  # fmt: skip
    heads = [f"{panels[0].points[index].at}{''.join(marks) if len(marks) == 1 else ''}" for index, marks in years]
    cells = [[_cell(one, panel.points[index], len(marks) > 1) for index, marks in years]
             for one, panel in zip(shown, panels, strict=True)]  # fmt: skip
    if len(years) <= _MOST_COLUMNS:
        head = tuple(made(at, words) for words in ("指标", "单位", *heads))
        rows = ((one.name, made(one.name, one.unit or "—"), *row) for one, row in zip(shown, cells, strict=True))
        return head, tuple(rows)
    head = (made(at, "年份"), *(made(one.name, panel.title) for one, panel in zip(shown, panels, strict=True)))
    return head, tuple((made(at, words), *row) for words, row in zip(heads, zip(*cells, strict=True), strict=True))


def _cell(indicator: Indicator, point: Point, mixed: bool) -> Text:
    """Return a figure as the table prints it; where the head cannot say 目标 for all rows, the cell says it."""
    cell = figure_cell(indicator, indicator.figure(point.year), indicator.unit)
    return made(cell, f"{cell.printed}（{point.mark}）") if mixed and point.target else cell
