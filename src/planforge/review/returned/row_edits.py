"""Rows of a table as edits of the lines that the drafter wrote them in.

All raise CannotSpliceError when the lines of the table have no room for the edit.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.plan.model import Table
from planforge.records import record
from planforge.review.returned.copied import escaped
from planforge.review.returned.layout import Layout
from planforge.review.returned.operation import Operation, Relocation
from planforge.review.returned.splicing import CannotSpliceError, indent_of
from planforge.review.returned.text_edits import shown_by
from planforge.source.edits import Edit
from planforge.source.place import SourceFile

_SHAPE = "这一行的格数与表不同，请人工处理"
_BAR = "格子里的“|”在规划里是分格的记号，请人工处理"
LOST = "找不到这一行在规划里的位置，请人工处理"


@record(frozen=True, slots=True)
class RowEdits:
    """The edits of rows; a row is known by its place below the head, the head is row -1."""

    layout: Layout

    def insert(self, table: Table, row: int, words: Sequence[str]) -> Operation:
        """Put a row of these words behind a row."""
        if len(words) != len(table.head):
            raise CannotSpliceError(_SHAPE)
        if any("|" in word for word in words):
            raise CannotSpliceError(_BAR)
        file, end = self._line(table, row)
        line = " | ".join(escaped(word) for word in words)
        if not words[0] or not words[-1]:
            line = f"| {line} |"
        edit = Edit(file.span(end, end), f"\n{indent_of(file, end)}{line}")
        return Operation((edit,), added=((self._last(table, row), tuple(words)),))

    def fill(self, table: Table, row: int, column: int, words: str) -> Operation:
        """Write words into an empty cell."""
        if table.from_ledger:
            raise CannotSpliceError(shown_by(table))
        cells = table.head if row < 0 else table.rows[row]
        if column >= len(cells) or cells[column].printed or not cells[column].segments or "|" in words:
            raise CannotSpliceError(_SHAPE)
        file, end = self._line(table, row)
        at, first = cells[column].whole.start, end - len(file.text[file.text.rfind("\n", 0, end) + 1 : end].lstrip())
        bar = file.text.find("|", at, end)
        left, right = max(file.text.rfind("|", first, at) + 1, first), end if bar < 0 else bar
        edit = Edit(file.span(left, right), f"{' ' * (left > first)}{escaped(words)}{' ' * (right < end)}")
        slot = next(at for at in self.layout.slots_of(table) if self.layout.slot(at).text is cells[column])
        return Operation((edit,), replaced={slot: (words,)})

    def move(self, table: Table, row: int, behind: int) -> Operation:
        """Put a row behind another one of its table."""
        file, end = self._line(table, row)
        start = file.text.rfind("\n", 0, end)
        target = self._line(table, behind)[1]
        relocation = Relocation(file.span(start, end), file.span(start + 1, end), file.span(target, target), str)
        moved = ((tuple(self._slots(table, row)), self._last(table, behind)),)
        return Operation((), (relocation,), moved=moved)

    def cut(self, table: Table, row: int) -> Operation:
        """Take a row out."""
        file, end = self._line(table, row)
        start = file.text.rfind("\n", 0, end)
        return Operation((Edit(file.span(start, end), ""),), removed=frozenset(self._slots(table, row)))

    def _line(self, table: Table, row: int) -> tuple[SourceFile, int]:
        """Return the file and the end of the line that holds a row.

        Raises:
            CannotSpliceError: when the row has no text.
        """
        cells = table.head if row < 0 else table.rows[row]
        text = next((cell for cell in cells if cell.segments), None)
        if text is None:
            raise CannotSpliceError(LOST)
        end = text.file.text.find("\n", text.whole.start)
        return text.file, len(text.file.text) if end < 0 else end

    def _last(self, table: Table, row: int) -> int:
        """Return the last text of a row."""
        field, index = ("head", ()) if row < 0 else ("rows", (row,))
        slots = self.layout.slots_of(table)
        found = [at for at in slots if self.layout.slot(at).field == field]
        return [at for at in found if not index or self.layout.slot(at).index[:1] == index][-1]

    def _slots(self, table: Table, row: int) -> list[int]:
        slots = [at for at in self.layout.slots_of(table) if self.layout.slot(at).field == "rows"]
        return [at for at in slots if self.layout.slot(at).index[0] == row]
