"""Where the printed lines of the plan stand in its YAML: paragraphs within a scalar, blocks within a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from planforge.plan.model import Block
from planforge.plan.slots import Slot
from planforge.records import cached_property, record
from planforge.review.returned.copied import escaped
from planforge.review.returned.present import Present
from planforge.review.returned.splicing import CannotSpliceError
from planforge.review.returned.yaml_places import YamlPlaces
from planforge.source.edits import Edit
from planforge.source.nodes import Mapping, Sequence
from planforge.source.place import SourceFile

PARAGRAPHS = frozenset({"paragraphs", "items", "preface", "document.notice"})
"""Fields that hold several paragraphs in one scalar."""
_ELSEWHERE = "这一块在 YAML 里不是列表中的一项，请人工处理"


@record(frozen=True, slots=True)
class Region:
    """The lines of a list item in its file, [start, end) with the last line end; the dash stands in `indent`."""

    file: SourceFile
    start: int
    end: int
    indent: str


@dataclass
class Layout:
    """The lines and texts of the present plan."""

    present: Present
    places: Callable[[SourceFile], YamlPlaces]

    @cached_property
    def line_slots(self) -> list[tuple[int, ...]]:
        """Return the texts each line is made of."""
        by_key = self.present.by_key
        return [tuple(by_key[part.key] for part in line.parts) for line in self.present.trace.lines]

    @cached_property
    def line_of(self) -> dict[int, int]:
        """Return the line that prints a text, the last one where there are several."""
        return {slot: line for line, several in enumerate(self.line_slots) for slot in several}

    @cached_property
    def _lines_of(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for line, members in enumerate(self.line_slots):
            for owner in {id(self.present.slots[at].owner) for at in members}:
                found[owner].append(line)
        return found

    @cached_property
    def _slots_of(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for at, slot in enumerate(self.present.slots):
            found[id(slot.owner)].append(at)
        return found

    def slot(self, at: int) -> Slot:
        """Return a text by its place among the slots."""
        return self.present.slots[at]

    def lines_of(self, block: Block) -> list[int]:
        """Return the lines a block prints."""
        return self._lines_of[id(block)]

    def slots_of(self, block: Block) -> list[int]:
        """Return the texts of a block, those that are not printed too."""
        return self._slots_of[id(block)]

    def owners(self, line: int) -> list[Block]:
        """Return the blocks that print a line, in order: a run-in heading and its text are two."""
        found: dict[int, Block] = {}
        for at in self.line_slots[line]:
            owner = self.slot(at).owner
            if owner is not None:
                found.setdefault(id(owner), owner)
        return list(found.values())

    def main(self, line: int) -> int | None:
        """Return the text that a paragraph behind this line would follow: its last paragraph, else its first text."""
        members = self.line_slots[line]
        paragraphs = [at for at in members if self.slot(at).field in PARAGRAPHS]
        return paragraphs[-1] if paragraphs else members[0] if members else None

    def siblings(self, at: int) -> list[int]:
        """Return all paragraphs of the scalar that holds one of them, in order."""
        slot = self.slot(at)
        return [other for other in self._slots_of[id(slot.owner)] if self.slot(other).field == slot.field]

    def region(self, block: Block) -> Region:
        """Return the lines of a block's list item.

        Raises:
            CannotSpliceError: when it is no item of a list that is written one below the other.
        """
        file = block.span.file
        places = self.places(file)
        leaf = places.leaf(block.span.start)
        around = leaf.around if leaf else ()
        at = next((i for i in range(len(around) - 1, 0, -1) if isinstance(around[i], Mapping)), 0)
        item, holder = (around[at], around[at - 1]) if at else (None, None)
        if item is None or not isinstance(holder, Sequence) or file.text[holder.span.start] == "[":
            raise CannotSpliceError(_ELSEWHERE)
        return item_region(file, item.span.start, places.end(item))

    def after(self, block: Block, lines: str) -> Edit:
        """Return the edit that puts lines, each with its line end before it, behind a block's item."""
        region = self.region(block)
        at = region.end - (1 if region.file.text[region.end - 1 : region.end] == "\n" else 0)
        return Edit(region.file.span(at, at), lines)

    def paragraph_indent(self, at: int) -> str:
        """Return the blanks before a paragraph that stands in a `|` block.

        Raises:
            CannotSpliceError: when the text does not stand in such a block.
        """
        text = self.slot(at).text
        leaf = self.places(text.file).leaf(text.whole.start) if text.segments else None
        if leaf is None or leaf.scalar.style != "literal":
            raise CannotSpliceError("这里的文字不在“|”块里，加不上段落，请人工处理")
        start = text.file.text.rfind("\n", 0, text.whole.start) + 1
        line = text.file.text[start : text.whole.start]
        return line[: len(line) - len(line.lstrip(" "))]


def item_region(file: SourceFile, start: int, end: int) -> Region:
    """Return the lines of the list item whose content is [start, end).

    Raises:
        CannotSpliceError: when more than this item stands in its lines.
    """
    first = file.text.rfind("\n", 0, start) + 1
    before = file.text[first:start]
    if before.strip() != "-":
        raise CannotSpliceError(_ELSEWHERE)
    last = file.text.find("\n", end)
    return Region(file, first, len(file.text) if last < 0 else last + 1, before[: before.index("-")])


def with_comments(region: Region) -> Region:
    """Return a region with the comment lines right above it: they speak of it and move with it."""
    text, start = region.file.text, region.start
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        line = text[above : start - 1]
        if not line.startswith(f"{region.indent}#"):
            break
        start = above
    return replace(region, start=start)


def text_block(words: str, indent: str, key: str = "text") -> str:
    """Return the lines of a new block of prose; `words` are typed as they shall be printed."""
    return f"\n{indent}- {key}: |\n{indent}    {escaped(words)}"
