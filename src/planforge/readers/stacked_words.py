"""Rows of tables one cell a line whose figures are told in words that nobody can list: 应保尽保, Ⅲ类, 只减不增.

Not the words tell that they are cells but their place: the nature of the indicator ends the row after as many lines as
the table has columns, or a row that can be no other begins right behind so many lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import (
    begins_name,
    fits,
    is_amount,
    is_figure,
    is_missing,
    is_nature,
    names_unit,
    tells_nature,
)
from planforge.readers.stacked_groups import is_group_above
from planforge.readers.stacked_heads import kind_of
from planforge.readers.stacked_row import RowReader, may_name
from planforge.readers.stacked_shape import LONGEST_NAME, Row
from planforge.records import cached_property

_NO_CELL = expression(
    "[，。；：:！？]|^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\\d]+[）)]|第[一二三四五六七八九十\\d]+[章节]|\\d{1,2}[.．、])"
    "|^(?:其中|合计|总计|小计)"
)
"""Sentences, headings and numbered names, sums."""
_HEADING = expression(
    "^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十\\d]+[章节])"
)
_LONGEST = 16
LOOKED_AT = 300
"""So many lines below the head, at most, tell how names look."""
_MOST_IN_TURN = 4
"""So many rows in words, at most, stand before one in figures that shows where they end."""


class WordedRows(RowReader):
    """A head in one reading, and how a row below it is read whatever words stand for its figures."""

    def row(self, at: int, group: Characters | None) -> tuple[Row | None, int]:
        """Return the row that begins at a line, by what its cells say or else by where it ends, and its lines."""
        row, used = super().row(at, group)
        if row is None:
            row, used = self.worded(at, group) or self.gapped(at, group)
        return row, used

    def is_plain_group(self, at: int, turn: int = 1) -> bool:
        """Whether a line is a group by its words, with a row on its own name below."""
        if "group" in self.kinds or not is_group_above(self.word(at), self.word(at + 1), self._longest):
            return False
        return (self.fitted(at + 1, 1, None) or self.worded(at + 1, None, turn)) is not None

    @cached_property
    def _longest(self) -> int:
        """How long a line is at most that ends a name with its unit."""
        words = map(self.word, range(self.end, min(self.last, self.end + LOOKED_AT)))
        return max((len(word) for word in words if names_unit(word)), default=0)

    def in_words(self, row: Row) -> bool:
        """Whether a row was told by its place alone."""
        cells = zip(self.kinds, (cell.value.strip() for cell in row), strict=True)
        return any(kind == "figure" and word and not fits(kind, word) for kind, word in cells)

    def worded(self, at: int, group: Characters | None, turn: int = 1) -> tuple[Row, int] | None:
        """Return the row at a line that has words for some of its figures, and how many lines it takes."""
        before, start = self.before(at, group)
        told = zip(self.kinds, (cell.value.strip() for cell in before), strict=False)
        if len(before) < self.zone[0] or not all(fits(kind, word) for kind, word in told if word):
            return None
        return self._up_to_nature(at, start, before, group) or self._up_to_next(at, start, before, group, turn)

    def _up_to_nature(self, at: int, start: int, before: Row, group: Characters | None) -> tuple[Row, int] | None:
        """Return the row that the nature of its indicator ends; without figures it does not matter what says what."""
        end = self._nature_line(start)
        if end is None:
            return None
        nature, behind = self._nature(end)
        rest = end - (self.width - self.zone[1] - 1)
        row = self._cells(self.lines[start:rest], self.lines[rest:end], group) if rest > start else None
        if row is None and not any(is_figure(self.word(one)) for one in range(start + 1, end)):
            row = self._without_cells(start, end, group)
        return ((*before, *row, *nature), behind - at) if row is not None else None

    def _nature_line(self, start: int) -> int | None:
        """Return the first line below that tells a nature, None where a row cannot reach so far."""
        if self.kinds[-1] != "nature":
            return None
        furthest = min(start + LONGEST_NAME + self.width - self.zone[1], self.last)
        return next((at for at in range(start + 1, furthest) if _ends_row(self.word(at))), None)

    def _without_cells(self, start: int, end: int, group: Characters | None) -> Row | None:
        """Return a row that tells nothing in figures, of its name alone."""
        named = next((at for at in range(start, end) if names_unit(self.word(at))), start) + 1
        words = [self.word(at) for at in range(named, end)]
        cells = self.named(self.lines[start:named], group) if may_name(self.lines[start:named]) else ()
        if not cells or not words or not all(map(_may_say, words)):
            return None
        empty = self.lines[start].cut(0, 0)
        return (*cells, *(empty for _ in range(self.width - self.zone[1] - 1)))

    def _up_to_next(
        self, at: int, start: int, before: Row, group: Characters | None, turn: int
    ) -> tuple[Row, int] | None:
        """Return the row of just as many lines as there are columns, where it is seen that another begins behind."""
        most = LONGEST_NAME if self._is_numbered else self.zone[1] - self.zone[0]
        for rest in range(start + 1, start + most + 1):
            behind = rest + self.width - self.zone[1]
            row = self._cells(self.lines[start:rest], self.lines[rest:behind], group) if behind <= self.last else None
            if row is not None and self._ends(row, behind, turn):
                return (*before, *row), behind - at
        return None

    @property
    def _is_numbered(self) -> bool:
        return self.kinds[0] == "index"

    def _ends(self, row: Row, behind: int, turn: int) -> bool:
        """Whether a row ends before a line: one by its figures begins there, or such a one follows rows in words."""
        if behind >= self.last or _HEADING.match(self.word(behind)):
            return any(is_amount(cell.value.strip()) for cell in row[1:])
        most = LONGEST_NAME if self._is_numbered else 1
        if any(self.fitted(behind, more, None) is not None for more in range(1, most + 1)):
            return True
        if turn == _MOST_IN_TURN:
            return False
        group = names_unit(row[self.zone[1] - self.zone[0] - 1].value.strip()) and self.is_plain_group(behind, turn + 1)
        return group or self.worded(behind, None, turn + 1) is not None

    def _cells(self, named: Sequence[Characters], after: Sequence[Characters], group: Characters | None) -> Row | None:
        """Return the cells of a row from its group or name on, None where one cannot be what its column holds."""
        cells = self.named(named, group) if may_name(named) else ()
        told = list(zip(self.kinds[self.zone[1] :], (cell.value.strip() for cell in after), strict=False))
        if not cells or not all(fits(kind, word) or (kind == "figure" and _may_say(word)) for kind, word in told):
            return None
        return (*cells, *after) if self._is_named(named[-1].value.strip(), told) else None

    def _is_named(self, last: str, told: Sequence[tuple[str, str]]) -> bool:
        """Whether a name surely ends with a line: else words behind may be the rest of it (规模以上工业, 增加值)."""
        figures = [word for kind, word in told if kind == "figure"]
        return names_unit(last) or "unit" in self.kinds or is_figure(figures[0]) or not any(map(is_figure, figures))


def _ends_row(word: str) -> bool:
    return is_nature(word) or (tells_nature(word) and not is_missing(word))


def _may_say(word: str) -> bool:
    """Whether words may stand for a figure: not those that name something or are of the head."""
    if not 0 < len(word) <= _LONGEST or names_unit(word) or _ends_row(word) or kind_of(word):
        return False
    return _NO_CELL.search(word) is None and begins_name(word)
