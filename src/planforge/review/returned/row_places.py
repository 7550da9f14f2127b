"""Which row of the plan's tables each row of a reviewed file is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from planforge.plan.model import Table
from planforge.records import cached_property
from planforge.review.returned.cells import cell_place, is_cell
from planforge.review.returned.layout import Layout
from planforge.review.returned.reviewed import Reviewed

Row = tuple[int, int]
"""A table and a row: of the reviewed file, or (as the place of its block) of the plan; the head is row -1."""


@dataclass
class RowPlaces:
    """The rows of all tables of a review."""

    review: Reviewed
    layout: Layout

    @cached_property
    def tables(self) -> list[Table]:
        """Return the tables of the plan in reading order."""
        return [block for block in self.review.present.plan.blocks() if isinstance(block, Table)]

    @cached_property
    def now(self) -> dict[Row, dict[int, list[int]]]:
        """Return the paragraphs of each cell of the reviewed file, by row and column."""
        found: dict[Row, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, one in enumerate(self.review.now.paragraphs):
            if one.cell is not None:
                found[one.cell.table, one.cell.row][one.cell.column].append(at)
        return found

    @cached_property
    def cells(self) -> dict[int, tuple[int, int, int]]:
        """Return table, row and column in the plan by the line of the base text."""
        found = {}
        numbers = {id(table): number for number, table in enumerate(self.tables)}
        for base, line in self.review.ours.items():
            for at in self.layout.line_slots[line][:1]:
                slot = self.layout.slot(at)
                if isinstance(slot.owner, Table) and slot.field in ("head", "rows"):
                    row = slot.index[0] if slot.field == "rows" else -1
                    found[base] = (numbers[id(slot.owner)], row, slot.index[-1])
        return self._together(found)

    def _together(self, cells: dict[int, tuple[int, int, int]]) -> dict[int, tuple[int, int, int]]:
        """Return the cells without those that were taken for cells of another row than the rest of theirs."""
        votes: dict[tuple[str, int], Counter[Row]] = defaultdict(Counter)
        rows = {base: cell_place(self.review.base[base])[0] for base in cells if is_cell(self.review.base[base])}
        for base, row in rows.items():
            votes[row][cells[base][:2]] += 1
        best = {row: counter.most_common(1)[0][0] for row, counter in votes.items()}
        return {base: cell for base, cell in cells.items() if base not in rows or best[rows[base]] == cell[:2]}

    @cached_property
    def known(self) -> dict[Row, Row]:
        """Return the row of the plan for each row of the reviewed file, by most of its cells."""
        votes: dict[Row, Counter[Row]] = defaultdict(Counter)
        for group in self.review.pairing.groups:
            cell = self.review.now.paragraphs[group.now[0]].cell
            if cell is not None and group.base[0] in self.cells:
                votes[cell.table, cell.row][self.cells[group.base[0]][:2]] += 1
        return {row: counter.most_common(1)[0][0] for row, counter in votes.items()}

    @cached_property
    def built(self) -> dict[Row, int]:
        """Return which row of its table each row of the reviewed file was when it was built, by most of its cells."""
        votes: dict[Row, Counter[int]] = defaultdict(Counter)
        for group in self.review.pairing.groups:
            cell, line = self.review.now.paragraphs[group.now[0]].cell, self.review.base[group.base[0]]
            if cell is not None and is_cell(line):
                votes[cell.table, cell.row][cell_place(line)[0][1]] += 1
        return {row: counter.most_common(1)[0][0] for row, counter in votes.items()}

    def base_of(self, number: int) -> int:
        """Return the first line of the base text in a table of the plan."""
        return next(base for base, place in self.cells.items() if place[0] == number)

    def is_new(self, table: int) -> bool:
        """Return whether no cell of a table of the reviewed file was in the base text."""
        return not any(row[0] == table for row in self._paired)

    @cached_property
    def _paired(self) -> set[Row]:
        cells = (self.review.now.paragraphs[at].cell for group in self.review.pairing.groups for at in group.now)
        return {(cell.table, cell.row) for cell in cells if cell is not None}

    def any_base(self, table: int) -> int:
        """Return a line of the base text in a table of the reviewed file, for the headings above it."""
        for group in self.review.pairing.groups:
            cell = self.review.now.paragraphs[group.now[0]].cell
            if cell is not None and cell.table == table:
                return group.base[0]
        return 0
