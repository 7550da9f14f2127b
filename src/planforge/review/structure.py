"""Changes of headings, tasks, 专栏 and tables, matched by their ids; what only moved its number is no change."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping

from planforge.outline.text import Text
from planforge.plan.chart import Chart
from planforge.plan.model import Block, Box, Chapter, Figure, Heading, Plan, Table, Task, texts_of
from planforge.records import record
from planforge.review.change import Action, Area, Change
from planforge.review.order import behind, shifts
from planforge.review.within import changes_within, name_of

_ALIKE = 0.6
"""Two names with less in common are two things, not one renamed."""


@record(frozen=True)
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
    (Area.CHART, (Chart, Figure)),
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
                found.setdefault(block.id, _Placed(block, name_of(block), names))
            if isinstance(block, Heading):
                above.append(block)
    return found


def _compare(
    area: Area, old: dict[str, _Placed], new: dict[str, _Placed], renamed: Mapping[str, str]
) -> Iterator[Change]:
    pairs = {key: renamed.get(key, key) for key in old if renamed.get(key, key) in new}
    for key, other in pairs.items():
        before, after = old[key], new[other]
        yield from _pair(area, before, after, renamed)
        yield from changes_within(area, before.block, after.block)
    yield from _reordered(area, old, new, pairs, renamed)
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
    texts = texts_of(block) if isinstance(block, Task | Box) else (name_of(block),)
    return "\n".join(text.printed for text in texts)


def _pair(area: Area, before: _Placed, after: _Placed, renamed: Mapping[str, str]) -> Iterator[Change]:
    old, new = before.name.printed, after.name.printed
    above = _above(before, renamed)
    here, there = before.name.whole.place, after.name.whole.place
    if old != new:
        yield Change(area, Action.RENAMED, new, old=old, new=new, old_place=here, new_place=there)
    # what moves with its heading is told by the heading
    if above[-1:] != after.above[-1:] and above and after.above and not _other_level(before.block, after.block):
        was, now = " / ".join(above), " / ".join(after.above)
        yield Change(area, Action.MOVED, new, old=was, new=now, old_place=here, new_place=there)


def _other_level(old: Block, new: Block) -> bool:
    """Return whether a heading has become one of another level, which is told as that."""
    return isinstance(old, Heading) and isinstance(new, Heading) and old.level != new.level


def _above(placed: _Placed, renamed: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(renamed.get(heading, heading) for heading in placed.above)


def _reordered(
    area: Area,
    old: dict[str, _Placed],
    new: dict[str, _Placed],
    pairs: Mapping[str, str],
    renamed: Mapping[str, str],
) -> Iterator[Change]:
    """Yield what stands below the same heading as before, but behind others of its kind."""
    below: dict[tuple[str, ...], list[str]] = defaultdict(list)
    earlier = {other: old[key] for key, other in pairs.items()}
    for key, before in earlier.items():
        if _above(before, renamed) == new[key].above:
            below[new[key].above].append(key)
    place = {key: at for at, key in enumerate(new)}
    for keys in below.values():
        for shift in shifts(keys, sorted(keys, key=place.__getitem__)):
            was, now = (behind(new[one].name.printed if one is not None else None) for one in (shift.old, shift.new))
            here, there = (side[shift.thing].name for side in (earlier, new))
            yield Change(area, Action.MOVED, there.printed, was, now, here.whole.place, there.whole.place)


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
