"""Rows that came or went in a table whose rows the drafter wrote, and cells that were empty before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from planforge.ooxml.history import Stamp
from planforge.records import cached_property
from planforge.review.returned.cells import cell_place, is_cell
from planforge.review.returned.layout import Layout
from planforge.review.returned.operation import Pending, pending
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.pairing import Group, longest_rising
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.row_edits import LOST, RowEdits
from planforge.review.returned.row_places import Row, RowPlaces
from planforge.review.returned.text_edits import shown_by

_CHANGED = "规划里这一行已经另有改动"
_NEW_TABLE = "新加的表未能带回，请在规划文件里写成 table"
_LOST_TABLE = "整张表删去了，表题或注还在，请在规划文件里处理"


@dataclass
class Rows:
    """The rows of all tables of a review."""

    review: Reviewed
    layout: Layout

    @cached_property
    def _places(self) -> RowPlaces:
        return RowPlaces(self.review, self.layout)

    @cached_property
    def _edits(self) -> RowEdits:
        return RowEdits(self.layout)

    def all(self, taken: frozenset[int]) -> Iterator[Item | Pending]:
        """Yield added rows and filled cells, then removed rows; lines in `taken` went with their table."""
        for table, rows in groupby(sorted(self._places.now), key=lambda row: row[0]):
            if self._places.is_new(table):
                yield self._new_table(list(rows))
                continue
            for row in rows:
                yield from self._row(row)
        yield from self._removed(taken)
        yield from self._reordered()

    def _reordered(self) -> Iterator[Item | Pending]:
        """Yield rows that the reviewer set in another order, and tables whose columns are."""
        tables: dict[int, list[Row]] = defaultdict(list)
        for row in sorted(self._places.known.keys() & self._places.built.keys()):
            tables[row[0]].append(row)
        for rows in tables.values():
            staying = longest_rising([self._places.built[row] for row in rows])
            for before, row in zip([None, *rows], rows, strict=False):
                if self._places.built[row] not in staying:
                    yield self._moved(self._places.known[row], self._places.known[before] if before else None)
        columns = {table for group in self.review.pairing.groups for table in self._shifted(group)}
        for number in sorted(columns):
            item = self.review.item(
                Kind.MOVED, self._places.base_of(number), None, old=self._places.tables[number].caption.printed
            )
            yield replace(item, status=Status.UNPLACED, reason="表的栏变了，请人工处理")

    def _shifted(self, group: Group) -> Iterator[int]:
        """Yield the table of a cell that stands in another column than when it was built."""
        cell, base = self.review.now.paragraphs[group.now[0]].cell, group.base[0]
        known = self._places.cells.get(base)
        if not is_cell(self.review.base[base]):
            return
        if cell is not None and known is not None and cell.column != cell_place(self.review.base[base])[1]:
            yield known[0]

    def _moved(self, place: Row, behind: Row | None) -> Item | Pending:
        number, row = place
        table = self._places.tables[number]
        base = next(base for base, cell in self._places.cells.items() if cell[:2] == place)
        words = " | ".join(cell.printed for cell in (table.rows[row] if row >= 0 else table.head))
        item = self.review.item(Kind.MOVED, base, None, old=words)
        if behind == (number, row - 1):
            return replace(item, status=Status.PRESENT)
        if table.from_ledger or row < 0 or behind is None or behind[0] != number:
            return replace(item, status=Status.UNPLACED, reason=shown_by(table) if table.from_ledger else LOST)
        return pending(item, lambda: self._edits.move(table, row, behind[1]))

    def _row(self, row: Row) -> Iterator[Item | Pending]:
        new = [at for several in self._places.now[row].values() for at in several if at not in self.review.group_of]
        if not any(self.review.now.paragraphs[at].text for at in new):
            return
        if row in self._places.known:
            yield from self._filled(row, new)
        else:
            yield self._added(row)

    def _new_table(self, rows: Sequence[Row]) -> Item:
        """Return a table that was put in; it stands behind the paragraph before its first cell."""
        first = min(at for several in self._places.now[rows[0]].values() for at in several)
        words = "\n".join(" | ".join(self._words(row)) for row in rows)
        base = self.review.base_before(first)
        item = self.review.item(Kind.TABLE_ADDED, base, self._stamp(rows[0]), new=words)
        return replace(item, status=Status.UNPLACED, reason=_NEW_TABLE)

    def _words(self, row: Row) -> list[str]:
        cells = self._places.now[row]
        return ["".join(self.review.now.paragraphs[at].text for at in cells[column]) for column in sorted(cells)]

    def _added(self, row: Row) -> Item | Pending:
        words = self._words(row)
        before = next((at for at in range(row[1] - 1, -1, -1) if (row[0], at) in self._places.known), -1)
        stamp = self._stamp(row)
        item = self.review.item(Kind.ROW_ADDED, self._places.any_base(row[0]), stamp, new=" | ".join(words))
        if before < 0:
            return replace(item, status=Status.UNPLACED, reason=LOST)
        number, place = self._places.known[row[0], before]
        table = self._places.tables[number]
        if table.from_ledger:
            return replace(item, status=Status.UNPLACED, reason=shown_by(table))
        if any([cell.printed for cell in ours] == words for ours in table.rows[place + 1 :]):
            return replace(item, status=Status.PRESENT)
        return pending(item, lambda: self._edits.insert(table, place, words))

    def _stamp(self, row: Row) -> Stamp | None:
        for at in (at for several in self._places.now[row].values() for at in several):
            one = self.review.now.paragraphs[at]
            stamp = (one.cell.row_inserted if one.cell else None) or one.stamp(0, len(one.text))
            if stamp:
                return stamp
        return None

    def _filled(self, row: Row, new: Sequence[int]) -> Iterator[Item | Pending]:
        """Yield what was written into cells that were empty."""
        number, place = self._places.known[row]
        table = self._places.tables[number]
        for at in new:
            one = self.review.now.paragraphs[at]
            if not one.text or one.cell is None:
                continue
            item = self.review.item(Kind.TEXT, self._places.any_base(row[0]), one.stamp(0, len(one.text)), new=one.text)
            yield pending(item, partial(self._edits.fill, table, place, one.cell.column, one.text))

    def _removed(self, taken: frozenset[int]) -> Iterator[Item | Pending]:
        gone: dict[Row, list[int]] = defaultdict(list)
        for base in self.review.pairing.removed:
            if base in self._places.cells and base not in taken:
                gone[self._places.cells[base][:2]].append(base)
        staying = set(self._places.known.values())
        for number in sorted({row[0] for row in gone} - {row[0] for row in staying}):
            yield self._lost_table(
                number, [at for row, bases in sorted(gone.items()) if row[0] == number for at in bases]
            )
        for row, bases in sorted(gone.items()):
            if row[0] not in {known[0] for known in staying}:
                continue
            yield from self._of_row(row, bases, whole=row not in staying)

    def _lost_table(self, number: int, bases: Sequence[int]) -> Item:
        """Return a table of which all rows are gone while its caption or its note stays."""
        words = "\n".join(self.review.base[at].text for at in bases)
        item = self.review.item(Kind.REMOVED, bases[0], self.review.deleted_by(bases), old=words)
        return replace(item, status=Status.UNPLACED, reason=_LOST_TABLE)

    def _of_row(self, row: Row, bases: Sequence[int], *, whole: bool) -> Iterator[Item | Pending]:
        table = self._places.tables[row[0]]
        stamp = self.review.deleted_by(bases)
        words = " | ".join(self.review.base[at].text for at in bases)
        item = self.review.item(Kind.ROW_REMOVED if whole else Kind.REMOVED, bases[0], stamp, old=words)
        lines = self.review.present.trace.lines
        if any(lines[self.review.ours[at]].text != self.review.base[at].text for at in bases):
            yield replace(item, status=Status.CONFLICT, reason=_CHANGED)
        elif table.from_ledger or row[1] < 0 or not whole:
            yield replace(item, status=Status.UNPLACED, reason=shown_by(table) if table.from_ledger else LOST)
        else:
            yield pending(item, lambda: self._edits.cut(table, row[1]))
