"""The head of a table that stands one cell a line in one reading, and what stands before the figures of a row below it.

A merged cell that names a group stands only in the first row of its group, and long names run over several lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import is_group
from planforge.readers.stacked_heads import joined, kinds_of

Row = tuple[Characters, ...]
_UNNUMBERED = expression("^(?:(?:合计|总计|小计|共计)$|其中[：:]?[\u4e00-\u9fffA-Za-z])")
"""Rows without a number of their own: sums, and 其中：高速铁路."""
LONGEST_NAME = 4
"""A name runs over at most so many lines, and a group over two."""
_NARROW = 3
"""Lines of a group in a narrow column are no longer."""


@dataclass
class RowShape:
    """A head in one reading, and what stands before the figures of its rows.

    Attributes:
        lines: the lines of the file.
        start: the first line of the head.
        last: the line behind the last that may be a cell.
        head: how many lines the head takes.
        columns: the cells of the head; one without words stands above the numbers of the rows.
        end: the line behind the last row that was read.
        parts: whether it began with 其中, so that others without a number may follow.
    """

    lines: Sequence[Characters]
    start: int
    last: int
    head: int
    columns: Row
    end: int = 0
    parts: bool = False
    words: tuple[str, ...] = field(init=False)
    kinds: tuple[str, ...] = field(init=False)
    zone: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.words = tuple(line.value for line in self.lines[self.start : self.start + self.head])
        heads = [cell.value.strip() for cell in self.columns]
        kinds = zip(heads, kinds_of(heads), strict=True)
        self.kinds = tuple(kind or ("figure" if head else "index") for head, kind in kinds)
        name = next((at for kind in ("name", "group") if kind in self.kinds for at in [self.kinds.index(kind)]), 0)
        grouped = name and self.kinds[name - 1] == "group"
        self.zone = (name - 1 if grouped else name, name + 1)
        self.end = self.start + self.head

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.kinds)

    def word(self, at: int) -> str:
        """Return the words of a line, "" behind the last that may be a cell."""
        return self.lines[at].value.strip() if at < self.last else ""

    def before(self, at: int, group: Characters | None) -> tuple[Row, int]:
        """Return the cells in front of group and name, and the line behind them; 合计 and 其中：… have no number."""
        first = self.zone[0]
        plain = tuple(self.lines[at : min(at + first, self.last)])
        unnumbered = _UNNUMBERED.match(self.word(at)) or (self.parts and not self.word(at).isdigit())
        if self.kinds[:first] == ("index",) and unnumbered:
            return (self.lines[at].cut(0, 0),), at
        if self.kinds[:first] == ("group", "index"):
            number = next((one for one in range(at, at + LONGEST_NAME) if self.word(one).isdigit()), -1)
            named = joined(self.lines[at:number]) if number > at else group
            return ((named, self.lines[number]), number + 1) if named is not None and number >= 0 else ((), at)
        return plain, at + first

    def named(self, lines: Sequence[Characters], group: Characters | None) -> Row:
        """Return the cells of group and name that lines make up: the group may be that of the row before."""
        if self.zone[1] - self.zone[0] == 1:
            return (joined(lines),)
        split = _group_length([line.value.strip() for line in lines])
        if split and split < len(lines):
            return joined(lines[:split]), joined(lines[split:])
        if group is not None:
            return group, joined(lines)
        return (lines[0], joined(lines[1:])) if len(lines) > 1 else ()


def _group_length(words: Sequence[str]) -> int:
    """Return how many of the lines name a group: a narrow column breaks 经济发展 into 经济 and 发展."""
    if not is_group(words[0]):
        return 0
    length = 1
    while length < len(words) - 1 and max(map(len, words[length - 1 : length + 1])) <= _NARROW:
        length += 1
    return length
