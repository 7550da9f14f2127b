"""One row of a table that stands one cell a line: which of the lines are its group, its name and its figures.

A merged cell that names a group stands only in the first row of its group, and long names run over several lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import begins_name, fits, goes_on, is_figure, is_group, is_nature, is_state
from planforge.readers.stacked_gaps import places_of, total_row
from planforge.readers.stacked_heads import joined, kinds_of

Row = tuple[Characters, ...]
_UNNUMBERED = expression("^(?:(?:合计|总计|小计|共计)$|其中[：:]?[\u4e00-\u9fffA-Za-z])")
"""Rows without a number of their own: sums, and 其中：高速铁路."""
_LONGEST_NAME = 4
"""A name runs over at most so many lines, and a group over two."""
_NARROW = 3
"""Lines of a group in a narrow column are no longer."""


@dataclass
class RowReader:
    """A head in one reading, and how a row below it is read.

    Attributes:
        lines: the lines of the file.
        start: the first line of the head.
        last: the line behind the last that may be a cell.
        head: how many lines the head takes.
        columns: the cells of the head.
        end: the line behind the last row that was read.
    """

    lines: Sequence[Characters]
    start: int
    last: int
    head: int
    columns: Row
    end: int = 0
    words: tuple[str, ...] = field(init=False)
    kinds: tuple[str, ...] = field(init=False)
    zone: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.words = tuple(line.value for line in self.lines[self.start : self.start + self.head])
        self.kinds = tuple(kind or "figure" for kind in kinds_of([cell.value.strip() for cell in self.columns]))
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

    def row(self, at: int, group: Characters | None) -> tuple[Row | None, int]:
        """Return the row that begins at a line, perhaps with the group of the row before, and how many it takes."""
        if (total := total_row(self.kinds, self.lines[at : min(at + self.width, self.last)])) is not None:
            return total
        most = _LONGEST_NAME + (2 if "group" in self.kinds else 0)
        for more in range(1, most + 1):
            row = self.fitted(at, more, group)
            if row is not None:
                return row
        return next((row for more in range(1, most + 1) if (row := self._with_gaps(at, more, group))), (None, 0))

    def _with_gaps(self, at: int, more: int, group: Characters | None) -> tuple[Row, int] | None:
        """Return the row whose name takes `more` lines and whose empty cells left none.

        Its nature ends it, or a whole row right behind it; figures whose columns cannot be told are left out.
        """
        before, start = self._before(at, group)
        unit = self.kinds[self.zone[1] : self.zone[1] + 1] == ("unit",)
        columns = [one for one in range(self.zone[1], self.width) if self.kinds[one] == "figure"]
        rest = start + more + unit
        behind = self.kinds[self.zone[1] + unit :]
        natured = behind == ("figure",) * len(columns) + ("nature",)
        if not (natured or behind == ("figure",) * len(columns)) or len(before) < self.zone[0]:
            return None
        end = self._end_of_given(rest, len(columns), natured=natured)
        given, named = self.lines[rest:end], self.lines[start : start + more]
        if not given or (unit and not fits("unit", self.word(rest - 1))) or not _may_name(named):
            return None
        cells = self._named(named, group)
        places = places_of([self.columns[one].value for one in columns], cells[-1].value, given) if cells else ()
        filled = dict(zip(places, given, strict=False))
        figures = (filled.get(one, given[0].cut(0, 0)) for one in range(len(columns)))
        nature, behind_it = self._nature(end) if natured else ((), end)
        row = (*before, *cells, *self.lines[rest - unit : rest], *figures, *nature)
        return (row, behind_it - at) if cells else None

    def _end_of_given(self, rest: int, columns: int, *, natured: bool) -> int:
        """Return the line behind the figures of a row that has too few of them, `rest` when it is no such row."""
        words = [self.word(one) for one in range(rest, min(rest + columns, self.last))]
        end = next((at for at, word in enumerate(words) if not (is_figure(word) or is_state(word))), len(words))
        if not 0 < end < columns:
            return rest
        ended = is_nature(words[end]) if natured and end < len(words) else self._begins_row(rest + end)
        return rest + end if ended else rest

    def _begins_row(self, at: int) -> bool:
        return any(self.fitted(at, more, None) is not None for more in range(1, _LONGEST_NAME + 1))

    def fitted(self, at: int, more: int, group: Characters | None) -> tuple[Row, int] | None:
        """Return the row whose group and name take `more` lines, and how many lines it takes."""
        before, start = self._before(at, group)
        rest = start + more
        behind = rest + self.width - self.zone[1]
        if len(before) < self.zone[0] or behind > self.last:
            return None
        named, after = self.lines[start:rest], self.lines[rest:behind]
        if not _may_name(named):
            return None
        cells = self._named(named, group)
        if self.kinds[-1] == "nature":
            nature, behind = self._nature(behind - 1)
            after = [*after[:-1], *nature]
        row = (*before, *cells, *after)
        return (row, behind - at) if cells and self._holds(row) else None

    def _nature(self, at: int) -> tuple[Row, int]:
        """Return the cell at a line that says of what nature an indicator is, and the line behind: 约束, 性 is one."""
        two = is_nature(self.word(at)) and self.word(at + 1) == "性"
        return (joined(self.lines[at : at + 1 + two]),), at + 1 + two

    def _before(self, at: int, group: Characters | None) -> tuple[Row, int]:
        """Return the cells in front of group and name, and the line behind them; 合计 and 其中：… have no number."""
        first = self.zone[0]
        plain = tuple(self.lines[at : min(at + first, self.last)])
        if self.kinds[:first] == ("index",) and _UNNUMBERED.match(self.word(at)):
            return (self.lines[at].cut(0, 0),), at
        if self.kinds[:first] == ("group", "index"):
            number = next((one for one in range(at, at + _LONGEST_NAME) if self.word(one).isdigit()), -1)
            named = joined(self.lines[at:number]) if number > at else group
            return ((named, self.lines[number]), number + 1) if named is not None and number >= 0 else ((), at)
        return plain, at + first

    def _named(self, lines: Sequence[Characters], group: Characters | None) -> Row:
        """Return the cells of group and name that lines make up: the group may be that of the row before."""
        if self.zone[1] - self.zone[0] == 1:
            return (joined(lines),)
        split = _group_length([line.value.strip() for line in lines])
        if split and split < len(lines):
            return joined(lines[:split]), joined(lines[split:])
        if group is not None:
            return group, joined(lines)
        return (lines[0], joined(lines[1:])) if len(lines) > 1 else ()

    def _holds(self, row: Row) -> bool:
        """Whether every cell is what its column holds, and one of them tells something."""
        words = [(kind, cell.value.strip()) for kind, cell in zip(self.kinds, row, strict=True)]
        told = "nature" in self.kinds or any(
            kind == "figure" and (is_figure(word) or is_state(word)) for kind, word in words
        )
        total = not words[0][1] and self.kinds[0] == "index"
        return told and all(fits(kind, word) for kind, word in words[1 if total else 0 :])


def _may_name(lines: Sequence[Characters]) -> bool:
    """Whether lines can be a name, or a group and a name."""
    words = [line.value.strip() for line in lines]
    return begins_name(words[0]) and all(map(goes_on, words[1:]))


def _group_length(words: Sequence[str]) -> int:
    """Return how many of the lines name a group: a narrow column breaks 经济发展 into 经济 and 发展."""
    if not is_group(words[0]):
        return 0
    length = 1
    while length < len(words) - 1 and max(map(len, words[length - 1 : length + 1])) <= _NARROW:
        length += 1
    return length
