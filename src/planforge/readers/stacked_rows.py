"""Rows of a table that stands one cell a line: what belongs to one row is told by the kinds of its columns.

A merged cell that names a group stands only in the first row of its group, and long names run over several lines; a
row that does not fit the head even so ends the table. Each line is looked at a bounded number of times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import is_amount, is_page, is_words, may_be_page
from planforge.readers.stacked_heads import heads_of, kind_of, lengths_of
from planforge.readers.stacked_shape import Row
from planforge.readers.stacked_words import LOOKED_AT, WordedRows
from planforge.records import cached_property

_GROUP_LINE = expression(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])")
_NUMBERED = expression(r"^\d{1,2}[.．、](?!\d)")
_FIRST = ("1", "一")
_LEAST_ROWS = 2
_SURE_FIGURES = 2
_MOST_BETWEEN = 3
"""So many lines, at most, stand between two rows: groups, a page number, a running title."""


def rows_below(lines: Sequence[Characters], start: int, end: int, head: int) -> tuple[tuple[Row, ...], int]:
    """Return the table whose head begins at a line, its head first, and how many lines it takes.

    Of the readings that the head allows the one with the most lines is taken, of equals the one that leaves out fewest
    cells; there are no rows when none fits.

    Args:
        lines: the lines of the file.
        start: the first line of the head.
        end: the line behind the last that may be a cell.
        head: how many lines the head takes at most.
    """
    best: tuple[Row, ...] = ()
    told, used = (start, 0), 0
    for length in lengths_of([line.value for line in lines[start : start + head]]):
        below = lines[start + length].value.strip() if start + length < end else ""
        heads = heads_of(lines[start : start + length])
        for columns in chain.from_iterable(_with_numbers(one, below) for one in heads):
            table = _Table(lines, start, end, length, columns)
            rows = table.rows() if table.has_columns else []
            enough = (len(rows) >= _LEAST_ROWS and not all(map(table.in_words, rows))) or table.is_sure_of(rows)
            if enough and table.end > start + length and (table.end, _filled(rows)) > told:
                best, told, used = (columns, *rows), (table.end, _filled(rows)), table.end - start
    return best, used


def _with_numbers(columns: Row, below: str) -> Iterator[Row]:
    """Yield the columns of a head; with one more for the numbers of rows where 指标 stands above number and name."""
    yield columns
    if below in _FIRST and kind_of(columns[0].value.strip()) == "name":
        yield (columns[0].cut(0, 0), *columns)


def _is_lead(words: str) -> bool:
    """Whether words tell how the rows below divide something: 按产业分：, but not 其中：高速铁路 on two lines."""
    return words.endswith(("：", ":")) and not words.startswith("其中")


def _filled(rows: Sequence[Row]) -> int:
    """Return how many cells hold something."""
    return sum(bool(cell.value) for row in rows for cell in row)


class _Table(WordedRows):
    """A head in one reading, and the rows that fit it."""

    @property
    def has_columns(self) -> bool:
        """Whether there is a name and a column of figures."""
        return "figure" in self.kinds and len(self.kinds) > 1 and ("name" in self.kinds or "group" in self.kinds)

    def is_sure_of(self, rows: Sequence[Row]) -> bool:
        """Whether one row alone makes a table: a name, perhaps with its unit, and an amount in each of two columns."""
        figures = [at for at, kind in enumerate(self.kinds) if kind == "figure"]
        named = {"group", "name", "unit", "index", "nature"}.issuperset(set(self.kinds) - {"figure"})
        cells = [row[at].value.strip() for row in rows for at in figures]
        return named and len(rows) == 1 and len(figures) >= _SURE_FIGURES and all(map(is_amount, cells))

    def rows(self) -> list[Row]:
        """Return the rows; `end` is then the line behind the last."""
        found: list[Row] = []
        group: Characters | None = None
        pending: list[Row] = []
        at, between = self.end, 0
        while at < self.last and between <= _MOST_BETWEEN:
            if between == 0 and (again := self._head_again(at)):
                at, between = again, 1
                continue
            if found and (page := self._page(at)):
                at, between = at + page, between + 1
                continue
            title = self._is_title(at) or self.is_plain_group(at)
            row, used = (None, 0) if title else self.row(at, group)
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

    def _page(self, at: int) -> int:
        """Return how many lines a page's end takes: — 12 —, perhaps below a running title, or 12 right before a row."""
        word = self.word(at)
        if is_words(word) and is_page(self.word(at + 1)):
            return 2
        if is_page(word):
            return 1
        return int(may_be_page(word) and self.row(at, None)[0] is None and self.row(at + 1, None)[0] is not None)

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

    def _is_title(self, at: int) -> bool:
        """Whether a line names a group: （一）经济发展, 按产业分：, and 1．空气质量 where these are `titled`."""
        words = self.word(at)
        if _GROUP_LINE.match(words) or _is_lead(words):
            return self.row(at + 1, None)[0] is not None
        numbered = _NUMBERED.match(words) or (_NUMBERED.match(self.word(at + 1)) and is_words(words))
        return bool(numbered) and self._titled

    def _names_group(self, at: int, group: Characters | None) -> bool:
        return is_words(self.word(at)) and self.row(at + 1, group)[0] is not None

    @cached_property
    def _titled(self) -> bool:
        """Whether numbered lines name groups: they do where rows with their name on one line carry no numbers."""
        if "group" in self.kinds:
            return False
        lines = range(self.end, min(self.last, self.end + LOOKED_AT))
        numbered = {at for at in lines if _NUMBERED.match(self.word(at))}
        if not numbered:
            return False
        rows = {at for at in lines if self.fitted(at, 1, None) is not None}
        return bool(rows) and numbered.isdisjoint(rows)
