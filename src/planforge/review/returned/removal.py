"""Paragraphs that the reviewer deleted: a paragraph of a scalar, or the block when nothing of it is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planforge.plan.model import Block, Chapter, Figure, Table, Task
from planforge.review.returned.cells import cell_place, is_cell
from planforge.review.returned.hunks import without_number
from planforge.review.returned.layout import PARAGRAPHS, Layout
from planforge.review.returned.operation import Operation, Pending
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.splicing import CannotSpliceError
from planforge.source.edits import Edit

_PRINTED = "这一行由程序印出，不能单独删去"
_CHANGED = "规划里这一段已经另有改动，不能照删"
_NOTED = "这一块还有没处理的审阅意见，请人工删"
_PART = "只删去了这一块的一部分（如标题、表题），请人工处理"


def removals(review: Reviewed, layout: Layout) -> Iterator[Item | Pending]:
    """Yield what became of deleted lines; those of one block or one scalar are one edit."""
    gone: dict[int, int] = {}
    rows = [base for base in review.pairing.removed if base not in review.ours and is_cell(review.base[base])]
    for _, row in groupby(rows, key=lambda base: cell_place(review.base[base])[0]):
        yield _row(review, list(row))
    for base in review.pairing.removed:
        if base in rows:
            continue
        item = _item(review, [base])
        if not review.base[base].parts:
            yield replace(item, status=Status.UNPLACED, reason=_PRINTED)
        elif base not in review.ours:
            yield replace(item, status=Status.PRESENT)
        elif without_number(review.present.trace.lines[review.ours[base]].text) != without_number(
            review.base[base].text
        ):
            ours = review.present.trace.lines[review.ours[base]].text
            yield replace(item, status=Status.CONFLICT, reason=_CHANGED, ours=ours)
        else:
            gone[review.ours[base]] = base
    yield from _Removals(review, layout, gone).all()


def _item(review: Reviewed, bases: Sequence[int]) -> Item:
    return review.item(
        Kind.REMOVED, bases[0], review.deleted_by(bases), old="\n".join(review.base[at].text for at in bases)
    )


def _row(review: Reviewed, bases: Sequence[int]) -> Item:
    """Return a row, or what is left of one, that the plan has no longer either."""
    words = " | ".join(review.base[at].text for at in bases)
    item = review.item(Kind.ROW_REMOVED, bases[0], review.deleted_by(bases), old=words)
    return replace(item, status=Status.PRESENT)


class _Removals:
    def __init__(self, review: Reviewed, layout: Layout, gone: dict[int, int]) -> None:
        self.review = review
        self.layout = layout
        self.gone = gone
        self._done: set[int] = set()

    def all(self) -> Iterator[Item | Pending]:
        """Yield the deletions in printed order; cells are left to the rows unless their table goes."""
        for line in sorted(self.gone):
            if line in self._done:
                continue
            lines, operation, reason = self._one(line)
            lines = [at for at in lines if at not in self._done] or [line]
            self._done.update(lines)
            if operation is None and is_cell(self.review.base[self.gone[line]]):
                continue
            item = _item(self.review, [self.gone[at] for at in lines])
            if operation is None:
                yield replace(item, status=Status.UNPLACED, reason=reason)
            else:
                yield Pending(item, operation=operation)

    def _one(self, line: int) -> tuple[list[int], Operation | None, str]:
        """Return the lines that go together, and how, or why not."""
        owners = self.layout.owners(line)
        whole = [block for block in owners if self._goes(block)]
        try:
            if whole and len(whole) == len(owners):
                return self._blocks(whole)
            return self._paragraphs(line, whole)
        except CannotSpliceError as error:
            return [line], None, str(error)

    def _goes(self, block: Block) -> bool:
        return all(line in self.gone for line in self.layout.lines_of(block))

    def _blocks(self, blocks: Sequence[Block]) -> tuple[list[int], Operation | None, str]:
        lines = sorted({line for block in blocks for line in self.layout.lines_of(block)})
        if any(isinstance(block, Chapter | Figure) for block in blocks):
            return [lines[0]], None, _PART
        if any(block.review for block in blocks):
            return lines, None, _NOTED
        edits = tuple(self._cut(block) for block in blocks)
        removed = frozenset(at for block in blocks for at in self.layout.slots_of(block))
        return lines, Operation(edits, removed=removed), ""

    def _cut(self, block: Block) -> Edit:
        region = self.layout.region(block)
        return Edit(region.file.span(region.start, region.end), "")

    def _paragraphs(self, line: int, whole: Sequence[Block]) -> tuple[list[int], Operation | None, str]:
        """Take paragraphs out of a scalar that keeps others; a run-in heading goes with the line."""
        members = self.layout.line_slots[line]
        main = self.layout.main(line)
        rest = [at for at in members if at != main and self.layout.slot(at).owner not in whole]
        if main is None or self.layout.slot(main).field not in PARAGRAPHS or rest:
            return [line], None, _PART
        owner = self.layout.slot(main).owner
        if isinstance(owner, Task | Table) and owner in whole:
            return [line], None, _PART
        run = self._run(main)
        lines = sorted({at for at in self.gone if set(self.layout.line_slots[at]) & set(run)})
        edits = (paragraphs_cut(self.layout, run), *(self._cut(block) for block in whole))
        removed = {*run, *(at for block in whole for at in self.layout.slots_of(block))}
        return lines, Operation(edits, removed=frozenset(removed)), ""

    def _run(self, at: int) -> list[int]:
        """Return the deleted paragraphs of a scalar that follow one another from this one on."""
        run = [at]
        printed = self.layout.line_of
        for other in self.layout.siblings(at):
            line = printed.get(other)
            alone = line is not None and len(self.layout.line_slots[line]) == 1
            if other == run[-1] + 1 and line in self.gone and alone:
                run.append(other)
        return run


def paragraphs_cut(layout: Layout, run: Sequence[int]) -> Edit:
    """Return the edit that takes neighbouring paragraphs out of their `|` block, with one of the gaps beside them.

    Raises:
        CannotSpliceError: when nothing would be left, or they stand in no such block.
    """
    layout.paragraph_indent(run[0])
    siblings = layout.siblings(run[0])
    first, last = siblings.index(run[0]), siblings.index(run[-1])
    file = layout.slot(run[0]).text.file
    if last + 1 < len(siblings):
        start, end = (layout.slot(at).text.whole.start for at in (run[0], siblings[last + 1]))
    elif first:
        start, end = layout.slot(siblings[first - 1]).text.whole.end, layout.slot(run[-1]).text.whole.end
    else:
        raise CannotSpliceError("删去以后这里就没有文字了，请人工处理")
    return Edit(file.span(start, end), "")
