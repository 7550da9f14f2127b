"""Paragraphs and sections that the reviewer put elsewhere: whole blocks move as they are written, comments and all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from planforge.plan.model import Block, Chapter, Table
from planforge.records import cached_property
from planforge.review.returned.cells import is_cell
from planforge.review.returned.chapter_moves import chapters_moved
from planforge.review.returned.layout import Layout, Region, with_comments
from planforge.review.returned.moved import UNSURE, Move, preceding
from planforge.review.returned.operation import BLOCK, Operation, Pending, pending
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.paragraph_moves import paragraphs_moved
from planforge.review.returned.relocating import relocation_of
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.splicing import CannotSpliceError

_PRINTED = "这一行由程序印出，位置不能改"
_STRAY = "表和表题分开了，请人工移动"


@dataclass
class Moves:
    """Makes the moves of a review in the YAML."""

    review: Reviewed
    layout: Layout

    def all(self, moves: Sequence[Move]) -> Iterator[Item | Pending]:
        """Yield what became of each move."""
        moved = {line for move in moves for line in move.lines}
        for move in moves:
            item = self._item(move)
            lines = [self.review.ours.get(line, -1) for line in move.lines]
            behind = self.review.ours.get(move.behind, -1)
            if behind >= 0 and min(lines) >= 0 and self._follow([behind, *lines]):
                yield replace(item, status=Status.PRESENT)
            elif not any(self.review.base[line].parts for line in move.lines):
                yield replace(item, status=Status.UNPLACED, reason=_PRINTED)
            elif min(lines) < 0 or behind < 0 or move.behind in moved:
                yield replace(item, status=Status.UNPLACED, reason=UNSURE)
            else:
                yield pending(item, partial(self._operation, lines, behind))

    def _follow(self, lines: Sequence[int]) -> bool:
        """Whether lines of the plan follow one another, cells passed over."""
        between = (other for one, two in pairwise(lines) for other in range(one + 1, two))
        return all(one < two for one, two in pairwise(lines)) and all(map(self._cell, between))

    def _item(self, move: Move) -> Item:
        words = self.review.base[move.lines[0]].text
        target = self.review.base[move.behind].text if move.behind >= 0 else ""
        stamp = self.review.deleted_by(move.lines[:1])
        for group in self.review.pairing.groups:
            if group.base == (move.lines[0],):
                now = self.review.now.paragraphs[group.now[0]]
                stamp = stamp or now.stamp(0, len(now.text))
        item = self.review.item(Kind.MOVED, move.lines[0], stamp, old=words, new=target)
        more = f"等 {len(move.lines)} 段" if len(move.lines) > 1 else ""
        return replace(item, context=more)

    def _operation(self, lines: Sequence[int], behind: int) -> Operation:
        blocks = self._blocks(lines)
        if not blocks:
            return paragraphs_moved(self.layout, lines, behind)
        if any(isinstance(block, Chapter) for block in blocks):
            return chapters_moved(self.layout, blocks, behind)
        owners = self.layout.owners(behind)
        if not owners:
            raise CannotSpliceError(UNSURE)
        slots = tuple(at for block in blocks for at in self.layout.slots_of(block))
        regions = [with_comments(self.layout.region(block)) for block in blocks]
        target, after = self._target(owners[-1], behind)
        place = target.file.span(target.start, target.start)
        relocations = tuple(relocation_of(region, place, target.indent) for region in regions)
        return Operation((), relocations, moved=((slots, after),), rank=BLOCK)

    def _target(self, owner: Block, behind: int) -> tuple[Region, int]:
        """Return where blocks go: the place is the region's start, behind the text that is returned."""
        after = self.layout.slots_of(owner)[-1]
        if isinstance(owner, Chapter):
            if not owner.blocks:
                raise CannotSpliceError(UNSURE)
            return with_comments(self.layout.region(owner.blocks[0])), after
        if self.layout.lines_of(owner)[-1] != behind:
            raise CannotSpliceError(UNSURE)
        region = self.layout.region(owner)
        if region.file.text[region.end - 1 : region.end] != "\n":
            raise CannotSpliceError("文件最后一行没有换行，请补上后再试")
        return replace(region, start=region.end), after

    def _blocks(self, lines: Sequence[int]) -> list[Block]:
        """Return the blocks that moved as a whole; none when a line belongs to a block that did not."""
        found: dict[int, Block] = {}
        for line in lines:
            for block in self.layout.owners(line):
                found[id(block)] = block
        blocks = list(found.values())
        moved = set(lines)
        whole = all(moved >= {at for at in self.layout.lines_of(block) if not self._cell(at)} for block in blocks)
        apart = any(id(block) in self._apart for block in blocks)
        return blocks if whole and blocks and not apart else []

    @cached_property
    def _apart(self) -> dict[int, Table]:
        """Return the tables whose cells no longer follow what they followed: their caption stands elsewhere."""
        found: dict[int, Table] = {}
        before, stood_before = -1, preceding(self.review)
        gone = set(self.review.pairing.removed)
        for group in self.review.pairing.groups:
            line = self.review.base[group.base[0]]
            if not is_cell(line):
                before = group.base[-1]
                continue
            at = self.review.ours.get(group.base[0])
            owner = self.layout.owners(at)[0] if at is not None and self.layout.owners(at) else None
            earlier = stood_before[group.base[0]]
            if isinstance(owner, Table) and earlier != before and earlier not in gone:
                found[id(owner)] = owner
        return found

    def strays(self, moves: Sequence[Move]) -> Iterator[Item]:
        """Yield the tables that stand apart from their captions, unless a paragraph that moved came in between."""
        moved = {self.review.ours.get(line, -1) for move in moves for line in move.lines}
        for table in self._apart.values():
            if not moved or moved & set(self.layout.lines_of(table)):
                base = next(at for at, line in self.review.ours.items() if line in self.layout.lines_of(table))
                item = self.review.item(Kind.MOVED, base, None, old=table.caption.printed)
                yield replace(item, status=Status.UNPLACED, reason=_STRAY)

    def _cell(self, line: int) -> bool:
        return is_cell(self.review.present.trace.lines[line])
