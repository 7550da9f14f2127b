"""From a table to statements: what each row names, and what each of its figures says.

`layout` and `columns` tell what the columns hold. A table whose layout is not understood gives no statement and is
listed, so that nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planforge.facts.cells import cell_quantity
from planforge.facts.columns import Column, Meaning
from planforge.facts.growth import Kind
from planforge.facts.indicators import IndicatorTable, Name, scope_of
from planforge.facts.layout import Layout, layout_of, turned_by_years
from planforge.facts.normalise import read
from planforge.facts.quantity import Form, Quantity
from planforge.facts.rows import Row, RowNames
from planforge.facts.statement import Flow, Gates, Position, Role, Source, Statement
from planforge.facts.time import Years
from planforge.outline.text import SegmentKind, Text
from planforge.plan.model import Period, TablePassage
from planforge.source.place import Span

_YEARLY = re.compile("年均|平均")
_YEARLY_LEVELS = 3
_SUMMED = re.compile("累计|五年")
_EVENTS = re.compile("新增|新开工|新建|(?:改造|筹集|治理|培训|修复|整治|造林)(?:面积|里程|数量|规模|人[次数])?$")
"""Rows of what is done and adds up: 棚户区改造, 公租房新增."""
_YEARLY_BRACKETS = re.compile(r"[\[〔［【]\s*[\]〕］】][^，。；]*?年均")
"""注：〔〕内为五年年均增长率."""
_BRACKET = re.compile(r"[\[〔［【]")
_FALLING = re.compile("下降|降低|减少|削减|压减|降幅")
_CHANGED = re.compile(r"^\s*(?:累计|较20\d\d年)?(?:下降|降低|减少|削减|增长|增加|提高)[^\d到至为]{0,3}\d")
"""下降15%: a cell of a year's column that says how much changes by then."""
_OTHER_YEAR = re.compile(r"[*＊※](?:号)?(?:[的为是]|标记|表示|指标|数据|均|基期)*(?P<year>20\d\d)年")


@dataclass(frozen=True)
class _Reading:
    """What a cell says before it is a statement."""

    kind: Kind
    years: Years
    base_year: int | None = None
    flow: Flow = Flow.STOCK
    falls: bool = False
    sure: bool = True


def statements_of_table(
    passage: TablePassage, number: int, names: IndicatorTable, period: Period
) -> list[Statement] | None:
    """Return the statements of a table, or None when its layout is not understood."""
    layout = layout_of(passage.table, period, next(iter(passage.context.headings[-1:]), ""))
    if layout is None and (turned := turned_by_years(passage.table)) is not None:
        passage = replace(passage, table=turned)
        layout = layout_of(turned, period)
    if layout is None:
        return None
    reader = _Reader(passage, number, names, period, layout)
    lines = (passage.table.head, *passage.table.rows)
    return [one for at in range(layout.start, len(lines)) for one in reader.row(at - 1, lines[at])]


