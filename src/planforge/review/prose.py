"""Changes of prose: paragraphs added, removed, moved, reworded; a reworded one with what changed in it."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from planforge.plan.model import Box, Plan, Task
from planforge.review.change import Action, Area, Change
from planforge.review.paragraphs import Paragraph, paragraphs
from planforge.review.splitting import Division, divisions
from planforge.review.wording import pieces

_ALIKE = 0.5
_MOST_PAIRS = 40_000


def prose_changes(old: Plan, new: Plan, renamed: Mapping[str, str]) -> Iterator[Change]:
    """Yield the changes of paragraphs in the order of the new plan, removed ones last.

    A paragraph in which only a reference prints another figure has not changed: the figure has, and is told once.

    Args:
        renamed: sections, tasks and boxes that have another name now, by their old ids.

    The text of a task or 专栏 that came or went is told with it.
    """
    before = [replace(one, section=renamed.get(one.section, one.section)) for one in paragraphs(old)]
    after = list(paragraphs(new))
    before, after, moved = _without_same(before, after)
    yield from moved
    split, merged = tuple(divisions(before, after)), tuple(divisions(after, before))
    yield from (_divided(Action.SPLIT, (one.whole,), one.parts) for one in split)
    yield from (_divided(Action.MERGED, one.parts, (one.whole,)) for one in merged)
    before, after = _without(before, split, merged), _without(after, split, merged)
    pairs = _alike(before, after)
    with_their_block = {renamed.get(key, key) for key in _blocks(old)} ^ _blocks(new)
    matched = {id(one) for one, _ in pairs.values()}
    for paragraph in after:
        if id(paragraph) in pairs:
            yield _reworded(pairs[id(paragraph)][0], paragraph)
        elif paragraph.section not in with_their_block:
            yield _one_sided(Action.ADDED, paragraph)
    for paragraph in before:
        if id(paragraph) not in matched and paragraph.section not in with_their_block:
            yield _one_sided(Action.REMOVED, paragraph)


def _blocks(plan: Plan) -> set[str]:
    """Return the ids of what has text of its own."""
    return {block.id for block in plan.blocks() if isinstance(block, Task | Box)}


def _without(those: list[Paragraph], *found: Iterable[Division]) -> list[Paragraph]:
    told = {id(one) for group in found for division in group for one in (division.whole, *division.parts)}
    return [one for one in those if id(one) not in told]


def _without_same(
    before: list[Paragraph], after: list[Paragraph]
) -> tuple[list[Paragraph], list[Paragraph], list[Change]]:
    """Take out paragraphs that stand in both; those that changed their section have moved."""
    waiting: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in before:
        waiting[paragraph.text.written].append(paragraph)
    left, moved, same = [], [], set()
    for paragraph in after:
        candidates = waiting[paragraph.text.written]
        if not candidates:
            left.append(paragraph)
            continue
        here = next((one for one in candidates if one.section == paragraph.section), candidates[0])
        candidates.remove(here)
        same.add(id(here))
        if here.section != paragraph.section:
            moved.append(_moved(here, paragraph))
    return [paragraph for paragraph in before if id(paragraph) not in same], left, moved


def _alike(before: list[Paragraph], after: list[Paragraph]) -> dict[int, tuple[Paragraph, Paragraph]]:
    """Pair paragraphs that are versions of each other, the most alike first; by the id of the new one."""
    scored = []
    for one in before:
        for two in after:
            near = one.section == two.section or len(before) * len(after) <= _MOST_PAIRS
            likeness = _likeness(one.text.written, two.text.written) if near else 0.0
            if likeness >= _ALIKE:
                scored.append((one.section == two.section, likeness, one, two))
    scored.sort(key=lambda item: (-item[0], -item[1]))
    pairs: dict[int, tuple[Paragraph, Paragraph]] = {}
    used: set[int] = set()
    for _, _, one, two in scored:
        if id(one) not in used and id(two) not in pairs:
            pairs[id(two)] = (one, two)
            used.add(id(one))
    return pairs


def _likeness(one: str, two: str) -> float:
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _reworded(old: Paragraph, new: Paragraph) -> Change:
    changed = pieces(old.text.printed, new.text.printed)
    return Change(
        Area.PROSE,
        Action.CHANGED,
        _opening(new),
        old=old.text.printed,
        new=new.text.printed,
        old_place=old.text.whole.place,
        new_place=new.text.whole.place,
        detail="；".join(f"“{one}”→“{two}”" for one, two in changed[:6]),
    )


def _divided(action: Action, old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> Change:
    before, after = ("\n".join(one.text.printed for one in side) for side in (old, new))
    here, there = old[0].text.whole.place, new[0].text.whole.place
    return Change(Area.PROSE, action, _opening(new[0]), old=before, new=after, old_place=here, new_place=there)


def _moved(old: Paragraph, new: Paragraph) -> Change:
    here, there = old.text.whole.place, new.text.whole.place
    return Change(
        Area.PROSE, Action.MOVED, _opening(new), old=old.section, new=new.section, old_place=here, new_place=there
    )


def _one_sided(action: Action, paragraph: Paragraph) -> Change:
    text, place = paragraph.text.printed, paragraph.text.whole.place
    if action is Action.ADDED:
        return Change(Area.PROSE, action, _opening(paragraph), new=text, new_place=place)
    return Change(Area.PROSE, action, _opening(paragraph), old=text, old_place=place)


def _opening(paragraph: Paragraph) -> str:
    words = paragraph.text.printed
    return words if len(words) <= 20 else f"{words[:20]}…"
