"""`Pending`: an edit whose place in the plan is certain, until it is known whether it is taken over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace

from planforge.plan.ledger import LedgerFigure
from planforge.records import record
from planforge.review.returned.hunks import Hunk
from planforge.review.returned.outcome import Item, Status
from planforge.review.returned.splicing import CannotSpliceError
from planforge.source.edits import Edit
from planforge.source.place import Span

WORDS, PARAGRAPH, NOTE, BLOCK = range(4)


@record(frozen=True)
class Relocation:
    """Characters of a file that stand at `target` afterwards, in the form that `shape` gives them.

    `own` is the stretch of `source` without the gaps around it: edits within it are made in the new place.
    """

    source: Span
    own: Span
    target: Span
    shape: Callable[[str], str]


@record(frozen=True)
class Operation:
    """Splices of the plan's files, and what they do to its texts, by their places among the slots.

    Attributes:
        edits: the splices.
        relocations: what moves.
        replaced: what a text reads afterwards, one string a paragraph.
        removed: texts that go.
        added: new texts behind a text (-1: before all of them), in the order they are read.
        moved: texts that stand behind another one afterwards, in their order.
        rank: insertions at one place are made in this order: words, paragraphs of a scalar, notes, blocks.
    """

    edits: tuple[Edit, ...]
    relocations: tuple[Relocation, ...] = ()
    replaced: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    removed: frozenset[int] = frozenset()
    added: tuple[tuple[int, tuple[str, ...]], ...] = ()
    moved: tuple[tuple[tuple[int, ...], int], ...] = ()
    rank: int = WORDS


@record(frozen=True)
class Pending:
    """An edit: of a text (`slot`, `hunk`), of a figure of the ledger, or any other as a finished operation."""

    item: Item
    slot: int = -1
    hunk: Hunk | None = None
    figure: tuple[LedgerFigure, str] | None = None
    operation: Operation | None = None

    def settled(self, status: Status, reason: str = "", ours: str = "") -> Item:
        """Return the item with what became of it."""
        return replace(self.item, status=status, reason=reason, ours=ours or self.item.ours)


def pending(item: Item, make: Callable[[], Operation]) -> Item | Pending:
    """Return the item with the operation that `make` returns, or unplaced for the reason why there is none."""
    try:
        return Pending(item, operation=make())
    except CannotSpliceError as error:
        return replace(item, status=Status.UNPLACED, reason=str(error))
