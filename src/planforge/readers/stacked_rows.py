"""Rows of a table that stands one cell a line: what belongs to one row is told by the kinds of its columns.

A merged cell that names a group stands only in the first row of its group, and long names run over several lines; a
row that does not fit the head even so ends the table. Each line is looked at a bounded number of times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import fits, goes_on, is_broad, is_figure, is_group, is_nature, is_words
from planforge.readers.stacked_gaps import places_of
from planforge.readers.stacked_heads import heads_of, joined, kind_of

Row = tuple[Characters, ...]
_GROUP_LINE = expression(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])")
_NUMBERED = expression(r"^\d{1,2}[.．、](?!\d)")
_TOTAL = expression("^(?:合计|总计|小计|共计)$")
_LONGEST_NAME = 4
"""A name runs over at most so many lines, and a group over two."""
_NARROW = 3
"""Lines of a group in a narrow column are no longer."""
_LEAST_ROWS = 2
_MOST_BETWEEN = 3
"""So many lines, at most, stand between two rows: groups, a page number, a running title."""
_LOOKED_AT = 300


def rows_below(lines: Sequence[Characters], start: int, end: int, head: int) -> tuple[tuple[Row, ...], int]:
    """Return the table whose head begins at a line, its head first, and how many lines it takes.

    Of the readings that the head allows the one with the most lines is taken; there are no rows when none fits.

    Args:
        lines: the lines of the file.
        start: the first line of the head.
        end: the line behind the last that may be a cell.
        head: how many lines the head takes.
    """
    best: tuple[Row, ...] = ()
    last = start + head
    for columns in heads_of(lines[start:last]):
        table = _Table(lines, start, end, head, columns)
        if table.has_columns and len(rows := table.rows()) >= _LEAST_ROWS and table.end > max(last, start + head):
            best, last = (columns, *rows), table.end
    return best, last - start if best else 0


@dataclass
class _Table:
    """A head in one reading, and the rows that fit it."""

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
        self.kinds = tuple(kind_of(cell.value.strip()) or "figure" for cell in self.columns)
        name = next((at for kind in ("name", "group") if kind in self.kinds for at in [self.kinds.index(kind)]), 0)
        grouped = name and self.kinds[name - 1] == "group"
        self.zone = (name - 1 if grouped else name, name + 1)
        self.end = self.start + self.head

    @property
    def has_columns(self) -> bool:
        """Whether there is a name and a column of figures."""
        return "figure" in self.kinds and len(self.kinds) > 1 and ("name" in self.kinds or "group" in self.kinds)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.kinds)

    def rows(self) -> list[Row]:
        """Return the rows; `end` is then the line behind the last."""
        found: list[Row] = []
        group: Characters | None = None
        pending: list[Row] = []
        at, between, titled = self.end, 0, self._titled()
        while at < self.last and between <= _MOST_BETWEEN:
            if between == 0 and (again := self._head_again(at)):
                at, between = again, 1
                continue
            title = self._is_title(at, titled=titled) or self._is_plain_group(at)
            row, used = (None, 0) if title else self._row(at, group)
            if row is None:
                if not (title or self._names_group(at, group)):
                    break
                pending.append(self._group_row(self.lines[at]))
                at, between = at + 1, between + 1
                continue
            found += [*pending, row]
            pending = []
            at, between = at + used, 0
            self.end = at
            group = row[self.kinds.index("group")] if "group" in self.kinds else None
        return found

    def _group_row(self, line: Characters) -> Row:
        """Return the row that a line which names a group makes: its words at the name, nothing beside."""
        name = next((self.kinds.index(kind) for kind in ("name", "group") if kind in self.kinds), 0)
        return tuple(line.strip() if at == name else line.cut(0, 0) for at in range(self.width))

    def _head_again(self, at: int) -> int:
        """Return the line behind the head when it stands here again, perhaps below a page number and a title."""
        for skipped in range(_MOST_BETWEEN):
            begin = at + skipped
            if tuple(line.value for line in self.lines[begin : begin + self.head]) == self.words:
                return begin + self.head
        return 0

    def _word(self, at: int) -> str:
        return self.lines[at].value.strip() if at < self.last else ""

    def _is_title(self, at: int, *, titled: bool) -> bool:
        """Whether a line names a group: （一）经济发展, and 1．空气质量 with what stands above it where `titled`."""
        words = self._word(at)
        if _GROUP_LINE.match(words):
            return self._row(at + 1, None)[0] is not None
        if not titled:
            return False
        return bool(_NUMBERED.match(words) or (_NUMBERED.match(self._word(at + 1)) and is_words(words)))

    def _is_plain_group(self, at: int) -> bool:
        """Whether a line is a group by its words, with a row on its own name below."""
        return "group" not in self.kinds and is_broad(self._word(at)) and self._fitted(at + 1, 1, None) is not None

    def _names_group(self, at: int, group: Characters | None) -> bool:
        return is_words(self._word(at)) and self._row(at + 1, group)[0] is not None

    def _titled(self) -> bool:
        """Whether numbered lines name groups: they do where rows with their name on one line carry no numbers."""
        if "group" in self.kinds:
            return False
        lines = range(self.end, min(self.last, self.end + _LOOKED_AT))
        numbered = {at for at in lines if _NUMBERED.match(self._word(at))}
        if not numbered:
            return False
        rows = {at for at in lines if self._fitted(at, 1, None) is not None}
        return bool(rows) and numbered.isdisjoint(rows)

    def _row(self, at: int, group: Characters | None) -> tuple[Row | None, int]:
        """Return the row that begins at a line, perhaps with the group of the row before, and how many it takes."""
        most = _LONGEST_NAME + (2 if "group" in self.kinds else 0)
        for more in range(1, most + 1):
            row = self._fitted(at, more, group)
            if row is not None:
                return row
        return next((row for more in range(1, most + 1) if (row := self._with_gaps(at, more, group))), (None, 0))

    def _with_gaps(self, at: int, more: int, group: Characters | None) -> tuple[Row, int] | None:
        """Return the row whose name takes `more` lines and whose empty cells left none; its nature ends it."""
        before, start = self._before(at, group)
        columns = [one for one in range(self.zone[1], self.width) if self.kinds[one] == "figure"]
        rest = start + more
        if self.kinds[self.zone[1] :] != ("figure",) * len(columns) + ("nature",) or len(before) < self.zone[0]:
            return None
        ends = range(rest + 1, min(rest + len(columns), self.last))
        end = next((one for one in ends if is_nature(self._word(one))), rest)
        given = self.lines[rest:end]
        cells = self._named(self.lines[start:rest], group) if given else ()
        if not cells or not all(goes_on(line.value.strip()) for line in self.lines[start + 1 : rest]):
            return None
        places = places_of([self.columns[one].value for one in columns], cells[-1].value, given)
        filled = dict(zip(places, given, strict=False))
        figures = (filled.get(one, given[0].cut(0, 0)) for one in range(len(columns)))
        row = (*before, *cells, *figures, self.lines[end])
        return (row, end + 1 - at) if places and all(is_figure(one.value.strip()) for one in given) else None

    def _fitted(self, at: int, more: int, group: Characters | None) -> tuple[Row, int] | None:
        """Return the row whose group and name take `more` lines, and how many lines it takes."""
        before, start = self._before(at, group)
        rest = start + more
        behind = rest + self.width - self.zone[1]
        if len(before) < self.zone[0] or behind > self.last:
            return None
        named, after = self.lines[start:rest], self.lines[rest:behind]
        if not all(goes_on(line.value.strip()) for line in named[1:]):
            return None
        cells = self._named(named, group)
        row = (*before, *cells, *after)
        return (row, behind - at) if cells and self._holds(row) else None

    def _before(self, at: int, group: Characters | None) -> tuple[Row, int]:
        """Return the cells in front of group and name, and the line behind them; 合计 stands for the number too."""
        first = self.zone[0]
        plain = tuple(self.lines[at : min(at + first, self.last)])
        if self.kinds[:first] == ("index",) and _TOTAL.match(self._word(at)):
            return (self.lines[at].cut(0, 0),), at
        if self.kinds[:first] == ("group", "index"):
            number = next((one for one in range(at, at + _LONGEST_NAME) if self._word(one).isdigit()), -1)
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
        told = "nature" in self.kinds or any(kind == "figure" and is_figure(word) for kind, word in words)
        total = not words[0][1] and self.kinds[0] == "index"
        return told and all(fits(kind, word) for kind, word in words[1 if total else 0 :])


def _group_length(words: Sequence[str]) -> int:
    """Return how many of the lines name a group: a narrow column breaks 经济发展 into 经济 and 发展."""
    if not is_group(words[0]):
        return 0
    length = 1
    while length < len(words) - 1 and max(map(len, words[length - 1 : length + 1])) <= _NARROW:
        length += 1
    return length
