"""The levels of a row between which its changes lead, and what these changes must be beside them."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.tables.cells import BRACKET, cell_quantity, has_figure
from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.fitting import fitting, is_difference, is_only_percentage
from planforge.facts.tables.layout import Layout
from planforge.facts.tables.rows import Row
from planforge.outline.text import Text
from planforge.patterns import expression

_SIGNED = expression(r"[-−－–+＋增升]")
_CHANGES = frozenset({Meaning.TOTAL, Meaning.DIFFERENCE, Meaning.MIXED})
_RATES = frozenset({Meaning.TOTAL, Meaning.ANNUAL})


class RowEnds:
    """The levels of rows of one table."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def levels_of(self, row: Row) -> bool:
        """Whether a row has figures in its columns of levels, sums in brackets left out."""
        return any(
            column.meaning is Meaning.LEVEL and has_figure(cell) and not BRACKET.search(cell.printed)
            for cell, column in zip(row.cells, self.layout.columns, strict=False)
        )

    def stands_alone(self, row: Row) -> bool:
        """Whether a row has one figure in all its columns of levels."""
        columns = zip(row.cells, self.layout.columns, strict=False)
        return sum(one.meaning is Meaning.LEVEL and has_figure(cell) for cell, one in columns) == 1

    def as_meant(self, row: Row, column: Column, cell: Text) -> Column:
        """Return a column of changes without a unit with the meaning that the row's two ends give its figure."""
        if column.meaning is Meaning.LEVEL:
            return self._summed(row, column, cell)
        if column.meaning not in _CHANGES or column.unit or "%" in cell.printed:
            return column
        if BRACKET.search(cell.printed):
            return self._in_bracket(row, column, cell)
        ends = self._ends(row, column)
        figure = cell_quantity(cell.printed, row.unit)
        if ends is None or figure is None or figure.form is Form.POINTS:
            return column
        found = fitting(column, *ends, figure)
        return column if found.meaning in _RATES and is_ratio(row) else found

    def _in_bracket(self, row: Row, column: Column, cell: Text) -> Column:
        """Return a column of sums as one of changes in % where only this fits a bracket: 71.1, 64.0, [-10]."""
        if column.meaning is not Meaning.MIXED or row.changes or is_ratio(row):
            return column
        ends, figure = self._ends(row, column), cell_quantity(cell.printed, row.unit)
        fits = ends is not None and figure is not None and is_only_percentage(*ends, figure)
        return replace(column, meaning=Meaning.TOTAL, unit="%") if fits else column

    def _summed(self, row: Row, column: Column, cell: Text) -> Column:
        """Return 五年累计 as a column of differences where it holds about that of the row's two ends, and no sum."""
        if not column.cumulative or column.years is None or column.years.single or "累计" not in column.head:
            return column
        change = replace(column, meaning=Meaning.DIFFERENCE, base_year=column.years.first - 1, neutral=True)
        ends, figure = self._ends(row, change), cell_quantity(cell.printed, row.unit)
        return change if ends is not None and figure is not None and is_difference(*ends, figure) else column

    def _ends(self, row: Row, column: Column) -> tuple[Quantity, Quantity] | None:
        """Return the levels of a row between which a column of changes tells the change."""
        last = column.years.last if column.years is not None else None
        base, end = self._level_in(row, column, column.base_year), self._level_in(row, column, last)
        return (base, end) if base is not None and end is not None else None

    def has_fallen(self, row: Row, cell: Text, column: Column) -> bool:
        """Whether a change whose direction is not said is one of a row that falls: 36, 32, 〔11.1%〕."""
        if not column.neutral or row.changes or _SIGNED.search(cell.printed):
            return False
        ends = self._ends(row, column)
        return ends is not None and ends[1].written.value < ends[0].written.value

    def _level_in(self, row: Row, change: Column, year: int | None) -> Quantity | None:
        """Return the level of a year that a change of the row leads to or from; what stands in brackets is a sum."""
        levels = [
            (one, cell)
            for at, (cell, one) in enumerate(zip(row.cells, self.layout.columns, strict=False))
            if one.meaning is Meaning.LEVEL and one.years and one.years.last == year and self._measures(row, at)
        ]
        levels.sort(key=lambda level: level[0].achieved is not change.achieved)
        here = next((cell for _, cell in levels if not BRACKET.search(cell.printed)), None)
        return cell_quantity(here.printed, row.unit) if here is not None else None

    def _measures(self, row: Row, at: int) -> bool:
        """Whether a column measures what a row names: any does, but where the rows are places."""
        return not self.layout.measures or self.layout.measures[at] == row.words


def is_ratio(row: Row) -> bool:
    """Whether the levels of a row are shares, so that their changes are points."""
    return row.unit in ("%", "％", "‰")
