"""What changed within a heading, task, 专栏, table, chart or picture that both versions have."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.outline.text import Text, printed
from planforge.plan.model import Block, Box, Chapter, Figure, Heading, Table, Task
from planforge.review.change import Action, Area, Change
from planforge.review.settings import settings_of
from planforge.review.table_changes import table_changes

_FIELDS = {"lead": "牵头单位", "duty": "责任单位", "assist": "配合单位", "due": "完成时限"}


def changes_within(area: Area, old: Block, new: Block) -> Iterator[Change]:
    """Yield the changes in a block of two versions; its name and place are not compared."""
    yield from _settings(area, old, new)
    match old, new:
        case Task(), Task():
            yield from _task_fields(old, new)
        case Table(), Table():
            yield from table_changes(old, new)


def name_of(block: Block) -> Text:
    """Return the name of a chapter, heading, task, 专栏, table or picture."""
    match block:
        case Chapter():
            return block.heading
        case Heading():
            return block.text
        case Task():
            return block.name
        case Box():
            return block.title
        case Table() | Figure():
            return block.caption
    raise TypeError(f"{type(block).__name__} has no name")


def _settings(area: Area, old: Block, new: Block) -> Iterator[Change]:
    """Yield what was chosen otherwise; a picture that became a chart has nothing to compare."""
    before, after = settings_of(old), settings_of(new)
    for detail, one in before.items():
        two = after.get(detail, one)
        if one != two:
            name = name_of(new)
            here, there = name_of(old).whole.place, name.whole.place
            yield Change(area, Action.CHANGED, name.printed, one, two, here, there, detail=detail)


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
