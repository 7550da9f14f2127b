"""Rows that came or went in a table whose rows the drafter wrote, and cells that were empty before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from planforge.ooxml.revised import Stamp
from planforge.plan.model import Table
from planforge.review.returned.layout import Layout
from planforge.review.returned.operation import Operation, Pending, Relocation
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.pairing import Group, longest_rising
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.splicing import CannotSpliceError, escaped, indent_of
from planforge.source.edits import Edit
from planforge.source.place import SourceFile

_LEDGER = "这张表由台账印出，请改台账"
_SHAPE = "这一行的格数与表不同，请人工处理"
_BAR = "格子里的“|”在规划里是分格的记号，请人工处理"
_LOST = "找不到这一行在规划里的位置，请人工处理"
_CHANGED = "规划里这一行已经另有改动"

_Row = tuple[int, int]
"""A table and a row: of the reviewed file, or (as the place of its block) of the plan; the head is row -1."""


@dataclass
class Rows:
    """The rows of all tables of a review."""

    review: Reviewed
    layout: Layout

    def all(self, taken: frozenset[int]) -> Iterator[Item | Pending]:
        """Yield added rows and filled cells, then removed rows; lines in `taken` went with their table."""
        for row in sorted(self._now):
            yield from self._row(row)
        yield from self._removed(taken)
        yield from self._reordered()

    def _reordered(self) -> Iterator[Item | Pending]:
        """Yield rows that stand in another order, and tables whose columns do."""
        tables: dict[int, list[int]] = defaultdict(list)
        for place in sorted(self._known):
            tables[self._known[place][0]].append(self._known[place][1])
        for number, order in tables.items():
            staying = longest_rising(order)
            for at, row in enumerate(order):
                if row not in staying:
                    yield self._moved(number, row, order[at - 1] if at else None)
        columns = {table for group in self.review.pairing.groups for table in self._shifted(group)}
        for number in sorted(columns):
            item = self.review.item(Kind.MOVED, self._base_of(number), None, old=self._tables[number].caption.printed)
            yield replace(item, status=Status.UNPLACED, reason="表的栏变了，请人工处理")

    def _shifted(self, group: Group) -> Iterator[int]:
        """Yield the table of a cell that stands in another column now."""
        cell = self.review.now.paragraphs[group.now[0]].cell
        known = self._cells.get(group.base[0])
        if cell is not None and known is not None and cell.column != known[2]:
            yield known[0]

    def _base_of(self, number: int) -> int:
        return next(base for base, place in self._cells.items() if place[0] == number)

    def _moved(self, number: int, row: int, behind: int | None) -> Item | Pending:
        table = self._tables[number]
        base = next(base for base, place in self._cells.items() if place[:2] == (number, row))
        words = " | ".join(cell.printed for cell in (table.rows[row] if row >= 0 else table.head))
        item = self.review.item(Kind.MOVED, base, None, old=words)
        item = replace(item, where=(*item.where, table.caption.printed))
        if table.from_ledger or row < 0 or behind is None:
            return replace(item, status=Status.UNPLACED, reason=_LEDGER if table.from_ledger else _LOST)
        try:
            file, end = self._line(table, row)
            start = file.text.rfind("\n", 0, end)
            target = self._line(table, behind)[1]
        except CannotSpliceError as error:
            return replace(item, status=Status.UNPLACED, reason=str(error))
        source = file.span(start, end)
        relocation = Relocation(source, file.span(start + 1, end), file.span(target, target), str)
        moved = ((tuple(self._slots(table, row)), self._last(table, behind)),)
        return Pending(item, operation=Operation((), (relocation,), moved=moved))

    @cached_property
    def _tables(self) -> list[Table]:
        return [block for block in self.review.present.plan.blocks() if isinstance(block, Table)]

    @cached_property
    def _now(self) -> dict[_Row, dict[int, list[int]]]:
        """Return the paragraphs of each cell of the reviewed file, by row and column."""
        found: dict[_Row, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, one in enumerate(self.review.now.paragraphs):
            if one.cell is not None:
                found[one.cell.table, one.cell.row][one.cell.column].append(at)
        return found

    @cached_property
    def _cells(self) -> dict[int, tuple[int, int, int]]:
        """Return table, row and column in the plan by the line of the base text."""
        found = {}
        numbers = {id(table): number for number, table in enumerate(self._tables)}
        for base, line in self.review.ours.items():
            for at in self.layout.line_slots[line][:1]:
                slot = self.layout.slot(at)
                if isinstance(slot.owner, Table) and slot.field in ("head", "rows"):
                    row = slot.index[0] if slot.field == "rows" else -1
                    found[base] = (numbers[id(slot.owner)], row, slot.index[-1])
        return found

    @cached_property
    def _known(self) -> dict[_Row, _Row]:
        """Return the row of the plan for each row of the reviewed file, by most of its cells."""
        votes: dict[_Row, Counter[_Row]] = defaultdict(Counter)
        for group in self.review.pairing.groups:
            cell = self.review.now.paragraphs[group.now[0]].cell
            if cell is not None and group.base[0] in self._cells:
                votes[cell.table, cell.row][self._cells[group.base[0]][:2]] += 1
        return {row: counter.most_common(1)[0][0] for row, counter in votes.items()}

    def _row(self, row: _Row) -> Iterator[Item | Pending]:
        new = [at for several in self._now[row].values() for at in several if at not in self.review.group_of]
        if not any(self.review.now.paragraphs[at].text for at in new):
            return
        if row in self._known:
            yield from self._filled(row, new)
        else:
            yield self._added(row)

    def _words(self, row: _Row) -> list[str]:
        cells = self._now[row]
        return ["".join(self.review.now.paragraphs[at].text for at in cells[column]) for column in sorted(cells)]

    def _added(self, row: _Row) -> Item | Pending:
        words = self._words(row)
        before = next((at for at in range(row[1] - 1, -1, -1) if (row[0], at) in self._known), -1)
        stamp = self._stamp(row)
        item = self.review.item(Kind.ROW_ADDED, self._any_base(row[0]), stamp, new=" | ".join(words))
        if before < 0:
            return replace(item, status=Status.UNPLACED, reason=_LOST)
        number, place = self._known[row[0], before]
        table = self._tables[number]
        if table.from_ledger:
            return replace(item, status=Status.UNPLACED, reason=_LEDGER)
        if any([cell.printed for cell in ours] == words for ours in table.rows[place + 1 :]):
            return replace(item, status=Status.PRESENT)
        try:
            return Pending(
                replace(item, where=(*item.where, table.caption.printed)), operation=self._insert(table, place, words)
            )
        except CannotSpliceError as error:
            return replace(item, status=Status.UNPLACED, reason=str(error))

    def _stamp(self, row: _Row) -> Stamp | None:
        for at in (at for several in self._now[row].values() for at in several):
            one = self.review.now.paragraphs[at]
            stamp = (one.cell.row_inserted if one.cell else None) or one.stamp(0, len(one.text))
            if stamp:
                return stamp
        return None

    def _any_base(self, table: int) -> int:
        """Return a line of the base text in a table of the reviewed file, for the headings above it."""
        for group in self.review.pairing.groups:
            cell = self.review.now.paragraphs[group.now[0]].cell
            if cell is not None and cell.table == table:
                return group.base[0]
        return 0

    def _insert(self, table: Table, row: int, words: Sequence[str]) -> Operation:
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

    def _line(self, table: Table, row: int) -> tuple[SourceFile, int]:
        """Return the file and the end of the line that holds a row.

        Raises:
            CannotSpliceError: when the row has no text.
        """
        cells = table.head if row < 0 else table.rows[row]
        text = next((cell for cell in cells if cell.segments), None)
        if text is None:
            raise CannotSpliceError(_LOST)
        end = text.file.text.find("\n", text.whole.start)
        return text.file, len(text.file.text) if end < 0 else end

    def _last(self, table: Table, row: int) -> int:
        """Return the last text of a row."""
        field, index = ("head", ()) if row < 0 else ("rows", (row,))
        slots = self.layout.slots_of(table)
        found = [at for at in slots if self.layout.slot(at).field == field]
        return [at for at in found if not index or self.layout.slot(at).index[:1] == index][-1]

    def _filled(self, row: _Row, new: Sequence[int]) -> Iterator[Item | Pending]:
        """Yield what was written into cells that were empty."""
        number, place = self._known[row]
        table = self._tables[number]
        for at in new:
            one = self.review.now.paragraphs[at]
            if not one.text or one.cell is None:
                continue
            item = self.review.item(Kind.TEXT, self._any_base(row[0]), one.stamp(0, len(one.text)), new=one.text)
            try:
                yield Pending(item, operation=self._fill(table, place, one.cell.column, one.text))
            except CannotSpliceError as error:
                yield replace(item, status=Status.UNPLACED, reason=str(error))

    def _fill(self, table: Table, row: int, column: int, words: str) -> Operation:
        if table.from_ledger:
            raise CannotSpliceError(_LEDGER)
        cells = table.head if row < 0 else table.rows[row]
        if column >= len(cells) or cells[column].printed or "|" in words:
            raise CannotSpliceError(_SHAPE)
        file, end = self._line(table, row)
        start = file.text.rfind("\n", 0, end) + 1
        bars = [at for at in range(start, end) if file.text[at] == "|"]
        line = file.text[start:end].strip()
        edges = [*([] if line.startswith("|") else [start - 1]), *bars, *([] if line.endswith("|") else [end])]
        if column + 1 >= len(edges):
            raise CannotSpliceError(_SHAPE)
        edit = Edit(file.span(edges[column] + 1, edges[column + 1]), f" {escaped(words)} ")
        slot = next(at for at in self.layout.slots_of(table) if self.layout.slot(at).text is cells[column])
        return Operation((edit,), replaced={slot: (words,)})

    def _removed(self, taken: frozenset[int]) -> Iterator[Item | Pending]:
        gone: dict[_Row, list[int]] = defaultdict(list)
        for base in self.review.pairing.removed:
            if base in self._cells and base not in taken:
                gone[self._cells[base][:2]].append(base)
        staying = set(self._known.values())
        for row, bases in sorted(gone.items()):
            yield from self._of_row(row, bases, whole=row not in staying)

    def _of_row(self, row: _Row, bases: Sequence[int], *, whole: bool) -> Iterator[Item | Pending]:
        table = self._tables[row[0]]
        stamps: Mapping[str, Stamp] = self.review.now.gone
        stamp = next((stamps[self.review.base[at].name] for at in bases if self.review.base[at].name in stamps), None)
        words = " | ".join(self.review.base[at].text for at in bases)
        item = self.review.item(Kind.ROW_REMOVED if whole else Kind.REMOVED, bases[0], stamp, old=words)
        item = replace(item, where=(*item.where, table.caption.printed))
        lines = self.review.present.trace.lines
        if any(lines[self.review.ours[at]].text != self.review.base[at].text for at in bases):
            yield replace(item, status=Status.CONFLICT, reason=_CHANGED)
        elif table.from_ledger or row[1] < 0 or not whole:
            yield replace(item, status=Status.UNPLACED, reason=_LEDGER if table.from_ledger else _LOST)
        else:
            try:
                yield Pending(item, operation=self._cut(table, row[1]))
            except CannotSpliceError as error:
                yield replace(item, status=Status.UNPLACED, reason=str(error))

    def _cut(self, table: Table, row: int) -> Operation:
        file, end = self._line(table, row)
        start = file.text.rfind("\n", 0, end)
        return Operation((Edit(file.span(start, end), ""),), removed=frozenset(self._slots(table, row)))

    def _slots(self, table: Table, row: int) -> list[int]:
        slots = [at for at in self.layout.slots_of(table) if self.layout.slot(at).field == "rows"]
        return [at for at in slots if self.layout.slot(at).index[0] == row]
