"""Paragraphs that the reviewer wrote anew: into the scalar of the paragraph before, or as a block of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from planforge.plan.model import Block, Box, Chapter, Heading, ListBlock, Prose, Task
from planforge.plan.slots import Slot
from planforge.records import cached_property
from planforge.review.returned.copied import Marked, as_read, escaped
from planforge.review.returned.hunks import NUMBER, without_number
from planforge.review.returned.layout import PARAGRAPHS, Layout, text_block
from planforge.review.returned.new_blocks import MIDDLE, Lines, heading_lines, run_in_lines, task_lines
from planforge.review.returned.operation import BLOCK, PARAGRAPH, Operation, Pending, pending
from planforge.review.returned.organs import FIELDS
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.resolved import Returned
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.splicing import CannotSpliceError
from planforge.review.returned.text_edits import renumbered
from planforge.source.edits import Edit

_FIRST = "新段落前面没有可以认出的段落，不知道写到哪里"
_CHAPTER = "新的一章要另写一个文件，请人工处理"
_MOVED = "新段落前面的那一段移动了，请人工处理"


@dataclass
class Additions:
    """Finds a place for each new paragraph of a review."""

    review: Reviewed
    layout: Layout
    moved: frozenset[int] = frozenset()
    _closed: set[int] = field(default_factory=set)
    """Lines behind which a block was added: what follows there is a block too."""

    def all(self) -> Iterator[Item | Pending]:
        """Yield the additions in printed order; those in tables are left to the rows."""
        for at in self.review.pairing.added:
            now = self.review.now.paragraphs[at]
            if now.cell is None:
                marked = self.review.copies.marked(now.text)
                one = self._one(at, now, marked)
                yield one
                if isinstance(one, Pending):
                    yield from renumbered(one.item, marked.figures)
                elif one.status is Status.PRESENT:
                    yield from renumbered(one, marked.figures)

    @cached_property
    def _written(self) -> frozenset[str]:
        """The texts of the plan as they are written."""
        return frozenset(slot.text.written for slot in self.review.present.slots)

    def _one(self, at: int, now: Returned, marked: Marked) -> Item | Pending:
        base = self.review.base_before(at)
        stamp = now.stamp(0, len(now.text))
        item = self.review.item(Kind.ADDED, base, stamp, new=now.text)
        line = self.review.ours.get(base, -1)
        main = self.layout.main(line) if line >= 0 else None
        if at in self.review.said or (marked.figures and as_read(marked.words) in self._written):
            return replace(item, status=Status.PRESENT)
        if main is None:
            return replace(item, status=Status.UNPLACED, reason=_FIRST)
        if base in self.moved:
            return replace(item, status=Status.UNPLACED, reason=_MOVED)
        return pending(item, lambda: self._operation(replace(now, text=marked.words), at, line, main))

    def _operation(self, now: Returned, at: int, line: int, main: int) -> Operation:
        slot = self.layout.slot(main)
        if now.level:
            return self._heading(now, line, slot)
        inside = self._inside(now, at, line, slot)
        if inside is not None and line not in self._closed:
            return self._paragraph(main, inside)
        if slot.owner is None:
            raise CannotSpliceError(_FIRST)
        return self._block(now, line, slot.owner)

    def _inside(self, now: Returned, at: int, line: int, slot: Slot) -> str | None:
        """Return what is written into the scalar of the paragraph before, None when it does not belong there."""
        words, numbered = now.text, NUMBER.match(now.text) is not None
        match slot.owner:
            case None:
                return words if slot.field in PARAGRAPHS else None
            case Prose():
                led = len(self.layout.line_slots[line]) > 1
                return None if numbered and (slot.owner.number or led) else words
            case ListBlock():
                marked = numbered or not any(slot.owner.marks)
                return without_number(words) if marked and numbered else words if marked else None
            case Task():
                organs = any(self.layout.slot(other).field in FIELDS.values() for other in self.layout.line_slots[line])
                return None if numbered or organs or slot.field not in PARAGRAPHS else words
            case Box():
                return words if slot.field in PARAGRAPHS and now.style == self._style_before(at) else None
        return None

    def _style_before(self, at: int) -> str:
        return self.review.now.paragraphs[at - 1].style if at else ""

    def _paragraph(self, main: int, words: str) -> Operation:
        indent, text = self.layout.paragraph_indent(main), self.layout.slot(main).text
        end = text.whole.end
        edit = Edit(text.file.span(end, end), f"\n\n{indent}{escaped(words)}")
        return Operation((edit,), added=((main, (words,)),), rank=PARAGRAPH)

    def _heading(self, now: Returned, line: int, slot: Slot) -> Operation:
        if now.level == 1 or slot.owner is None:
            raise CannotSpliceError(_CHAPTER)
        words = without_number(now.text)
        return self._behind(line, slot.owner, partial(heading_lines, words, now.level), (words,))

    def _block(self, now: Returned, line: int, owner: Block) -> Operation:
        """Return a block of its own: a point, a task or a section like the one before, else plain prose."""
        words, numbered = now.text, NUMBER.match(now.text) is not None
        bare = without_number(words)
        heads = [block for block in self.layout.owners(line) if isinstance(block, Heading) and block.run_in]
        if numbered and isinstance(owner, Prose) and owner.number:
            return self._behind(line, owner, partial(text_block, bare, key="point"), (bare,))
        if numbered and isinstance(owner, Task):
            return self._behind(line, owner, *task_lines(bare))
        name, stop, rest = bare.partition("。")
        if numbered and heads and isinstance(owner, Prose) and stop and rest:
            return self._behind(line, owner, partial(run_in_lines, name, rest, heads[0].level), (name, rest))
        return self._behind(line, owner, partial(text_block, words), (words,))

    def _behind(self, line: int, owner: Block, lines: Lines, added: tuple[str, ...]) -> Operation:
        """Return the operation that puts a block behind the one that prints `line`, which must end there."""
        if isinstance(owner, Chapter):
            return self._first(owner, lines, added)
        if self.layout.lines_of(owner)[-1] != line:
            raise CannotSpliceError(MIDDLE)
        self._closed.add(line)
        edit = self.layout.after(owner, lines(self.layout.region(owner).indent))
        return Operation((edit,), added=((self.layout.slots_of(owner)[-1], added),), rank=BLOCK)

    def _first(self, chapter: Chapter, lines: Lines, added: tuple[str, ...]) -> Operation:
        if not chapter.blocks:
            raise CannotSpliceError(MIDDLE)
        region = self.layout.region(chapter.blocks[0])
        words = lines(region.indent).removeprefix("\n") + "\n"
        edit = Edit(region.file.span(region.start, region.start), words)
        return Operation((edit,), added=((self.layout.slots_of(chapter)[-1], added),), rank=BLOCK)
