"""Edits of one text of the plan as what can be done with each: words, a figure of the ledger, or the reason against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.plan.model import Block, Table
from planforge.review.returned.conflicts import TWO_WRITERS
from planforge.review.returned.copied import Renumbered
from planforge.review.returned.figures import Behind, FigureEdit, behind, ledger_words, settle
from planforge.review.returned.hunks import Hunk
from planforge.review.returned.operation import Pending
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.resolved import Returned
from planforge.review.returned.reviewed import Reviewed, context

LEDGER = "这张表由台账印出，请改台账"
TASKS = "这张表由各项任务印出，请改那一项任务"


def text_edits(
    review: Reviewed, base: int, slot: int, changes: Sequence[Hunk], now: Returned
) -> Iterator[Item | Pending]:
    """Yield the edits of one text of the plan: those of words, of figures that a reference printed, those refused.

    Args:
        review: the reviewed file.
        base: the line of the base text they were made in.
        slot: the text.
        changes: the edits, in the characters that the plan prints.
        now: the paragraph as it reads now, and who made which edit.
    """
    text = review.present.slots[slot].text
    printed = text.printed

    def item(kind: Kind, start: int, end: int, new: str, at: int) -> Item:
        stamp = now.stamp(at, at + len(new))
        made = review.cell_item(kind, base, stamp, old=printed[start:end], new=new)
        made = replace(made, context=context(printed, start, end))
        return replace(made, place=text.span(start, end).place)

    apart = [hunk for hunk in changes if len(set(now.writers(hunk.at, hunk.at + len(hunk.new)))) > 1]
    for hunk in apart:
        made = item(Kind.TEXT, hunk.start, hunk.end, hunk.new, hunk.at)
        authors = "、".join(dict.fromkeys(now.writers(hunk.at, hunk.at + len(hunk.new))))
        yield replace(made, status=Status.CONFLICT, reason=TWO_WRITERS, author=authors)
    settled = settle(text, [hunk for hunk in changes if hunk not in apart])
    shown = review.present.is_shown(slot)
    for hunk in settled.words if shown else ():
        made = item(Kind.TEXT, hunk.start, hunk.end, hunk.new, hunk.at)
        yield replace(made, status=Status.UNPLACED, reason=shown_by(review.present.slots[slot].owner))
    for hunk in () if shown else settled.words:
        kind = Kind.SPLIT if "\n" in hunk.new else Kind.TEXT
        marked = review.copies.marked(hunk.new)
        made = item(kind, hunk.start, hunk.end, hunk.new, hunk.at)
        yield Pending(made, slot, replace(hunk, new=marked.words))
        yield from renumbered(made, marked.figures)
    for hunk, reason in settled.refused:
        made = item(Kind.TEXT if shown else Kind.FIGURE, hunk.start, hunk.end, hunk.new, hunk.at)
        yield replace(made, status=Status.UNPLACED, reason=reason)
    for figure in settled.figures:
        at = next((hunk.at for hunk in changes if hunk.start < figure.end and figure.start < hunk.end), 0)
        yield _figure(review, slot, figure, item(Kind.FIGURE, figure.start, figure.end, figure.new, at))


def renumbered(item: Item, figures: Sequence[Renumbered]) -> Iterator[Item | Pending]:
    """Yield the proposals for figures that went elsewhere and became others with the words of an item."""
    for one in figures:
        made = replace(item, kind=Kind.FIGURE, old=one.old, new=one.new)
        yield _proposed(made, one.behind, one.words)


def _proposed(item: Item, found: Behind, words: str) -> Item | Pending:
    """Return the proposal that the ledger says `words` of a figure, or that it does so already."""
    item = replace(item, place=found.figure.text.whole.place, where=(*item.where, found.name))
    if words == found.figure.text.printed:
        return replace(item, status=Status.PRESENT)
    return Pending(item, figure=(found.figure, words))


def shown_by(owner: Block | None) -> str:
    """Return what to do about a cell of a table that shows what is said elsewhere."""
    return TASKS if isinstance(owner, Table) and owner.of_tasks else LEDGER


def _figure(review: Reviewed, slot: int, figure: FigureEdit, item: Item) -> Item | Pending:
    """Return the proposal that makes the ledger print what the reviewer wants."""
    found = behind(review.present.slots[slot], figure.segment, review.present.plan.ledger)
    if isinstance(found, str):
        owner = review.present.slots[slot].owner
        of_tasks = isinstance(owner, Table) and owner.of_tasks
        return replace(item, status=Status.UNPLACED, reason=TASKS if of_tasks else found)
    words = ledger_words(found, figure.new)
    if words is None:
        return replace(item, status=Status.UNPLACED, reason="改后读不出一个数字，台账里写不下")
    return _proposed(item, found, words)
