"""From a table to statements: what each row names, and what each of its figures says.

`layout` and `columns` tell what the columns hold. A table whose layout is not understood gives no statement and is
listed, so that nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.names.indicators import Name
from planforge.facts.names.tiers import scope_of
from planforge.facts.narrowing.circumstances import says_comparable
from planforge.facts.situation import Situation
from planforge.facts.statement import Gates, Position, Role, Source, Statement
from planforge.facts.tables.cell_reader import CellReader
from planforge.facts.tables.cells import cell_quantity, has_figure
from planforge.facts.tables.column import AT_FIXED_PRICES, Column, Meaning
from planforge.facts.tables.layout import Layout, layout_of, turned_by_years
from planforge.facts.tables.project_cells import built_by, content_columns
from planforge.facts.tables.rows import Row, RowNames
from planforge.facts.tables.stated_years import years_of_plan
from planforge.facts.tables.told_cells import told_in_cell, told_once
from planforge.facts.tables.unfolding import unfolded
from planforge.facts.times.period_below import period_under
from planforge.facts.times.years_meant import Years
from planforge.outline.text import SegmentKind, Text
from planforge.patterns import expression
from planforge.plan.model import Period, TablePassage
from planforge.source.place import Span


def statements_of_table(passage: TablePassage, number: int, situation: Situation) -> list[Statement] | None:
    """Return the statements of a table, or None when its layout is not understood."""
    whole = unfolded(passage.table)
    if whole is not passage.table:
        found = statements_of_table(replace(passage, table=whole), number, situation)
        return sorted(found, key=lambda one: one.span.start) if found is not None else None
    period = period_under(situation.period, passage.context.headings)
    heading = next(iter(passage.context.headings[-1:]), "")
    layout = layout_of(passage.table, period, heading)
    if layout is not None and period == Period() and situation.first_aim is not None:
        period = years_of_plan(layout, passage, situation.first_aim)
        layout = layout_of(passage.table, period, heading) or layout
    if (turned := turned_by_years(passage.table)) is not None:  # whose head 公路合计 is no sum over the plan
        by_years = layout_of(turned, period)
        passage = replace(passage, table=turned) if by_years is not None or layout is None else passage
        layout = by_years or layout
    if layout is None:
        return None
    reader = _Reader(passage, number, situation, period, layout)
    lines = (passage.table.head, *passage.table.rows)
    return told_once([one for at in range(layout.start, len(lines)) for one in reader.row(at - 1, lines[at])])


class _Reader:
    """One table while its rows are turned into statements."""

    def __init__(
        self, passage: TablePassage, number: int, situation: Situation, period: Period, layout: Layout
    ) -> None:
        self.passage = passage
        self.number = number
        self.situation = situation
        self.rows = RowNames(passage.table, layout, situation.table)
        self.cells = CellReader(passage.table, layout, period)
        self.layout = layout
        self.content = content_columns(layout)
        self.built = next((column.years for column in layout.columns if column.whole), None)
        levels = [c.years.last for c in layout.columns if c.meaning is Meaning.LEVEL and c.years and not c.whole]
        self.first = min(levels, default=0) if len(set(levels)) > 1 else 0
        self.next_year = self.first > 0 and max(levels) == self.first + 1

    def row(self, number: int, cells: tuple[Text, ...]) -> Iterator[Statement]:
        """Yield the statements of one row, of a row of totals what it costs; none for one that names a group."""
        whole = None if self.layout.measures else self.rows.indicator(number, cells)
        for at, (cell, column) in enumerate(zip(cells, self.layout.columns, strict=False)):
            if at in self.content and whole is not None and not whole.summed:
                position = Position(self.number, 0, number, at)
                yield from built_by(self.passage, whole, cell, position, self.built, self.situation)
            if not column.meaning.figures or column.years is None or not has_figure(cell):
                continue
            if column.meaning is Meaning.LEVEL and column.target:
                at_cell = Position(self.number, 0, number, at)
                told = told_in_cell(self.passage, cells, at_cell, self.layout, column.years, self.situation)
                yield from told
                if told:
                    continue
            row = self.rows.place(number, cells, at) if self.layout.measures else whole
            if row is not None and row.summed and not self.layout.measures and not column.spent:
                continue
            column = self.cells.ends.as_meant(row, column, cell) if row is not None else column
            statement = self._statement(row, at, cell, column) if row is not None else None
            if statement is not None:
                yield statement

    def _statement(self, row: Row, at: int, cell: Text, column: Column) -> Statement | None:
        figure = cell_quantity(cell.printed, self.cells.unit(row, cell, column))
        if figure is None or column.years is None:
            return None
        said = self.cells.said(row, cell, column, figure)
        signed = said.kind.is_change or (said.kind is Kind.INCREMENT and said.falls)
        figure = _without_sign(figure, cell.printed) if signed else figure
        suffix = column.spent or "比重" if column.meaning is Meaning.SHARE else self._measured(column, at)
        shared = column.meaning is Meaning.SHARE and not self.layout.measures
        named = (suffix not in row.name.indicator and not _is_of(suffix, row.name.indicator)) or shared
        name = replace(row.name, indicator=row.name.indicator + suffix) if named else row.name
        told_apart = column.whole or not row.name.indicator
        if told_apart:  # as in prose: 总投资 of something is never brought together with that of others
            name = Name("", scope=row.name.scope + row.name.tier + row.name.indicator)
        return Statement(
            span=_figure_span(cell, figure),
            quote=_figure_span(cell, figure),
            indicator=name.indicator,
            head=column.spent if told_apart else row.words,
            known=name.known,
            tier=name.tier,
            scope=column.scope + scope_of(name.scope) + _each(name.indicator, cell.printed),
            kind=said.kind,
            quantity=figure,
            role=self._role(column, said.years),
            years=said.years,
            source=Source.TABLE,
            position=Position(self.number, 0, row.number, at),
            base_year=said.base_year,
            flow=said.flow,
            adjusted=column.adjusted and said.kind.is_change,
            revised=column.adjusted and said.kind.is_change and not says_comparable(column.head),
            falls=said.falls,
            gates=Gates(time=said.sure, base=said.sure, name=not row.summed),
            context=self.passage.context,
            referenced=cell.segment_at(figure.number_at[0]).kind is SegmentKind.REFERENCE,
            label=self.passage.table.label,
        )

    def _measured(self, column: Column, at: int) -> str:
        """Return what the figures of a column measure of the things its rows name: rates that of the levels before."""
        if column.meaning is Meaning.LEVEL:
            return column.spent
        before = (one for one in reversed(self.layout.columns[:at]) if one.meaning is Meaning.LEVEL)
        return next((one.spent for one in before if not one.whole and one.spent != AT_FIXED_PRICES), "")

    def _role(self, column: Column, years: Years) -> Role:
        if column.target or (self.cells.aims(years) and not column.achieved):
            return Role.TARGET
        first = column.meaning is Meaning.LEVEL and column.years is not None and column.years.last == self.first
        reached = column.achieved and self.next_year and "执行" not in column.head
        # 2023年计划 | 2023年完成 | 2024年计划: how the year went; budgets start from what was made of the last one
        return Role.BASELINE if first and not reached else Role.ACTUAL


def _is_of(suffix: str, indicator: str) -> bool:
    """Whether a name says by itself how much is made or grown: 发电量, 生猪出栏, 粮食播种面积 under 产量."""
    return suffix in ("产量", "总产量") and indicator.endswith(_AMOUNTS_MADE)


_AMOUNTS_MADE = ("量", "产", "出栏", "存栏", "面积")


def _without_sign(figure: Quantity, printed: str) -> Quantity:
    """Return a fall without the minus before it: the fall is said apart."""
    if figure.literal[:1] not in "-−":
        return figure
    end = figure.number_at[1]
    start = next(at for at in range(figure.number_at[0], end) if printed[at].isdigit())
    written = replace(figure.written, number=abs(figure.written.number))
    return replace(figure, literal=figure.literal[1:], written=written, number_at=(start, end))


def _each(indicator: str, printed: str) -> str:
    """Return for what one thing a cell gives its figure (每个村1所), so that none takes it for the sum of all."""
    each = _EACH.search(printed) if "每" in printed else None
    return each[0] if each is not None and not indicator.endswith("覆盖面") else ""


_EACH = expression("每个?(?:县区?|区|市|乡镇?|镇|街道|社区|行政村|村)")


def _figure_span(cell: Text, figure: Quantity) -> Span:
    """The number, with its % when it has one."""
    start, end = figure.number_at
    if figure.form is Form.PERCENT and cell.printed[end : end + 1] in {"%", "％"}:
        end += 1
    return cell.span(start, end)
