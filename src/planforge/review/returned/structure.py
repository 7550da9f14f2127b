"""Paragraphs, blocks and rows that came, went, moved, were split or joined."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.review.returned.addition import Additions
from planforge.review.returned.joining import regrouped
from planforge.review.returned.layout import Layout
from planforge.review.returned.moved import moves_of
from planforge.review.returned.moves import Moves
from planforge.review.returned.operation import Pending
from planforge.review.returned.outcome import Item
from planforge.review.returned.removal import removals
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.rows import Rows


def structural(review: Reviewed, layout: Layout) -> Iterator[Item | Pending]:
    """Yield what became of everything that is not simply an edited paragraph."""
    for group in review.pairing.groups:
        if len(group.base) > 1 or len(group.now) > 1:
            yield from regrouped(review, group, layout)
    moves = moves_of(review)
    mover = Moves(review, layout)
    yield from mover.all(moves)
    yield from mover.strays(moves)
    moved = frozenset(line for move in moves for line in move.lines)
    yield from Additions(review, layout, moved).all()
    gone = list(removals(review, layout))
    yield from gone
    operations = [found.operation for found in gone if isinstance(found, Pending) and found.operation]
    slots = {at for operation in operations for at in operation.removed}
    taken = (base for base, line in review.ours.items() if set(layout.line_slots[line]) & slots)
    yield from Rows(review, layout).all(frozenset(taken))
