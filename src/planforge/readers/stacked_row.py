"""One row of a table that stands one cell a line: which of the lines are its name, its figures and its nature."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.marks import mark_of
from planforge.readers.stacked_cells import begins_name, fits, goes_on, is_figure, is_nature, is_state, tells_nature
from planforge.readers.stacked_gaps import places_of, total_row
from planforge.readers.stacked_heads import joined, plain
from planforge.readers.stacked_shape import LONGEST_NAME, Row, RowShape

_BINDING = expression("^(?:指标|目标)?(?:属性|性质|类型|类别)$")


class RowReader(RowShape):
    """A head in one reading, and how a row below it is read."""

    def row(self, at: int, group: Characters | None) -> tuple[Row | None, int]:
        """Return the row with all its cells that begins at a line, perhaps with the group of the row before."""
        if (total := total_row(self.kinds, self.lines[at : min(at + self.width, self.last)])) is not None:
            return total
        word = self.word(at)
        self.parts = word.startswith("其中") or (self.parts and not word.isdigit())
        found = (self.fitted(at, more, group) for more in range(1, self._most + 1))
        return next((row for row in found if row is not None), (None, 0))

    @property
    def _most(self) -> int:
        """How many lines a group and a name take at most."""
        return LONGEST_NAME + (2 if "group" in self.kinds else 0)

    def gapped(self, at: int, group: Characters | None) -> tuple[Row | None, int]:
        """Return the row that begins at a line and has empty cells that left none, and how many lines it takes."""
        found = (self._with_gaps(at, more, group) for more in range(1, self._most + 1))
        return next((row for row in found if row is not None), (None, 0))

    def _with_gaps(self, at: int, more: int, group: Characters | None) -> tuple[Row, int] | None:
        """Return the row whose name takes `more` lines and whose empty cells left none.

        Its nature ends it, or a whole row right behind it; figures whose columns cannot be told are left out.
        """
        before, start = self.before(at, group)
        unit = self.kinds[self.zone[1] : self.zone[1] + 1] == ("unit",)
        columns = [one for one in range(self.zone[1], self.width) if self.kinds[one] == "figure"]
        rest = start + more + unit
        behind = self.kinds[self.zone[1] + unit :]
        natured = behind == ("figure",) * len(columns) + ("nature",)
        if not (natured or behind == ("figure",) * len(columns)) or len(before) < self.zone[0]:
            return None
        end = self._end_of_given(rest, len(columns), natured=natured)
        given, named = self.lines[rest:end], self.lines[start : start + more]
        if not given or (unit and not fits("unit", self.word(rest - 1))) or not may_name(named):
            return None
        cells = self.named(named, group)
        places = places_of([self.columns[one].value for one in columns], cells[-1].value, given) if cells else ()
        filled = dict(zip(places, given, strict=False))
        figures = (filled.get(one, given[0].cut(0, 0)) for one in range(len(columns)))
        nature, behind_it = self._nature(end) if natured else ((), end)
        row = (*before, *cells, *self.lines[rest - unit : rest], *figures, *nature)
        return (row, behind_it - at) if cells else None

    def _end_of_given(self, rest: int, columns: int, *, natured: bool) -> int:
        """Return the line behind the figures of a row that has too few of them, `rest` when it is no such row."""
        words = [self.word(one) for one in range(rest, min(rest + columns, self.last))]
        told = [is_figure(word) or is_state(word) or (natured and fits("figure", word)) for word in words]
        end = next((at for at, fitting in enumerate(told) if not fitting), len(words))
        if not 0 < end < columns:
            return rest
        ended = is_nature(words[end]) if natured and end < len(words) else self._begins_row(rest + end)
        return rest + end if ended else rest

    def _begins_row(self, at: int) -> bool:
        return any(self.fitted(at, more, None) is not None for more in range(1, LONGEST_NAME + 1))

    def fitted(self, at: int, more: int, group: Characters | None) -> tuple[Row, int] | None:
        """Return the row whose group and name take `more` lines, and how many lines it takes."""
        before, start = self.before(at, group)
        rest = start + more
        natured = self.kinds[-1] == "nature"
        behind = rest + self.width - self.zone[1]
        if len(before) < self.zone[0] or behind - natured > self.last:
            return None
        named, after = self.lines[start:rest], self.lines[rest:behind]
        if not may_name(named):
            return None
        cells = self.named(named, group)
        if natured:
            nature, behind = self._nature(behind - 1)
            after = [*self.lines[rest : rest + self.width - self.zone[1] - 1], *nature]
        row = (*before, *cells, *after)
        return (row, behind - at) if cells and self._holds(row) else None

    def _nature(self, at: int) -> tuple[Row, int]:
        """Return the cell at a line that says of what nature an indicator is, and the line behind: 约束, 性 is one."""
        if self._is_merged(at):
            return (self.lines[at - 1].cut(0, 0),), at
        two = is_nature(self.word(at)) and self.word(at + 1) == "性"
        return (joined(self.lines[at : at + 1 + two]),), at + 1 + two

    def _is_merged(self, at: int) -> bool:
        """Whether the nature of a row with all other cells is told beside another one: a row begins in its place."""
        if at >= self.last or not _BINDING.match(plain(self.columns[-1].value.strip())):
            return at >= self.last
        word = self.word(at)
        return not tells_nature(word) and (mark_of(word) is not None or self._has_figures(at))

    def _has_figures(self, at: int) -> bool:
        """Whether a row with all its figures begins at a line, whatever its nature."""
        before, start = self.before(at, self.lines[at])
        kinds = self.kinds[self.zone[1] : -1]
        told = zip(self.kinds, (cell.value.strip() for cell in before), strict=False)
        if len(before) < self.zone[0] or not all(not word or fits(kind, word) for kind, word in told):
            return False
        for rest in range(start + 1, min(start + LONGEST_NAME, self.last - len(kinds)) + 1):
            cells = [(kind, self.word(rest + one)) for one, kind in enumerate(kinds)]
            figures = any(kind == "figure" and is_figure(word) for kind, word in cells)
            if figures and all(fits(*one) for one in cells) and may_name(self.lines[start:rest]):
                return True
        return False

    def _holds(self, row: Row) -> bool:
        """Whether every cell is what its column holds, and one of them tells something."""
        words = [(kind, cell.value.strip()) for kind, cell in zip(self.kinds, row, strict=True)]
        told = "nature" in self.kinds or any(
            kind == "figure" and (is_figure(word) or is_state(word)) for kind, word in words
        )
        total = not words[0][1] and self.kinds[0] == "index"
        return told and all(fits(kind, word) for kind, word in words[1 if total else 0 :])


def may_name(lines: Sequence[Characters]) -> bool:
    """Whether lines can be a name, or a group and a name."""
    words = [line.value.strip() for line in lines]
    return begins_name(words[0]) and all(map(goes_on, words[1:]))
