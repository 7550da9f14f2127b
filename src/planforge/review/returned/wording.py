"""Edits within paragraphs: which text of the plan each one belongs to, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.ooxml.history import Stamp
from planforge.render.trace import Part, TracedLine
from planforge.review.returned.figures import FigureEdit, behind, ledger_words, settle
from planforge.review.returned.hunks import Hunk, PartHunk, line_edits, onto
from planforge.review.returned.operation import Pending
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.resolved import Returned
from planforge.review.returned.reviewed import Reviewed, context

_PRINTED = "这些字由程序印出（编号、单位的名目、标点），不在规划的文字里"
_GONE = "规划里这一段已经删去或改得认不出"
_CHANGED = "规划里这一处已经另有改动"


def edited(review: Reviewed, base: int, now: Returned) -> Iterator[Item | Pending]:
    """Yield the edits that make a line of the base text read as `now`.

    Args:
        review: the reviewed file.
        base: the line.
        now: what it reads now, and who made which edit.
    """
    line, words = review.base[base], now.text
    if line.text == words:
        return
    if base not in review.ours:
        item = review.item(Kind.TEXT, base, now.stamp(0, len(words)), old=line.text, new=words)
        yield replace(item, status=Status.CONFLICT if line.parts else Status.UNPLACED, reason=_GONE)
        return
    edits = line_edits(line, words)
    for hunk in edits.outside:
        yield replace(_item(review, base, now, line.text, hunk), status=Status.UNPLACED, reason=_PRINTED)
    by_slot: dict[int, list[Hunk]] = {}
    for inside in edits.inside:
        placed = _placed(review, base, now, inside)
        if isinstance(placed, Item):
            yield placed
        else:
            by_slot.setdefault(placed[0], []).append(placed[1])
    for slot, changes in by_slot.items():
        yield from _settled(review, base, slot, changes, now)


def _placed(review: Reviewed, base: int, now: Returned, inside: PartHunk) -> Item | tuple[int, Hunk]:
    """Return the text of the plan and the edit in it, or what keeps it out: it is there, or another stands there."""
    line, part = review.base[base], inside.part
    old = line.text[part.start : part.end]
    item = _item(review, base, now, old, inside.hunk)
    slot = _slot(review, line, part, review.present.trace.lines[review.ours[base]])
    if slot is None:
        return replace(item, status=Status.CONFLICT, reason=_GONE)
    printed = review.present.slots[slot].text.printed
    carried, alike = onto(inside.hunk, old, printed)
    if alike:
        return replace(item, status=Status.PRESENT)
    if carried is None:
        return replace(item, status=Status.CONFLICT, reason=_CHANGED, ours=printed)
    return slot, carried


def _item(review: Reviewed, base: int, now: Returned, old: str, hunk: Hunk) -> Item:
    """Return the item of an edit in `old`, which is a line of the base text or a part of one."""
    item = review.item(Kind.TEXT, base, _stamp(now, hunk), old=old[hunk.start : hunk.end], new=hunk.new)
    return replace(item, context=context(old, hunk.start, hunk.end))


def _stamp(now: Returned, hunk: Hunk) -> Stamp | None:
    return now.stamp(hunk.at, hunk.at + len(hunk.new))


def _slot(review: Reviewed, line: TracedLine, part: Part, ours: TracedLine) -> int | None:
    """Return the text of the plan that is the later version of a part: by its name, or by its field and order."""
    keys = [one.key for one in ours.parts]
    if part.key not in keys:
        field = _field(part.key)
        rank = [one.key for one in line.parts if _field(one.key) == field].index(part.key)
        alike = [key for key in keys if _field(key) == field]
        if rank >= len(alike):
            return None
        return review.present.by_key.get(alike[rank])
    return review.present.by_key.get(part.key)


def _field(key: str) -> str:
    owner, dot, name = key.rpartition(".")
    return f"{owner.partition(':')[0]}{dot}{name.partition(':')[0]}"


def _settled(
    review: Reviewed, base: int, slot: int, changes: Sequence[Hunk], now: Returned
) -> Iterator[Item | Pending]:
    text = review.present.slots[slot].text
    printed = text.printed

    def item(kind: Kind, start: int, end: int, new: str, at: int) -> Item:
        stamp = _stamp(now, Hunk(start, end, new, at))
        made = review.item(kind, base, stamp, old=printed[start:end], new=new, context=context(printed, start, end))
        return replace(made, place=text.span(start, end).place)

    settled = settle(text, changes)
    for hunk in settled.words:
        yield Pending(
            item(Kind.SPLIT if "\n" in hunk.new else Kind.TEXT, hunk.start, hunk.end, hunk.new, hunk.at), slot, hunk
        )
    for hunk, reason in settled.refused:
        made = item(Kind.FIGURE, hunk.start, hunk.end, hunk.new, hunk.at)
        yield replace(made, status=Status.UNPLACED, reason=reason)
    for figure in settled.figures:
        at = next((hunk.at for hunk in changes if hunk.start < figure.end and figure.start < hunk.end), 0)
        yield _figure(review, slot, figure, item(Kind.FIGURE, figure.start, figure.end, figure.new, at))


def _figure(review: Reviewed, slot: int, figure: FigureEdit, item: Item) -> Item | Pending:
    """Return the proposal that makes the ledger print what the reviewer wants."""
    found = behind(review.present.slots[slot], figure.segment, review.present.plan.ledger)
    if isinstance(found, str):
        return replace(item, status=Status.UNPLACED, reason=found)
    words = ledger_words(found, figure.new)
    if words is None:
        return replace(item, status=Status.UNPLACED, reason="改后读不出一个数字，台账里写不下")
    item = replace(item, place=found.figure.text.whole.place, where=(*item.where, found.name))
    if words == found.figure.text.printed:
        return replace(item, status=Status.PRESENT)
    return Pending(item, figure=(found.figure, words))
