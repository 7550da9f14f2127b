"""Changes of headings, tasks, 专栏 and tables, matched by their ids; what only moved its number is no change."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planforge.outline.text import Text
from planforge.plan.charts import Chart
from planforge.plan.model import Block, Box, Chapter, Heading, Plan, Table, Task, texts_of
from planforge.review.change import Action, Area, Change
from planforge.source.place import Place

_ALIKE = 0.6
"""Two names with less in common are two things, not one renamed."""


@dataclass(frozen=True)
class _Placed:
    """A block with its name and the headings above it."""

    block: Block
    name: Text
    above: tuple[str, ...]


_KINDS: tuple[tuple[Area, tuple[type[Block], ...]], ...] = (
    (Area.HEADING, (Chapter, Heading)),
    (Area.TASK, (Task,)),
    (Area.BOX, (Box,)),
    (Area.TABLE, (Table,)),
    (Area.CHART, (Chart,)),
)


def renamings(old: Plan, new: Plan) -> dict[str, str]:
    """Return the new ids of headings, tasks, boxes and tables that got another name, by their old ids."""
    found: dict[str, str] = {}
    for _, kinds in _KINDS:
        before, after = _placed(old, kinds), _placed(new, kinds)
        found |= _renamed(_without(before, after), _without(after, before))
    return found


def structure_changes(old: Plan, new: Plan, renamed: Mapping[str, str]) -> Iterator[Change]:
    """Yield the changes of everything that has a name of its own; `renamed` is what `renamings` returned."""
    for area, kinds in _KINDS:
        yield from _compare(area, _placed(old, kinds), _placed(new, kinds), renamed)


def _without(placed: dict[str, _Placed], others: dict[str, _Placed]) -> dict[str, _Placed]:
    return {key: value for key, value in placed.items() if key not in others}


def _placed(plan: Plan, kinds: tuple[type[Block], ...]) -> dict[str, _Placed]:
    found: dict[str, _Placed] = {}
    for chapter in plan.chapters:
        above: list[Heading] = []
        for block in (chapter, *chapter.blocks):
            if isinstance(block, Heading):
                above = [heading for heading in above if heading.level < block.level]
            if type(block) in kinds:
                names = () if block is chapter else (chapter.id, *(heading.id for heading in above))
                found.setdefault(block.id, _Placed(block, _name(block), names))
            if isinstance(block, Heading):
                above.append(block)
    return found


def _name(block: Block) -> Text:
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


def _compare(
    area: Area, old: dict[str, _Placed], new: dict[str, _Placed], renamed: Mapping[str, str]
) -> Iterator[Change]:
    pairs = {key: renamed.get(key, key) for key in old if renamed.get(key, key) in new}
    for key, other in pairs.items():
        before, after = old[key], new[other]
        yield from _pair(area, before, after, renamed)
        yield from _task_fields(before.block, after.block)
        yield from _table_cells(before.block, after.block)
        yield from _chart_fields(before.block, after.block)
    taken = set(pairs.values())
    for key, before in old.items():
        if key not in pairs:
            name, place = before.name, before.name.whole.place
            yield Change(area, Action.REMOVED, name.printed, old=_whole(before.block), old_place=place)
    for key, after in new.items():
        if key not in taken:
            name, place = after.name, after.name.whole.place
            yield Change(area, Action.ADDED, name.printed, new=_whole(after.block), new_place=place)


def _whole(block: Block) -> str:
    """Return what came or went: a task and a 专栏 with their text, all else by its name."""
    texts = texts_of(block) if isinstance(block, Task | Box) else (_name(block),)
    return "\n".join(text.printed for text in texts)


def _pair(area: Area, before: _Placed, after: _Placed, renamed: Mapping[str, str]) -> Iterator[Change]:
    old, new = before.name.printed, after.name.printed
    above = tuple(renamed.get(heading, heading) for heading in before.above)
    here, there = before.name.whole.place, after.name.whole.place
    if old != new:
        yield Change(area, Action.RENAMED, new, old=old, new=new, old_place=here, new_place=there)
    elif above != after.above and above and after.above:
        was, now = " / ".join(above), " / ".join(after.above)
        yield Change(area, Action.MOVED, new, old=was, new=now, old_place=here, new_place=there)


def _renamed(old: dict[str, _Placed], new: dict[str, _Placed]) -> dict[str, str]:
    """Pair what is left by the likeness of names, the most alike first."""
    candidates = sorted(
        (
            (-difflib.SequenceMatcher(None, before.name.printed, after.name.printed).ratio(), one, two)
            for one, before in old.items()
            for two, after in new.items()
        )
        if len(old) * len(new) <= 10_000
        else ()
    )
    pairs: dict[str, str] = {}
    for likeness, one, two in candidates:
        if -likeness >= _ALIKE and one not in pairs and two not in pairs.values():
            pairs[one] = two
    return pairs


_FIELDS = {"lead": "牵头单位", "duty": "责任单位", "assist": "配合单位", "due": "完成时限"}


def _task_fields(old: Block, new: Block) -> Iterator[Change]:
    """Yield who leads, who is responsible and by when, where it changed."""
    if not isinstance(old, Task) or not isinstance(new, Task):
        return
    for field, words in _FIELDS.items():
        before: Text | None = getattr(old, field)
        after: Text | None = getattr(new, field)
        one, two = (before.printed if before else ""), (after.printed if after else "")
        if one != two:
            yield Change(
                Area.TASK,
                Action.CHANGED,
                _name(new).printed,
                old=one,
                new=two,
                old_place=before.whole.place if before else _name(old).whole.place,
                new_place=after.whole.place if after else _name(new).whole.place,
                detail=words,
            )


def _chart_fields(old: Block, new: Block) -> Iterator[Change]:
    """Yield what is drawn, where it changed: which indicators, which years, how. Figures are told as figures."""
    if not isinstance(old, Chart) or not isinstance(new, Chart):
        return
    for detail, before, after in (
        ("指标", *("、".join(panel.name for panel in chart.panels) for chart in (old, new))),
        ("年份", *("、".join(chart.named) or "未指定" for chart in (old, new))),
        ("种类", old.kind, new.kind),
    ):
        if before != after:
            here, there = old.caption.whole.place, new.caption.whole.place
            name = new.caption.printed
            yield Change(
                Area.CHART, Action.CHANGED, name, old=before, new=after, old_place=here, new_place=there, detail=detail
            )


def _table_cells(old: Block, new: Block) -> Iterator[Change]:
    """Yield changed cells, rows known by their first cells (numbers aside) and columns by their heads."""
    if not isinstance(old, Table) or not isinstance(new, Table) or (old.from_ledger and new.from_ledger):
        return  # a view of the ledger: its figures are told as figures
    before, after = _rows(old), _rows(new)
    caption = new.caption.printed
    for key in dict.fromkeys([*before, *after]):
        if key not in after:
            yield Change(
                Area.TABLE, Action.REMOVED, caption, old=key, old_place=_first(before[key]), detail=f"行“{key}”"
            )
        elif key not in before:
            yield Change(Area.TABLE, Action.ADDED, caption, new=key, new_place=_first(after[key]), detail=f"行“{key}”")
        else:
            for column in before[key]:
                one, two = before[key][column], after[key].get(column)
                if two is not None and one.printed != two.printed:
                    yield Change(
                        Area.TABLE,
                        Action.CHANGED,
                        caption,
                        old=one.printed,
                        new=two.printed,
                        old_place=one.whole.place,
                        new_place=two.whole.place,
                        detail=f"“{key}”的“{column}”",
                    )


def _rows(table: Table) -> dict[str, dict[str, Text]]:
    heads = [cell.printed for cell in table.head]
    start = 1 if heads and heads[0] in ("序号", "编号") and len(heads) > 1 else 0
    return {
        row[start].printed: dict(zip(heads[start + 1 :], row[start + 1 :], strict=False))
        for row in table.rows
        if len(row) > start
    }


def _first(row: dict[str, Text]) -> Place | None:
    return next(iter(row.values())).whole.place if row else None
