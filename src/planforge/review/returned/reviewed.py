"""One reviewed file, read and matched with its base text and with the plan as it is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planforge.ooxml.comments import Comment
from planforge.ooxml.history import Piece, RevisedParagraph, Stamp
from planforge.ooxml.margins import Margin
from planforge.plan.model import Table
from planforge.records import cached_property, record
from planforge.render.trace import TracedLine
from planforge.review.returned.cells import is_cell
from planforge.review.returned.copied import Copies
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.pairing import Group, Pairing
from planforge.review.returned.present import Present
from planforge.review.returned.resolve import Accept
from planforge.review.returned.resolved import Resolved

_CONTEXT = 60
_STOPS = "。；！？"


@record(frozen=True)
class Reviewed:
    """A reviewed file.

    Attributes:
        source: how the user named the file.
        base: its paragraphs when it was built.
        carried: whether the file said so itself; else they are guessed from the file and the plan.
        history: its paragraphs with all tracked changes.
        now: the document as it reads with the tracked changes that are accepted.
        pairing: which paragraphs belong together.
        comments: all comments.
        footnotes: the words of its footnotes by their ids.
        margins: what stands in its headers and footers.
        margins_built: the words of these when it was built.
        present: the plan.
        ours: lines of the plan by lines of the base.
        said: lines of the plan by the paragraphs of the file that they repeat, so that these want nothing.
        accept: which tracked changes are accepted.
    """

    source: str
    base: tuple[TracedLine, ...]
    carried: bool
    history: tuple[RevisedParagraph, ...]
    now: Resolved
    pairing: Pairing
    comments: tuple[Comment, ...]
    footnotes: Mapping[str, str]
    margins: tuple[Margin, ...]
    margins_built: tuple[str, ...]
    present: Present
    ours: dict[int, int]
    said: dict[int, int]
    accept: Accept

    @cached_property
    def group_of(self) -> dict[int, Group]:
        """Return the group of each paragraph of `now` that has one."""
        return {at: group for group in self.pairing.groups for at in group.now}

    @cached_property
    def copies(self) -> Copies:
        """Return what knows the references of the plan again in words that were moved or copied."""
        same = {
            group.base[0]
            for group in self.pairing.groups
            if len(group.base) == len(group.now) == 1
            and self.base[group.base[0]].text == self.now.paragraphs[group.now[0]].text
        }
        lines = self.present.trace.lines
        as_built = {line for base, line in self.ours.items() if base in same}
        keys = {part.key for at, line in enumerate(lines) if at not in as_built for part in line.parts}
        edited = [self.present.slots[self.present.by_key[key]].text for key in sorted(keys)]
        now = [paragraph.text for paragraph in self.now.paragraphs]
        return Copies([slot.text for slot in self.present.slots], edited, now, self.present.plan.ledger)

    def deleted_by(self, bases: Sequence[int]) -> Stamp | None:
        """Return who deleted lines of the base text with tracking: by their bookmarks, else by their words."""
        lines = [self.base[at] for at in bases]
        by_name = (self.now.gone.get(line.name) for line in lines)
        return next((stamp for stamp in (*by_name, *(self._deleted.get(line.text) for line in lines)) if stamp), None)

    @cached_property
    def _deleted(self) -> dict[str, Stamp]:
        """Return who deleted whole paragraphs, by their words."""
        found: dict[str, Stamp] = {}
        for paragraph in self.history:
            pieces = [part for part in paragraph.content if isinstance(part, Piece) and part.text and not part.inserted]
            gone = [piece.deleted for piece in pieces if piece.deleted and self.accept(piece.deleted)]
            if gone and len(gone) == len(pieces):
                found.setdefault("".join(piece.text for piece in pieces).strip(), gone[0])
        return found

    def base_before(self, at: int) -> int:
        """Return the line of the base text that the nearest known paragraph before one was, -1 for none."""
        groups = (self.group_of.get(earlier) for earlier in range(at - 1, -1, -1))
        return next((group.base[-1] for group in groups if group), -1)

    def where(self, base: int) -> tuple[str, ...]:
        """Return the headings above a line of the base text, as the plan has them now."""
        line = next((self.ours[at] for at in range(base, -1, -1) if at in self.ours), None)
        if line is None:
            return ()
        above = self.present.where[line]
        table = self.present.table(line) if is_cell(self.base[base]) else None
        return (*above, table.caption.printed) if table else above

    def item(self, kind: Kind, base: int, stamp: Stamp | None, **words: str) -> Item:
        """Return an item about a line of the base text (-1: nobody knows which), not yet decided."""
        author, date = (stamp.author, stamp.date) if stamp else ("", "")
        place = None
        if base in self.ours and self.present.trace.lines[self.ours[base]].parts:
            key = self.present.trace.lines[self.ours[base]].parts[0].key
            place = self.present.slots[self.present.by_key[key]].text.whole.place
        item = Item(kind, Status.APPLIED, self.source, author, date, self.where(base), place=place)
        return replace(item, **words)  # type: ignore[arg-type]  # all of them are texts

    def cell_item(self, kind: Kind, base: int, stamp: Stamp | None, **words: str) -> Item:
        """Return an item about the words of a line; of a cell it names row and column."""
        item = self.item(kind, base, stamp, **words)
        line = self.ours.get(base)
        slot = self.present.slot(line) if line is not None and is_cell(self.base[base]) else None
        if slot is None or not isinstance(slot.owner, Table) or slot.field != "rows":
            return item
        row, column = slot.index
        cells = (cell.printed for cell in slot.owner.rows[row])
        name = next((words for words in cells if any(map(str.isalpha, words))), "")
        return replace(item, where=(*item.where, f"{name}·{slot.owner.head[column].printed}"))


def context(text: str, start: int, end: int) -> str:
    """Return the sentence around [start, end), or as much of it as fits a line."""
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    ends = [at + 1 for stop in _STOPS if (at := text.find(stop, end)) >= 0]
    last = min(ends, default=len(text))
    if last - first > _CONTEXT:
        first, last = max(first, start - _CONTEXT // 2), min(last, end + _CONTEXT // 2)
    return text[first:last]