class _Reader:
    """One table while its rows are turned into statements."""

    def __init__(
        self, passage: TablePassage, number: int, names: IndicatorTable, period: Period, layout: Layout
    ) -> None:
        self.passage = passage
        self.number = number
        self.rows = RowNames(passage.table, layout, names)
        self.period = period
        self.layout = layout
        levels = [c.years.last for c in layout.columns if c.meaning is Meaning.LEVEL and c.years and not c.whole]
        self.first = min(levels, default=0) if len(set(levels)) > 1 else 0
        self.yearly = len(set(levels)) >= _YEARLY_LEVELS  # 累计面积 in each of many years is what there is by then
        note = passage.table.note.printed if passage.table.note else ""
        other = _OTHER_YEAR.search(read(note).text)
        self.noted_year = int(other["year"]) if other else None
        self.brackets_yearly = _YEARLY_BRACKETS.search(read(note).text) is not None

    def row(self, number: int, cells: tuple[Text, ...]) -> Iterator[Statement]:
        """Yield the statements of one row, none for a row of totals or one that only names a group."""
        whole = None if self.layout.measures else self.rows.indicator(number, cells)
        for at, (cell, column) in enumerate(zip(cells, self.layout.columns, strict=False)):
            if not column.meaning.figures or column.years is None or not _has_figure(cell):
                continue
            row = self.rows.place(number, cells, at) if self.layout.measures else whole
            statement = self._statement(row, at, cell, column) if row is not None else None
            if statement is not None:
                yield statement

    def _statement(self, row: Row, at: int, cell: Text, column: Column) -> Statement | None:
        figure = cell_quantity(cell.printed, self._unit(row, cell, column))
        if figure is None or column.years is None:
            return None
        said = self._said(row, cell, column, figure)
        signed = said.kind.is_change or (said.kind is Kind.INCREMENT and said.falls)
        figure = _without_sign(figure, cell.printed) if signed else figure
        suffix = "比重" if column.meaning is Meaning.SHARE else self._measured(column, at)
        shared = column.meaning is Meaning.SHARE and not self.layout.measures
        named = suffix not in row.name.indicator or shared
        name = replace(row.name, indicator=row.name.indicator + suffix) if named else row.name
        if column.whole:  # as in prose: 总投资 of something is never brought together with that of others
            name = Name("", scope=row.name.scope + row.name.indicator)
        return Statement(
            span=_figure_span(cell, figure),
            quote=_figure_span(cell, figure),
            indicator=name.indicator,
            head=column.spent if column.whole else row.words,
            known=name.known,
            tier=name.tier,
            scope=scope_of(name.scope),
            kind=said.kind,
            quantity=figure,
            role=self._role(column, said.years),
            years=said.years,
            source=Source.TABLE,
            position=Position(self.number, 0, row.number, at),
            base_year=said.base_year,
            flow=said.flow,
            adjusted=column.adjusted and said.kind.is_change,
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
        return next((one.spent for one in before if not one.whole), "")

    def _unit(self, row: Row, cell: Text, column: Column) -> str:
        """Return the unit of a cell that names none: rates are in %, levels in the unit of row, column or caption."""
        own = row.unit or (column.unit if column.meaning is Meaning.LEVEL else "") or self.layout.unit
        if column.meaning in {Meaning.ANNUAL, Meaning.TOTAL, Meaning.SHARE}:
            return own if _BRACKET.search(cell.printed) and not row.changes and row.unit else column.unit or "%"
        if column.meaning is Meaning.MIXED:
            summed = _BRACKET.search(cell.printed) or not self._levels_of(row)
            return own if summed or not own else "%"
        return own

    def _levels_of(self, row: Row) -> bool:
        """Whether a row has figures in its columns of levels, sums in brackets left out."""
        return any(
            column.meaning is Meaning.LEVEL and _has_figure(cell) and not _BRACKET.search(cell.printed)
            for cell, column in zip(row.cells, self.layout.columns, strict=False)
        )

    def _said(self, row: Row, cell: Text, column: Column, figure: Quantity) -> _Reading:
        """Return what a figure says, by its column, by the name of its row and by its brackets."""
        years = column.years or Years(0, 0)
        words = cell.printed
        falls = row.falls or column.falls or _FALLING.search(words) is not None or figure.literal[:1] in "-−"
        bracketed = _BRACKET.search(words) is not None
        if figure.form is Form.POINTS:
            return _Reading(Kind.INCREMENT, years, column.base_year, falls=falls, sure=column.sure)
        if column.meaning is Meaning.LEVEL:
            return self._level(row, words, column, years, falls=falls, bracketed=bracketed, figure=figure)
        if column.meaning is Meaning.SHARE:
            return _Reading(Kind.SHARE, years)
        if column.meaning is Meaning.DIFFERENCE and figure.form is Form.PERCENT and (row.changes or not _is_ratio(row)):
            return _Reading(Kind.GROWTH_TOTAL, years, column.base_year, falls=falls, sure=column.sure)
        if column.meaning is Meaning.DIFFERENCE:
            return _Reading(Kind.INCREMENT, years, column.base_year, Flow.FLOW, falls=falls, sure=column.sure)
        if bracketed or (column.meaning is Meaning.MIXED and _SUMMED.search(words)):
            return self._summed(row, column, years, figure, falls=falls)
        if column.meaning is Meaning.MIXED and figure.form is not Form.PERCENT:
            return _Reading(Kind.LEVEL, years, flow=Flow.PER_YEAR)
        if column.meaning is Meaning.MIXED and not row.changes and not self._levels_before(row, column):
            return _Reading(Kind.SHARE, years)
        kind = Kind.GROWTH_TOTAL if column.meaning is Meaning.TOTAL else Kind.GROWTH_ANNUAL
        return _Reading(kind, years, column.base_year, falls=falls, sure=column.sure)

    def _levels_before(self, row: Row, column: Column) -> bool:
        """Whether the row has a level in the last year of a rate, so that the rate leads up to it."""
        last = column.years.last if column.years else 0
        return any(
            one.meaning is Meaning.LEVEL and one.years and one.years.last == last and _has_figure(cell)
            for cell, one in zip(row.cells, self.layout.columns, strict=False)
        ) or not _is_ratio(row)

    def _level(
        self, row: Row, words: str, column: Column, years: Years, *, falls: bool, bracketed: bool, figure: Quantity
    ) -> _Reading:
        said = words if self.yearly else words + row.words
        summed = bracketed or column.cumulative or _SUMMED.search(said) is not None
        summed = summed or (column.spanned and _EVENTS.search(row.words) is not None)
        if summed and years.single:
            years = self._whole(years)
        if row.changes and bracketed and self.brackets_yearly:
            return _Reading(Kind.GROWTH_ANNUAL, years, years.first - 1, falls=falls, sure=column.sure)
        if figure.form is Form.PERCENT and _CHANGED.search(words) and self._aims(years):
            base = self.period.baseline
            return _Reading(
                Kind.GROWTH_TOTAL, years, base, falls=falls or _FALLING.search(words) is not None, sure=column.sure
            )
        if figure.form in (Form.AMOUNT, Form.BARE) and _CHANGED.search(words) and self._aims(years):
            return _Reading(Kind.INCREMENT, years, self.period.baseline, falls=falls, sure=column.sure)
        if row.changes and figure.form is Form.PERCENT:
            return self._change(row, column, years, falls=falls)
        if self.noted_year and years.single and re.search("[*＊※]", words) and not self._aims(years):
            years = Years(self.noted_year, self.noted_year)
        kind = Kind.SHARE if figure.form is Form.PERCENT else Kind.LEVEL
        return _Reading(kind, years, flow=Flow.FLOW if summed else Flow.STOCK, sure=column.sure)

    def _change(self, row: Row, column: Column, years: Years, *, falls: bool) -> _Reading:
        """A row that names a change (能耗降低) holds rates in its columns of years."""
        if not years.single and not _YEARLY.search(row.words):
            return _Reading(Kind.GROWTH_TOTAL, years, years.first - 1, falls=falls, sure=column.sure)
        yearly = _YEARLY.search(row.words) is not None or not falls
        return _Reading(Kind.GROWTH_ANNUAL, years, years.first - 1, falls=falls, sure=column.sure and yearly)

    def _summed(self, row: Row, column: Column, years: Years, figure: Quantity, *, falls: bool) -> _Reading:
        """What stands in brackets adds up over the period: a change in all, points more, or a sum of events."""
        if row.changes or (figure.form is Form.PERCENT and falls and not self._levels_of(row)):
            kind = Kind.GROWTH_ANNUAL if self.brackets_yearly else Kind.GROWTH_TOTAL
            base = column.base_year or years.first - 1
            return _Reading(kind, years, base, falls=falls, sure=column.sure)
        if figure.form is Form.PERCENT and row.unit and not _is_ratio(row):  # [-10.5%] of 微克/立方米
            return _Reading(Kind.GROWTH_TOTAL, years, column.base_year, falls=falls, sure=column.sure)
        if self._levels_of(row):
            return _Reading(Kind.INCREMENT, years, column.base_year, Flow.FLOW, falls=falls, sure=column.sure)
        return _Reading(Kind.LEVEL, years, flow=Flow.FLOW, sure=column.sure)

    def _whole(self, years: Years) -> Years:
        """Return the years that a sum under the heading of its last year adds up."""
        period = self.period
        if period.start and years.last == period.end:
            return Years(period.start, years.last)
        if period.previous and years.last == period.baseline:
            return Years(period.previous + 1, years.last)
        return years

    def _aims(self, years: Years) -> bool:
        return self.period.baseline is not None and years.last > self.period.baseline

    def _role(self, column: Column, years: Years) -> Role:
        if column.target or self._aims(years):
            return Role.TARGET
        first = column.meaning is Meaning.LEVEL and column.years is not None and column.years.last == self.first
        return Role.BASELINE if first else Role.ACTUAL


def _has_figure(cell: Text) -> bool:
    return any(character.isdigit() for character in cell.printed)


def _is_ratio(row: Row) -> bool:
    return row.unit in ("%", "％", "‰")


def _without_sign(figure: Quantity, printed: str) -> Quantity:
    """Return a fall without the minus before it: the fall is said apart."""
    if figure.literal[:1] not in "-−":
        return figure
    end = figure.number_at[1]
    start = next(at for at in range(figure.number_at[0], end) if printed[at].isdigit())
    written = replace(figure.written, number=abs(figure.written.number))
    return replace(figure, literal=figure.literal[1:], written=written, number_at=(start, end))


def _figure_span(cell: Text, figure: Quantity) -> Span:
    """The number, with its % when it has one."""
    start, end = figure.number_at
    if figure.form is Form.PERCENT and cell.printed[end : end + 1] in {"%", "％"}:
        end += 1
    return cell.span(start, end)
