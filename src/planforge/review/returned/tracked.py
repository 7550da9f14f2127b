"""Tracked changes one by one, as the file has them: who wants what instead of what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from planforge.ooxml.history import Mark, Piece, RevisedParagraph, Stamp, Thing
from planforge.records import record
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.reviewed import Reviewed, context
from planforge.review.returned.things import NAMES

END = "¶"
"""Stands for the end of a paragraph that was put in (split) or taken away (joined with the next)."""


@record(frozen=True, slots=True)
class Tracked:
    """Neighbouring tracked changes of one author: `old` was taken away and `new` put there.

    `before` and `behind` are the words around it in the same paragraph, as they read without any tracked change.
    """

    stamp: Stamp
    paragraph: int
    old: str
    new: str
    before: str = ""
    behind: str = ""


def tracked(paragraphs: Iterable[RevisedParagraph]) -> Iterator[Tracked]:
    """Yield the tracked changes of a document in order; those of whole paragraphs too."""
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.contents:
            yield from _of_paragraph(number, paragraph)


def _of_paragraph(number: int, paragraph: RevisedParagraph) -> Iterator[Tracked]:
    pieces = _pieces(paragraph)
    original = ["" if piece.inserted else piece.text for piece in pieces]
    at = 0
    for stamp, group in groupby(pieces, key=lambda piece: piece.deleted or piece.inserted):
        several = list(group)
        if stamp is not None:
            # inserted by one and deleted by another again: nothing of it is wanted
            old = "".join(piece.text for piece in several if piece.deleted and not piece.inserted)
            new = "".join(piece.text for piece in several if piece.inserted and not piece.deleted)
            if old or new:
                before, behind = "".join(original[:at]), "".join(original[at + len(several) :])
                yield Tracked(stamp, number, old, new, before, behind)
        at += len(several)
    kept = any(piece.inserted is None and piece.deleted is None for piece in pieces)
    if kept and paragraph.inserted:
        yield Tracked(paragraph.inserted, number, "", END, "".join(original))
    if kept and paragraph.deleted:
        yield Tracked(paragraph.deleted, number, END, "", "".join(original))


def _pieces(paragraph: RevisedParagraph) -> list[Piece]:
    """Return the pieces with text; those of a row that came or went came or went with it."""
    cell = paragraph.cell
    came, went = (cell.row_inserted, cell.row_deleted) if cell else (None, None)
    pieces = (_piece(part) for part in paragraph.content if not isinstance(part, Mark))
    return [replace(one, inserted=one.inserted or came, deleted=one.deleted or went) for one in pieces if one.text]


def _piece(part: Piece | Thing) -> Piece:
    """Return a tracked picture or line break by its name; others are not told among the words."""
    if isinstance(part, Piece):
        return part
    tracked = part.inserted or part.deleted
    return Piece(f"〔{NAMES[part.kind]}〕" if tracked else "", part.inserted, part.deleted)


def _taken_back(review: Reviewed) -> Iterator[Tracked]:
    """Yield the deletions that are not accepted of words that another one put in, whose insertion is."""
    for number, paragraph in enumerate(review.history):
        for piece in _pieces(paragraph) if not paragraph.contents else ():
            if piece.inserted and piece.deleted and review.accept(piece.inserted) and not review.accept(piece.deleted):
                yield Tracked(piece.deleted, number, piece.text, "", behind=" ")


def declined(review: Reviewed) -> Iterator[Item]:
    """Yield the tracked changes that are not accepted, so that none goes unseen."""
    numbers = [one.number for one in review.now.paragraphs]
    for change in [*tracked(review.history), *_taken_back(review)]:
        if not review.accept(change.stamp):
            whole = not change.old + change.before + change.behind  # a new paragraph, of which nothing is left
            behind = (bisect_left if whole else bisect_right)(numbers, change.paragraph)
            base = review.base_before(behind)
            item = review.item(Kind.TEXT, base, change.stamp, old=change.old, new=change.new)
            words = f"{change.before}{change.old}{change.behind}"
            around = context(words, len(change.before), len(change.before) + len(change.old))
            yield replace(item, status=Status.DECLINED, context=around)
