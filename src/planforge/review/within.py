"""What changed within a task, a table or a chart that both versions have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planforge.outline.text import Text, printed
from planforge.plan.chart import Chart
from planforge.plan.model import Block, Box, Chapter, Heading, Table, Task
from planforge.review.change import Action, Area, Change
from planforge.source.place import Place

_FIELDS = {"lead": "牵头单位", "duty": "责任单位", "assist": "配合单位", "due": "完成时限"}
_Cells = Mapping[str, Text]
"""The cells of a row by the heads of their columns."""


def changes_within(old: Block, new: Block) -> Iterator[Change]:
    """Yield the changes in a block of two versions; its name and place are not compared."""
    match old, new:
        case Task(), Task():
            yield from _task_fields(old, new)
        case Table(), Table():
            yield from _around_table(old, new)
            if isinstance(old, Chart) and isinstance(new, Chart):
                yield from _chart_fields(old, new)
            else:
                yield from _table_columns(old, new)
                yield from _table_cells(old, new)


def name_of(block: Block) -> Text:
    """Return the name of a chapter, heading, task, 专栏 or table."""
    match block:
        case Chapter():
            return block.heading
        case Heading():
            return block.text
        case Task():
            return block.name
        case Box():
            return block.title
        case Table():
            return block.caption
    raise TypeError(f"{type(block).__name__} has no name")


def _task_fields(old: Task, new: Task) -> Iterator[Change]:
    """Yield who leads, who is responsible, by when and for which targets, where it changed."""
    for field, detail in _FIELDS.items():
        before: Text | None = getattr(old, field)
        after: Text | None = getattr(new, field)
        one, two = printed(before), printed(after)
        if one != two:
            here, there = (before or old.name).whole.place, (after or new.name).whole.place
            yield Change(Area.TASK, Action.CHANGED, new.name.printed, one, two, here, there, detail=detail)
    one, two = ("、".join(text.printed for text in task.targets) for task in (old, new))
    if one != two:
        here, there = (next(iter(task.targets), task.name).whole.place for task in (old, new))
        yield Change(Area.TASK, Action.CHANGED, new.name.printed, one, two, here, there, detail="承担目标")


def _chart_fields(old: Chart, new: Chart) -> Iterator[Change]:
    """Yield what is drawn, where it changed: which indicators, which years, how. Figures are told as figures."""
    here, there = old.caption.whole.place, new.caption.whole.place
    for detail, before, after in (
        ("指标", *("、".join(panel.name for panel in chart.panels) for chart in (old, new))),
        ("年份", *("、".join(chart.named) or "未指定" for chart in (old, new))),
        ("种类", old.kind, new.kind),
    ):
        if before != after:
            yield Change(Area.CHART, Action.CHANGED, new.caption.printed, before, after, here, there, detail=detail)


def _around_table(old: Table, new: Table) -> Iterator[Change]:
    """Yield the unit and the note, where they changed."""
    for detail, before, after in (("单位", old.unit, new.unit), ("表注", old.note, new.note)):
        one, two = printed(before), printed(after)
        if one != two:
            here, there = (before or old.caption).whole.place, (after or new.caption).whole.place
            yield Change(Area.TABLE, Action.CHANGED, new.caption.printed, one, two, here, there, detail=detail)


def _table_columns(old: Table, new: Table) -> Iterator[Change]:
    """Yield the columns that came and went, known by their heads."""
    before, after = ({cell.printed: cell for cell in table.head} for table in (old, new))
    caption = new.caption.printed
    for head, cell in before.items():
        if head not in after:
            place = cell.whole.place
            yield Change(Area.TABLE, Action.REMOVED, caption, old=head, old_place=place, detail=f"栏“{head}”")
    for head, cell in after.items():
        if head not in before:
            place = cell.whole.place
            yield Change(Area.TABLE, Action.ADDED, caption, new=head, new_place=place, detail=f"栏“{head}”")


def _table_cells(old: Table, new: Table) -> Iterator[Change]:
    """Yield changed cells, rows known by their first cells (numbers aside) and columns by their heads.

    Of a view of the ledger only rows that came or went: its figures are told as figures. A list of the tasks changes
    with them.
    """
    if old.of_tasks and new.of_tasks:
        return
    before, after = _rows(old), _rows(new)
    caption, view = new.caption.printed, old.from_ledger and new.from_ledger
    for key in dict.fromkeys([*before, *after]):
        row = f"行“{key}”"
        if key not in after:
            yield Change(Area.TABLE, Action.REMOVED, caption, old=key, old_place=_first(before[key]), detail=row)
        elif key not in before:
            yield Change(Area.TABLE, Action.ADDED, caption, new=key, new_place=_first(after[key]), detail=row)
        elif not view:
            yield from _row_cells(caption, key, before[key], after[key])


def _row_cells(caption: str, key: str, before: _Cells, after: _Cells) -> Iterator[Change]:
    for column, one in before.items():
        two, detail = after.get(column), f"“{key}”的“{column}”"
        if two is not None and one.printed != two.printed:
            here, there = one.whole.place, two.whole.place
            yield Change(Area.TABLE, Action.CHANGED, caption, one.printed, two.printed, here, there, detail=detail)


def _rows(table: Table) -> dict[str, _Cells]:
    heads = [cell.printed for cell in table.head]
    start = 1 if heads and heads[0] in ("序号", "编号") and len(heads) > 1 else 0
    return {
        row[start].printed: dict(zip(heads[start + 1 :], row[start + 1 :], strict=False))
        for row in table.rows
        if len(row) > start
    }


def _first(row: _Cells) -> Place | None:
    return next(iter(row.values())).whole.place if row else None
