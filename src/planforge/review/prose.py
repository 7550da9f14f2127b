"""Changes of prose: paragraphs added, removed, moved, reworded; a reworded one with what changed in it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from planforge.plan.model import Box, Plan, Task
from planforge.review.change import Action, Area, Change
from planforge.review.matching import Pair, alike, same
from planforge.review.moves import moves, restyled
from planforge.review.paragraphs import Paragraph, paragraphs
from planforge.review.splitting import Division, divisions
from planforge.review.wording import pieces


def prose_changes(old: Plan, new: Plan, renamed: Mapping[str, str]) -> Iterator[Change]:
    """Yield the changes of paragraphs in the order of the new plan, removed ones last.

    A paragraph in which only a reference prints another figure has not changed: the figure has, and is told once.

    Args:
        renamed: sections, tasks and boxes that have another name now, by their old ids.

    The text of a task or 专栏 that came or went is told with it.
    """
    before = [replace(one, section=renamed.get(one.section, one.section)) for one in paragraphs(old)]
    after = list(paragraphs(new))
    kept = same(before, after)
    yield from moves(kept)
    before, after = _unpaired(before, after, kept)
    split, merged = tuple(divisions(before, after)), tuple(divisions(after, before))
    yield from (_divided(Action.SPLIT, (one.whole,), one.parts) for one in split)
    yield from (_divided(Action.MERGED, one.parts, (one.whole,)) for one in merged)
    before, after = _without(before, split, merged), _without(after, split, merged)
    reworded = alike(before, after)
    was = {new: old for old, new in reworded}
    yield from restyled(sorted((*kept, *reworded), key=lambda pair: pair[1].position))
    with_their_block = {renamed.get(key, key) for key in _blocks(old)} ^ _blocks(new)
    for paragraph in after:
        if paragraph in was:
            yield _reworded(was[paragraph], paragraph)
        elif paragraph.section not in with_their_block:
            yield _one_sided(Action.ADDED, paragraph)
    for paragraph in _unpaired(before, after, reworded)[0]:
        if paragraph.section not in with_their_block:
            yield _one_sided(Action.REMOVED, paragraph)


def _blocks(plan: Plan) -> set[str]:
    """Return the ids of what has text of its own."""
    return {block.id for block in plan.blocks() if isinstance(block, Task | Box)}


def _without(those: list[Paragraph], *found: Iterable[Division]) -> list[Paragraph]:
    told = {id(one) for group in found for division in group for one in (division.whole, *division.parts)}
    return [one for one in those if id(one) not in told]


def _unpaired(
    before: Sequence[Paragraph], after: Sequence[Paragraph], pairs: Sequence[Pair]
) -> tuple[list[Paragraph], list[Paragraph]]:
    paired = {one for pair in pairs for one in pair}
    return [one for one in before if one not in paired], [one for one in after if one not in paired]


def _reworded(old: Paragraph, new: Paragraph) -> Change:
    changed = [_piece(*piece) for piece in pieces(old.text.printed, new.text.printed)]
    changed += _notes_changed(*([note.printed for note in one.text.notes] for one in (old, new)))
    return Change(
        Area.PROSE,
        Action.CHANGED,
        new.opening,
        old=old.told,
        new=new.told,
        old_place=old.text.whole.place,
        new_place=new.text.whole.place,
        detail="；".join(changed[:6]),
    )


def _notes_changed(old: list[str], new: list[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        for one, two in zip_longest(old[a:b], new[c:d], fillvalue=""):
            yield from (f"脚注{_piece(*piece)}" for piece in pieces(one, two))


def _piece(old: str, new: str) -> str:
    return f"“{old}”→“{new}”" if old and new else f"增加“{new}”" if new else f"删去“{old}”"


def _divided(action: Action, old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> Change:
    before, after = ("\n".join(one.told for one in side) for side in (old, new))
    here, there = old[0].text.whole.place, new[0].text.whole.place
    return Change(Area.PROSE, action, new[0].opening, old=before, new=after, old_place=here, new_place=there)


def _one_sided(action: Action, paragraph: Paragraph) -> Change:
    text, place = paragraph.told, paragraph.text.whole.place
    if action is Action.ADDED:
        return Change(Area.PROSE, action, paragraph.opening, new=text, new_place=place)
    return Change(Area.PROSE, action, paragraph.opening, old=text, old_place=place)
