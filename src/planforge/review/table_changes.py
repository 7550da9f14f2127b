"""What changed within a table that both versions have: unit, note, columns, rows, cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planforge.outline.text import Text, printed
from planforge.plan.chart import Chart
from planforge.plan.model import Table
from planforge.review.change import Action, Area, Change
from planforge.review.order import behind, shifts
from planforge.source.place import Place

_Cells = Mapping[str, Text]
"""The cells of a row by the heads of their columns."""


def table_changes(old: Table, new: Table) -> Iterator[Change]:
    """Yield the changes; the table of a chart follows from its settings and the ledger."""
    yield from _around_table(old, new)
    if not isinstance(old, Chart):
        yield from _table_columns(old, new)
        yield from _table_cells(old, new)


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
    places = ({head: cell.whole.place for head, cell in heads.items()} for heads in (before, after))
    yield from _reordered(caption, "栏", *places)


def _reordered(
    caption: str, kind: str, old: Mapping[str, Place | None], new: Mapping[str, Place | None]
) -> Iterator[Change]:
    """Yield the rows or columns that changed places; both sides are their places by their names."""
    for shift in shifts([name for name in old if name in new], [name for name in new if name in old]):
        name, was, now = shift.thing, behind(shift.old), behind(shift.new)
        detail = f"{kind}“{name}”"
        yield Change(Area.TABLE, Action.MOVED, caption, was, now, old[name], new[name], detail=detail)


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
    places = ({key: _first(row) for key, row in rows.items()} for rows in (before, after))
    yield from _reordered(caption, "行", *places)


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
