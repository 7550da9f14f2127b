"""Paragraphs and sections that the reviewer put elsewhere: whole blocks move as they are written, comments and all."""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planforge.plan.model import Block, Chapter, Prose
from planforge.review.returned.layout import PARAGRAPHS, Layout, Region, item_region, with_comments
from planforge.review.returned.operation import BLOCK, PARAGRAPH, Operation, Pending
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.pairing import is_cell
from planforge.review.returned.removal import paragraphs_cut
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.splicing import CannotSpliceError
from planforge.source.edits import Edit
from planforge.source.nodes import Mapping, Scalar
from planforge.source.nodes import Sequence as SequenceNode

_UNSURE = "移动的位置在规划里不能确定，请人工移动"
_PRINTED = "这一行由程序印出，位置不能改"


@dataclass(frozen=True, slots=True)
class Move:
    """Neighbouring lines of the base text that stand elsewhere now, behind the line `behind` (-1: at the start)."""

    lines: tuple[int, ...]
    behind: int


def moves_of(review: Reviewed) -> list[Move]:
    """Return what moved: as few lines as can be, neighbours that stayed together as one."""
    order = [
        group.base[0]
        for group in review.pairing.groups
        if len(group.base) == len(group.now) == 1 and not is_cell(review.base[group.base[0]])
    ]
    staying = _longest_rising(order)
    found: list[Move] = []
    for at, line in enumerate(order):
        if line in staying:
            continue
        before = order[at - 1] if at else -1
        if found and found[-1].lines[-1] == before and _next(review, before) == line:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
        else:
            found.append(Move((line,), before))
    return found


def _next(review: Reviewed, line: int) -> int:
    """Return the line of the base text that comes next, cells passed over."""
    following = range(line + 1, len(review.base))
    return next((at for at in following if not is_cell(review.base[at])), -1)


