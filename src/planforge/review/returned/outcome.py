"""What became of each edit and comment of a review: taken over, a conflict, or listed with the reason. Plain data."""

from __future__ import annotations

from collections import Counter
from enum import Enum

from planforge.records import record
from planforge.source.place import Place


class Kind(Enum):
    """What the reviewer did."""

    TEXT = "text-changed"
    FIGURE = "figure-changed"
    ADDED = "paragraph-added"
    REMOVED = "paragraph-removed"
    SPLIT = "paragraph-split"
    JOINED = "paragraphs-joined"
    MOVED = "paragraph-moved"
    TABLE_ADDED = "table-added"
    ROW_ADDED = "row-added"
    ROW_REMOVED = "row-removed"
    NOTE = "footnote-changed"
    OBJECT = "object-changed"
    LEVEL = "level-changed"
    MARGIN = "margin-changed"
    COMMENT = "comment"


class Status(Enum):
    """What became of an edit or comment.

    PRESENT: the plan has it already. PROPOSED: made only when asked for, as it changes a figure of the ledger.
    CONFLICT: the plan has changed there too. UNPLACED: there is no certain place for it. DECLINED: the user chose not
    to take it over.
    """

    APPLIED = "applied"
    PRESENT = "already-there"
    PROPOSED = "proposed"
    CONFLICT = "conflict"
    UNPLACED = "unplaced"
    DECLINED = "declined"


OPEN = frozenset({Status.PROPOSED, Status.CONFLICT, Status.UNPLACED})
"""What somebody still has to decide."""


@record(frozen=True, slots=True)
class Item:
    """One edit or comment.

    Attributes:
        kind: what the reviewer did.
        status: what became of it.
        source: the reviewed file, as the user named it.
        author: who did it; "" for an edit without tracking.
        date: when, as the file says; "" when it does not.
        where: the headings above it and the name of the thing, outermost first.
        old: what stood there; "" for something new.
        new: what the reviewer wants there; the words of a comment.
        context: the sentence around `old`, when that is short.
        ours: what the plan says now, when that is neither `old` nor `new`.
        reason: why it was not taken over, and what to do.
        place: where in the plan's files.
    """

    kind: Kind
    status: Status
    source: str
    author: str = ""
    date: str = ""
    where: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    context: str = ""
    ours: str = ""
    reason: str = ""
    place: Place | None = None


@record(frozen=True, slots=True)
class Outcome:
    """All items in the order of the reviewed files, and the files of the plan that changed."""

    items: tuple[Item, ...]
    files: tuple[str, ...] = ()
    dry: bool = False

    @property
    def complete(self) -> bool:
        """Whether nothing is left to decide."""
        return not any(item.status in OPEN for item in self.items)

    def counts(self) -> Counter[Status]:
        """Return how many items have each status."""
        return Counter(item.status for item in self.items)
