"""Brings reviewed files back into the plan: reads them, finds conflicts, applies what is certain, lists the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from planforge.plan.ledger import LedgerFigure
from planforge.review.returned.applying import apply
from planforge.review.returned.conflicts import settled
from planforge.review.returned.footnotes import footnotes_changed
from planforge.review.returned.heading_levels import levels_changed
from planforge.review.returned.hunks import Hunk
from planforge.review.returned.layout import Layout
from planforge.review.returned.notes import Note, note_operation, notes
from planforge.review.returned.operation import Operation, Pending
from planforge.review.returned.organs import as_field
from planforge.review.returned.outcome import Item, Outcome, Status
from planforge.review.returned.present import Present
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.splicing import CannotSpliceError, rewrite, scalar_edit
from planforge.review.returned.structure import structural
from planforge.review.returned.things import things_changed
from planforge.review.returned.tracked import declined
from planforge.review.returned.wording import edited
from planforge.review.returned.yaml_places import YamlPlaces
from planforge.source.place import SourceFile

Choose = Callable[[Item], bool]
_UNPROVEN = "写进 YAML 后读出来的不是这样，没有写入，请人工处理"
_GONE = "批注所在的这一块删去了，请看过批注再定"
_TROUBLE = "写进去规划就有错（{}），没有写入，请一起改好"
_FIGURE = "数字印自台账，核对后用 --accept-figures 写进台账"


@dataclass
class Merging:
    """One run: what is known of each edit and comment, in the order of the files.

    Attributes:
        present: the plan.
        choose: asked for each edit whose place is certain; False leaves the plan as it is there.
        figures: whether figures of the ledger are taken over too.
    """

    present: Present
    choose: Choose
    figures: bool = False
    _found: list[Item | Pending | Note] = field(default_factory=list)
    _places: dict[int, YamlPlaces] = field(default_factory=dict)

    def run(self, reviews: Sequence[Reviewed]) -> tuple[Outcome, tuple[SourceFile, ...]]:
        """Return what became of every edit, and the files of the plan with their new text (nothing is written)."""
        for review in reviews:
            self._found += _all(review, self.places)
        for at, item in settled(self._found).items():
            self._found[at] = item
        self._chosen()
        work = sorted(self._operations(), key=lambda made: made[0].rank)
        applied = apply(self.present, [operation for operation, _ in work])
        for number, ((_, members), done) in enumerate(zip(work, applied.done, strict=True)):
            trouble = applied.reasons.get(number, "")
            for at in members:
                found = self._found[at]
                reason = _TROUBLE.format(trouble) if trouble else _UNPROVEN
                if isinstance(found, Note) and self._goes(found, [one for one, _ in work]):
                    reason = _GONE
                item = found if isinstance(found, Item) else found.item
                self._found[at] = item if done else replace(item, status=Status.UNPLACED, reason=reason)
        items = tuple(found if isinstance(found, Item) else found.item for found in self._found)
        return Outcome(items, tuple(file.path for file in applied.files)), applied.files

    def places(self, file: SourceFile) -> YamlPlaces:
        """Return the nodes of a file by offset, read once."""
        if id(file) not in self._places:
            self._places[id(file)] = YamlPlaces(file)
        return self._places[id(file)]

    def _goes(self, note: Note, operations: Sequence[Operation]) -> bool:
        """Whether the block that a comment is about is taken out."""
        removed = {at for operation in operations for at in operation.removed}
        return all(at in removed for at, slot in enumerate(self.present.slots) if slot.owner is note.block)

    def _chosen(self) -> None:
        for at, found in enumerate(self._found):
            if isinstance(found, Pending) and found.figure and not self.figures:
                proposed = found.settled(Status.PROPOSED, _FIGURE)
                if not self.choose(proposed):
                    self._found[at] = proposed
            elif isinstance(found, Pending | Note) and not self.choose(found.item):
                self._found[at] = replace(found.item, status=Status.DECLINED)

    def _operations(self) -> Iterator[tuple[Operation, tuple[int, ...]]]:
        """Yield the operations with the places of their items; the edits of one text are one operation."""
        texts: dict[int, list[int]] = defaultdict(list)
        blocks: dict[int, list[int]] = defaultdict(list)
        for at, found in enumerate(self._found):
            if isinstance(found, Note):
                blocks[id(found.block)].append(at)
            elif isinstance(found, Pending) and found.operation is not None:
                yield found.operation, (at,)
            elif isinstance(found, Pending) and found.figure is not None:
                yield from self._tried(partial(self._ledger, *found.figure), (at,))
            elif isinstance(found, Pending):
                texts[found.slot].append(at)
        for slot, members in texts.items():
            yield from self._tried(partial(self._text, slot, members), tuple(members))
        for members in blocks.values():
            yield from self._tried(partial(self._note, members), tuple(members))

    def _tried(
        self, make: Callable[[], Operation], members: tuple[int, ...]
    ) -> Iterator[tuple[Operation, tuple[int, ...]]]:
        try:
            yield make(), members
        except CannotSpliceError as error:
            for at in members:
                found = self._found[at]
                item = found if isinstance(found, Item) else found.item
                self._found[at] = replace(item, status=Status.UNPLACED, reason=str(error))

    def _text(self, slot: int, members: Sequence[int]) -> Operation:
        text = self.present.slots[slot].text
        pending = [self._found[at] for at in members]
        changes = [found.hunk for found in pending if isinstance(found, Pending) and found.hunk]
        cell = self.present.slots[slot].field in ("head", "rows")
        made = rewrite(text, sorted(changes, key=_order), self.places(text.file), may_be_empty=cell)
        return Operation(made.edits, replaced={slot: made.written})

    def _ledger(self, figure: LedgerFigure, words: str) -> Operation:
        file = figure.text.file
        leaf = self.places(file).leaf(figure.text.whole.start)
        if leaf is None:
            raise CannotSpliceError("台账里找不到这个数字")
        return Operation((scalar_edit(leaf, words),))

    def _note(self, members: Sequence[int]) -> Operation:
        several = [found for at in members if isinstance(found := self._found[at], Note)]
        return note_operation(several, self.places(several[0].block.span.file))


def _all(review: Reviewed, places: Callable[[SourceFile], YamlPlaces]) -> Iterator[Item | Pending | Note]:
    """Yield everything that a review wants, in printed order; comments and what was not accepted come last."""
    layout = Layout(review.present, places)
    for group in review.pairing.groups:
        if len(group.base) == 1 and len(group.now) == 1:
            found = edited(review, group)
            yield from (as_field(one, layout) for one in found)
    yield from structural(review, layout)
    yield from footnotes_changed(review)
    yield from levels_changed(review, places)
    yield from things_changed(review)
    yield from notes(review)
    yield from declined(review)


def _order(hunk: Hunk) -> tuple[int, int]:
    return hunk.start, hunk.end