def _longest_rising(order: Sequence[int]) -> frozenset[int]:
    """Return the members of a longest rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, value in enumerate(order):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            ends.append(at)
        else:
            tails[place], ends[place] = value, at
    found, at = set(), ends[-1] if ends else -1
    while at >= 0:
        found.add(order[at])
        at = before[at]
    return frozenset(found)


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
            if behind >= 0 and lines == [*range(behind + 1, behind + 1 + len(lines))]:
                yield replace(item, status=Status.PRESENT)
            elif not any(self.review.base[line].parts for line in move.lines):
                yield replace(item, status=Status.UNPLACED, reason=_PRINTED)
            elif min(lines) < 0 or behind < 0 or move.behind in moved:
                yield replace(item, status=Status.UNPLACED, reason=_UNSURE)
            else:
                try:
                    yield Pending(item, operation=self._operation(lines, behind))
                except CannotSpliceError as error:
                    yield replace(item, status=Status.UNPLACED, reason=str(error))

    def _item(self, move: Move) -> Item:
        words = self.review.base[move.lines[0]].text
        target = self.review.base[move.behind].text if move.behind >= 0 else ""
        stamp = self.review.now.gone.get(self.review.base[move.lines[0]].name)
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
            return self._paragraphs(lines, behind)
        if any(isinstance(block, Chapter) for block in blocks):
            return self._chapter(blocks, behind)
        owners = self.layout.owners(behind)
        if not owners:
            raise CannotSpliceError(_UNSURE)
        slots = tuple(at for block in blocks for at in self.layout.slots_of(block))
        regions = [with_comments(self.layout.region(block)) for block in blocks]
        target, after = self._target(owners[-1], behind)
        words = "".join(_indented(region, target.indent) for region in regions)
        insertion = Edit(target.file.span(target.start, target.start), words)
        cuts = (Edit(region.file.span(region.start, region.end), "") for region in regions)
        return Operation((insertion, *cuts), moved=((slots, after),), rank=BLOCK)

    def _target(self, owner: Block, behind: int) -> tuple[Region, int]:
        """Return where blocks go: the place is the region's start, behind the text that is returned."""
        after = self.layout.slots_of(owner)[-1]
        if isinstance(owner, Chapter):
            if not owner.blocks:
                raise CannotSpliceError(_UNSURE)
            return with_comments(self.layout.region(owner.blocks[0])), after
        if self.layout.lines_of(owner)[-1] != behind:
            raise CannotSpliceError(_UNSURE)
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
        return blocks if whole and blocks else []

    def _cell(self, line: int) -> bool:
        return is_cell(self.review.present.trace.lines[line])

    def _paragraphs(self, lines: Sequence[int], behind: int) -> Operation:
        """Move paragraphs out of their scalar into that of another paragraph, behind or (below a heading) before it."""
        slots = [at for line in lines for at in self.layout.line_slots[line]]
        if (
            not all(map(self._is_prose, slots))
            or len(slots) != len(lines)
            or slots != [*range(slots[0], slots[-1] + 1)]
        ):
            raise CannotSpliceError(_UNSURE)
        target, first = self.layout.main(behind), None
        if target is None or not self._is_prose(target):
            first = self.layout.line_slots[behind + 1][:1] if behind + 1 < len(self.layout.line_slots) else ()
            if not first or not self._is_prose(first[0]) or first[0] in slots:
                raise CannotSpliceError(_UNSURE)
            target = first[0]
        text, indent = self.layout.slot(target).text, self.layout.paragraph_indent(target)
        words = f"\n\n{indent}".join(self._written(at, indent) for at in slots)
        at = text.whole.start if first else text.whole.end
        words = f"{words}\n\n{indent}" if first else f"\n\n{indent}{words}"
        edits = (Edit(text.file.span(at, at), words), paragraphs_cut(self.layout, slots))
        return Operation(edits, moved=((tuple(slots), target - 1 if first else target),), rank=PARAGRAPH)

    def _is_prose(self, at: int) -> bool:
        slot = self.layout.slot(at)
        return slot.field in PARAGRAPHS and (slot.owner is None or isinstance(slot.owner, Prose))

    def _written(self, at: int, indent: str) -> str:
        """Return a paragraph as it is written, its lines set to another indentation."""
        lines = self.layout.slot(at).text.whole.text.splitlines()
        return f"\n{indent}".join(line.strip() for line in lines)

    def _chapter(self, blocks: Sequence[Block], behind: int) -> Operation:
        """Move a chapter: its entry in the list of chapters, be it the name of a file or the chapter itself."""
        chapters = [block for block in blocks if isinstance(block, Chapter)]
        inside = {id(block) for chapter in chapters for block in (chapter, *chapter.blocks)}
        owners = self.layout.owners(behind)
        holder = next((one for one in self.review.present.plan.chapters if owners and _holds(one, owners[-1])), None)
        if any(id(block) not in inside for block in blocks) or (owners and holder is None):
            raise CannotSpliceError(_UNSURE)
        everything = [
            at for chapter in chapters for block in (chapter, *chapter.blocks) for at in self.layout.slots_of(block)
        ]
        if holder is not None:
            last = [at for block in (holder, *holder.blocks) for at in self.layout.slots_of(block)][-1]
            if behind != max(line for block in (holder, *holder.blocks) for line in self.layout.lines_of(block)):
                raise CannotSpliceError(_UNSURE)
            target = self._entry(holder)
            place = target.end
        else:
            first = self.review.present.plan.chapters[0]
            target, last = with_comments(self._entry(first)), self.layout.slots_of(first)[0] - 1
            place = target.start
        regions = [with_comments(self._entry(chapter)) for chapter in chapters]
        words = "".join(_indented(region, target.indent) for region in regions)
        insertion = Edit(target.file.span(place, place), words)
        cuts = (Edit(region.file.span(region.start, region.end), "") for region in regions)
        return Operation((insertion, *cuts), moved=((tuple(everything), last),), rank=BLOCK)

    def _entry(self, chapter: Chapter) -> Region:
        main = self.review.present.files[0]
        if chapter.span.file is main:
            return self.layout.region(chapter)
        places = self.layout.places(main)
        entry = places.root.get("chapters") if isinstance(places.root, Mapping) else None
        for item in entry.items if isinstance(entry, SequenceNode) else ():
            if isinstance(item, Scalar) and self._is_file(item, chapter):
                return item_region(main, item.span.start, places.end(item))
        raise CannotSpliceError(_UNSURE)

    def _is_file(self, item: Scalar, chapter: Chapter) -> bool:
        path = posixpath.normpath(item.value.strip().replace("\\", "/"))
        return self.review.present.tree.name(path) == chapter.span.file.path


def _holds(chapter: Chapter, block: Block) -> bool:
    return block is chapter or any(one is block for one in chapter.blocks)


def _indented(region: Region, indent: str) -> str:
    """Return the lines of a region with its dash at another indentation, the last one with its line end."""
    words = region.file.text[region.start : region.end]
    words = words if words.endswith("\n") else f"{words}\n"
    if indent == region.indent:
        return words
    lines = words.splitlines(keepends=True)
    return "".join(indent + line.removeprefix(region.indent) if line.strip() else line for line in lines)
