"""Paragraphs that the reviewer split or joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from planforge.ooxml.history import Stamp
from planforge.plan.model import ListBlock
from planforge.review.returned.hunks import Hunk, without_number
from planforge.review.returned.layout import PARAGRAPHS, Layout
from planforge.review.returned.operation import Operation, Pending
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.pairing import Group
from planforge.review.returned.resolved import Returned, Trail
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.seams import APART, TANGLED, changes_beside_joins, together
from planforge.review.returned.splicing import CannotSpliceError, rewrite
from planforge.review.returned.text_edits import text_edits
from planforge.review.returned.versions import as_one, joined_in_plan, lines_now
from planforge.review.returned.wording import Edits
from planforge.source.edits import Edit

_CHANGED = "规划里这几段已经另有改动"


def regrouped(review: Reviewed, group: Group, layout: Layout) -> Iterator[Item | Pending]:
    """Yield what became of a paragraph that was split, or of several that were joined."""
    now = [review.now.paragraphs[at] for at in group.now]
    if all(at in review.said for at in group.now):
        kind = Kind.JOINED if len(now) == 1 else Kind.SPLIT
        yield replace(_item(review, group, now, kind, None), status=Status.PRESENT)
    elif len(group.base) == 1:
        marked = _in_marked_list(review, group.base[0], layout)
        at, whole = group.base[0], _in_one(now, marked=marked)
        found = list(Edits(review, at, review.base[at], whole, lines_now(review, group)).all())
        item = review.item(Kind.SPLIT, group.base[0], now[0].end, old=review.base[group.base[0]].text)
        yield from found or [replace(item, status=Status.UNPLACED, reason=TANGLED)]
    else:
        yield from _joined(review, group, now, layout)


def _joined(review: Reviewed, group: Group, now: Sequence[Returned], layout: Layout) -> Iterator[Item | Pending]:
    stamp = next((trail.stamp for one in now for trail in one.trails), None)
    item = _item(review, group, now, Kind.JOINED if len(now) == 1 else Kind.TEXT, stamp)
    if len(now) > 1:
        yield replace(item, status=Status.UNPLACED, reason=TANGLED)
    elif any(at not in review.ours or _differs(review, at) for at in group.base):
        found = list(_joined_twice(review, group, now[0]))
        yield from found or [replace(item, status=Status.CONFLICT, reason=_CHANGED)]
    else:
        try:
            yield from _join(review, group, item, now[0], layout)
        except CannotSpliceError as error:
            yield replace(item, status=Status.UNPLACED, reason=str(error))


def _joined_twice(review: Reviewed, group: Group, now: Returned) -> Iterator[Item | Pending]:
    """Yield the edits of paragraphs that the plan has joined too."""
    line = joined_in_plan(review, group)
    if line is not None and review.base[group.base[0]].parts:
        whole = together([review.base[at] for at in group.base])
        last = review.base[group.base[0]].parts[-1].key
        yield from Edits(review, group.base[0], as_one(whole, last), now, (line,)).all()


def _item(review: Reviewed, group: Group, now: Sequence[Returned], kind: Kind, stamp: Stamp | None) -> Item:
    old, new = "\n".join(review.base[at].text for at in group.base), "\n".join(one.text for one in now)
    return review.item(kind, group.base[0], stamp, old=old, new=new)


def _in_one(now: Sequence[Returned], *, marked: bool) -> Returned:
    """Return paragraphs as one with line ends in it, the marks of list items taken away, and who made which edit."""
    text, trails = now[0].text, list(now[0].trails)
    for before, one in pairwise(now):
        if before.end:
            trails.append(Trail(len(text), len(text) + 1, before.end))
        words = without_number(one.text) if marked else one.text
        shift = len(text) + 1 - (len(one.text) - len(words))
        trails += (replace(trail, start=trail.start + shift, end=trail.end + shift) for trail in one.trails)
        text = f"{text}\n{words}"
    return replace(now[0], text=text, trails=tuple(trails))


def _differs(review: Reviewed, base: int) -> bool:
    return review.present.trace.lines[review.ours[base]].text != review.base[base].text


def _in_marked_list(review: Reviewed, base: int, layout: Layout) -> bool:
    owners = layout.owners(review.ours[base]) if base in review.ours else []
    return any(isinstance(owner, ListBlock) and any(owner.marks) for owner in owners)


def _join(review: Reviewed, group: Group, item: Item, now: Returned, layout: Layout) -> Iterator[Item | Pending]:
    """Yield what makes one paragraph of neighbours in one scalar; edits of figures in them are told one by one.

    Raises:
        CannotSpliceError: when they are no such neighbours, or something else of them changed too.
    """
    lines = [review.present.trace.lines[review.ours[at]] for at in group.base]
    slots = [layout.main(review.ours[at]) for at in group.base]
    known = [at for at in slots if at is not None and layout.slot(at).field in PARAGRAPHS]
    alone = all(len(line.parts) == 1 for line in lines[1:])
    if len(known) != len(slots) or not alone or known != [*range(known[0], known[-1] + 1)]:
        raise CannotSpliceError(APART)
    if {layout.slot(at).owner for at in known} != {layout.slot(known[0]).owner}:
        raise CannotSpliceError(APART)
    words: dict[int, list[Hunk]] = {at: [] for at in known}
    others: list[Item | Pending] = []
    for base, (at, changes) in zip(
        group.base, changes_beside_joins(lines, now.text, layout, known).items(), strict=True
    ):
        for found in text_edits(review, base, at, changes, now):
            if isinstance(found, Pending) and found.hunk is not None:
                words[at].append(found.hunk)
            else:
                others.append(found)
    yield Pending(item, operation=_operation(layout, known, words))
    yield from others


def _operation(layout: Layout, known: Sequence[int], words: Mapping[int, Sequence[Hunk]]) -> Operation:
    """Return the operation that joins texts, each with its edits."""
    edits: list[Edit] = []
    written: list[str] = []
    for at in known:
        text = layout.slot(at).text
        made = rewrite(text, words[at], layout.places(text.file))
        edits += made.edits
        written += made.written
    for one, two in pairwise(known):
        file = layout.slot(one).text.file
        edits.append(Edit(file.span(layout.slot(one).text.whole.end, layout.slot(two).text.whole.start), ""))
    return Operation(tuple(edits), replaced={known[0]: ("".join(written),)}, removed=frozenset(known[1:]))
