"""Paragraphs and sections that the reviewer put elsewhere: whole blocks move as they are written, comments and all."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from planforge.plan.model import Block, Chapter, Prose, Table
from planforge.review.returned.layout import PARAGRAPHS, Layout, Region, item_region, with_comments
from planforge.review.returned.operation import BLOCK, PARAGRAPH, Operation, Pending, Relocation
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.pairing import is_cell, longest_rising
from planforge.review.returned.removal import paragraphs_cut
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.splicing import CannotSpliceError
from planforge.source.nodes import Mapping, Scalar
from planforge.source.nodes import Sequence as SequenceNode
from planforge.source.place import Span

_UNSURE = "移动的位置在规划里不能确定，请人工移动"
_PRINTED = "这一行由程序印出，位置不能改"
_STRAY = "表和表题分开了，请人工移动"


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
    staying, following = longest_rising(order), _following(review)
    found: list[Move] = []
    for at, line in enumerate(order):
        if line in staying:
            continue
        before = order[at - 1] if at else -1
        if found and found[-1].lines[-1] == before and following[before] == line:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
        else:
            found.append(Move((line,), before))
    return found


def _following(review: Reviewed) -> list[int]:
    """Return for each line of the base text the next one, cells passed over; -1 behind the last."""
    found, behind = [-1] * len(review.base), -1
    for at in range(len(review.base) - 1, -1, -1):
        found[at] = behind
        behind = behind if is_cell(review.base[at]) else at
    return found


def _preceding(review: Reviewed) -> list[int]:
    """Return for each line of the base text the one before, cells passed over; -1 before the first."""
    found, before = [], -1
    for at, line in enumerate(review.base):
        found.append(before)
        before = before if is_cell(line) else at
    return found


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
        place = target.file.span(target.start, target.start)
        relocations = tuple(_relocation(region, place, target.indent) for region in regions)
        return Operation((), relocations, moved=((slots, after),), rank=BLOCK)

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
        apart = any(id(block) in self._apart for block in blocks)
        return blocks if whole and blocks and not apart else []

    @cached_property
    def _apart(self) -> dict[int, Table]:
        """Return the tables whose cells no longer follow what they followed: their caption stands elsewhere."""
        found: dict[int, Table] = {}
        before, preceding = -1, _preceding(self.review)
        gone = set(self.review.pairing.removed)
        for group in self.review.pairing.groups:
            line = self.review.base[group.base[0]]
            if not is_cell(line):
                before = group.base[-1]
                continue
            at = self.review.ours.get(group.base[0])
            owner = self.layout.owners(at)[0] if at is not None and self.layout.owners(at) else None
            earlier = preceding[group.base[0]]
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
        at = text.whole.start if first else text.whole.end
        source = paragraphs_cut(self.layout, slots).span
        whole = self.layout.slot(slots[0]).text.whole.to(self.layout.slot(slots[-1]).text.whole)
        gap = (whole.start - source.start, source.end - whole.end)

        def shape(words: str) -> str:
            return _paragraphs(words[gap[0] : len(words) - gap[1]], indent, before=bool(first))

        relocation = Relocation(source, whole, text.file.span(at, at), shape)
        moved = ((tuple(slots), target - 1 if first else target),)
        return Operation((), (relocation,), moved=moved, rank=PARAGRAPH)

    def _is_prose(self, at: int) -> bool:
        slot = self.layout.slot(at)
        return slot.field in PARAGRAPHS and (slot.owner is None or isinstance(slot.owner, Prose))

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
        at = target.file.span(place, place)
        relocations = tuple(_relocation(region, at, target.indent) for region in regions)
        return Operation((), relocations, moved=((tuple(everything), last),), rank=BLOCK)

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


def _relocation(region: Region, target: Span, indent: str) -> Relocation:
    source = region.file.span(region.start, region.end)
    own = region.file.span(region.start, region.start + len(source.text.rstrip("\r\n")))
    return Relocation(source, own, target, partial(_indented, old=region.indent, new=indent))


def _indented(words: str, old: str, new: str) -> str:
    """Return the lines of a list item with its dash at another indentation, the last one with its line end."""
    words = words if words.endswith("\n") else f"{words}\n"
    if old == new:
        return words
    lines = words.splitlines(keepends=True)
    return "".join(new + line.removeprefix(old) if line.strip() else line for line in lines)


def _paragraphs(words: str, indent: str, *, before: bool) -> str:
    """Return paragraphs as they are written, set to another indentation, with the gap to their new neighbour."""
    lines = "\n".join(f"{indent}{line.strip()}" if line.strip() else "" for line in words.splitlines())
    return f"{lines.removeprefix(indent)}\n\n{indent}" if before else f"\n\n{lines}"
