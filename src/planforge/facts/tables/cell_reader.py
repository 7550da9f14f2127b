"""What the figure of a cell says: by its column, the name of its row, its brackets and the note below the table."""

from __future__ import annotations

import re

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.statement import Flow
from planforge.facts.tables.cells import BRACKET, has_figure
from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.layout import Layout, is_yearly
from planforge.facts.tables.row_ends import RowEnds, is_ratio
from planforge.facts.tables.rows import Row
from planforge.facts.tables.several_units import unit_among
from planforge.facts.times.years_meant import Years
from planforge.facts.writing.normalise import read
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Period, Table
from planforge.records import record

_YEARLY = expression("年均|平均")
_SUMMED = expression("累计|五年")
_AMOUNTS = frozenset({Meaning.LEVEL, Meaning.DIFFERENCE})
_EVENTS = expression("新增|新开工|新建|(?:改造|筹集|治理|培训|修复|整治|造林)(?:面积|里程|数量|规模|人[次数])?$")
"""Rows of what is done and adds up: 棚户区改造, 公租房新增."""
_YEARLY_BRACKETS = expression(r"[\[〔［【]\s*[\]〕］】][^，。；]*?年均")
"""注：〔〕内为五年年均增长率."""
_POINTS = expression("(?:增加|提高|提升|上升|下降|降低|减少|变化)[^，。；]{0,4}(?:百分点|个点)|[^，。；]{0,6}百分点")
"""注：[ ]内为年均增加百分点."""
_FALLING = expression("下降|降低|减少|削减|压减|降幅")
_CHANGED = expression(r"^\s*(?:五年)?(?:累计|[较比]20\d\d年)?(?:下降|降低|减少|削减|增长|增加|提高)[^\d到至为]{0,3}\d")
"""下降15%: a cell of a year's column that says how much changes by then."""
_GROWS_YEARLY = expression(
    "(?:年均|每年|逐年|年度|(?<![\\d上去前两三四五十])年)(?:实际|名义|平均)?(?:增(?!量)|递增|提高|下降|降低|减少|降幅)"
    "|年均[^，。；\\d]{0,2}\\d[\\d.]*[%％](?:左右|以[上内])?的?(?:增长|增速|增幅|速度)|平均增长"
)
"""年均增长7%左右: a cell of a year's column that says how much changes each year until then."""
_OTHER_YEAR = expression(r"[*＊※](?:号)?(?:[的为是]|标记|表示|指标|数据|均|基期)*(?P<year>20\d\d)年")


@record(frozen=True)
class Said:
    """What a cell says before it is a statement."""

    kind: Kind
    years: Years
    base_year: int | None = None
    flow: Flow = Flow.STOCK
    falls: bool = False
    sure: bool = True


class CellReader:
    """One table while its cells are read."""

    def __init__(self, table: Table, layout: Layout, period: Period) -> None:
        self.layout = layout
        self.period = period
        self.ends = RowEnds(layout)
        self.yearly = is_yearly(layout)  # 累计面积 in each of many years is what there is by then
        note = table.note.printed if table.note else ""
        other = _OTHER_YEAR.search(read(note).text)
        self.noted_year = int(other["year"]) if other else None
        yearly = _YEARLY_BRACKETS.search(read(note).text)
        self.brackets_yearly = yearly is not None
        self.brackets_in_points = yearly is not None and _POINTS.match(read(note).text, yearly.end()) is not None

    def unit(self, row: Row, cell: Text, column: Column) -> str:
        """Return the unit of a cell that names none: rates are in %, levels in the unit of row, column or caption."""
        own = row.unit or (column.unit if column.meaning in _AMOUNTS else "") or self._of_table(row, column)
        if column.meaning is Meaning.DIFFERENCE and column.unit in ("%", "％"):
            return column.unit
        if column.meaning in {Meaning.ANNUAL, Meaning.TOTAL, Meaning.SHARE}:
            told = column.unit not in column.head  # by the row's two ends
            own_unit = BRACKET.search(cell.printed) and not row.changes and row.unit and not told
            return own if own_unit else column.unit or "%"
        if column.meaning is Meaning.MIXED:
            summed = column.cumulative or BRACKET.search(cell.printed) or not self.ends.levels_of(row)
            return own if summed or not own else "%"
        return own

    def _of_table(self, row: Row, column: Column) -> str:
        """Return the unit that the table names for all its figures, of several the one that fits column or row."""
        units = self.layout.units
        return units[0] if len(units) == 1 else unit_among(units, column.head) or unit_among(units, row.words)

    def said(self, row: Row, cell: Text, column: Column, figure: Quantity) -> Said:
        """Return what a figure says, by its column, by the name of its row and by its brackets."""
        years = column.years or Years(0, 0)
        words = cell.printed
        falls = row.falls or column.falls or _FALLING.search(words) is not None or figure.literal[:1] in "-−"
        falls = falls or self.ends.has_fallen(row, cell, column)
        bracketed = BRACKET.search(words) is not None
        if figure.form is Form.POINTS:
            return Said(Kind.INCREMENT, years, column.base_year, falls=falls, sure=column.sure)
        if column.meaning is Meaning.LEVEL:
            return self._level(row, words, column, years, falls=falls, bracketed=bracketed, figure=figure)
        if column.meaning is Meaning.SHARE:
            return Said(Kind.SHARE, years)
        if column.meaning is Meaning.DIFFERENCE and figure.form is Form.PERCENT and (row.changes or not is_ratio(row)):
            return Said(Kind.GROWTH_TOTAL, years, column.base_year, falls=falls, sure=column.sure)
        if column.meaning is Meaning.DIFFERENCE:
            base = None if "新增" in column.head else column.base_year  # more may be added than there is more of
            return Said(Kind.INCREMENT, years, base, Flow.FLOW, falls=falls, sure=column.sure)
        if bracketed or (column.meaning is Meaning.MIXED and (column.cumulative or _SUMMED.search(words))):
            return self._summed(row, column, years, figure, falls=falls)
        if column.meaning is Meaning.MIXED and figure.form is not Form.PERCENT:
            return Said(Kind.LEVEL, years, flow=Flow.PER_YEAR)
        if column.meaning is Meaning.MIXED and not row.changes and not self._levels_before(row, column):
            return Said(Kind.SHARE, years)
        kind = Kind.GROWTH_TOTAL if column.meaning is Meaning.TOTAL else Kind.GROWTH_ANNUAL
        return Said(kind, years, column.base_year, falls=falls, sure=column.sure)

    def _levels_before(self, row: Row, column: Column) -> bool:
        """Whether the row has a level in the last year of a rate, so that the rate leads up to it."""
        last = column.years.last if column.years else 0
        return any(
            one.meaning is Meaning.LEVEL and one.years and one.years.last == last and has_figure(cell)
            for cell, one in zip(row.cells, self.layout.columns, strict=False)
        ) or not is_ratio(row)

    def _level(
        self, row: Row, words: str, column: Column, years: Years, *, falls: bool, bracketed: bool, figure: Quantity
    ) -> Said:
        said = words if self.yearly else words + row.words
        summed = bracketed or column.cumulative or _SUMMED.search(said) is not None
        summed = summed or (column.spanned and _EVENTS.search(row.words) is not None)
        if summed and years.single:
            years = self._whole(years)
        if _GROWS_YEARLY.search(words):
            years = self._whole(years) if years.single else years
            if figure.form is not Form.PERCENT:
                return Said(Kind.INCREMENT, years, flow=Flow.PER_YEAR, falls=falls, sure=column.sure)
            return Said(Kind.GROWTH_ANNUAL, years, years.first - 1, falls=falls, sure=column.sure)
        if row.changes and bracketed and self.brackets_yearly:
            return Said(Kind.GROWTH_ANNUAL, years, years.first - 1, falls=falls, sure=column.sure)
        if figure.form is Form.PERCENT and _CHANGED.search(words) and self.aims(years):
            base = self.period.baseline
            return Said(
                Kind.GROWTH_TOTAL, years, base, falls=falls or _FALLING.search(words) is not None, sure=column.sure
            )
        if figure.form in (Form.AMOUNT, Form.BARE) and _CHANGED.search(words) and self.aims(years):
            return Said(Kind.INCREMENT, years, self.period.baseline, falls=falls, sure=column.sure)
        if row.changes and figure.form is Form.PERCENT:
            return self._change(row, words, column, years, falls=falls)
        if self.noted_year and years.single and re.search("[*＊※]", words) and not self.aims(years):
            years = Years(self.noted_year, self.noted_year)
        kind = Kind.SHARE if figure.form is Form.PERCENT else Kind.INCREMENT if row.adds else Kind.LEVEL
        return Said(kind, years, flow=Flow.FLOW if summed else Flow.STOCK, sure=column.sure)

    def _change(self, row: Row, words: str, column: Column, years: Years, *, falls: bool) -> Said:
        """A row that names a change (能耗降低) holds rates in its columns of years, means (年均增速) of the period."""
        yearly = _YEARLY.search(row.words) is not None or _YEARLY.search(words) is not None
        alone = falls and years.last == self.period.end and self.ends.stands_alone(row)  # 能耗降低 — 13.5: of the plan
        years = self._whole(years) if yearly or alone else years
        if not years.single and not yearly:
            return Said(Kind.GROWTH_TOTAL, years, years.first - 1, falls=falls, sure=column.sure and not alone)
        return Said(Kind.GROWTH_ANNUAL, years, years.first - 1, falls=falls, sure=column.sure and (yearly or not falls))

    def _summed(self, row: Row, column: Column, years: Years, figure: Quantity, *, falls: bool) -> Said:
        """What stands in brackets adds up over the period: a change in all, points more, or a sum of events."""
        if row.changes or (figure.form is Form.PERCENT and falls and not self.ends.levels_of(row)):
            kind = Kind.GROWTH_ANNUAL if self.brackets_yearly else Kind.GROWTH_TOTAL
            base = column.base_year or years.first - 1
            return Said(kind, years, base, falls=falls, sure=column.sure)
        if figure.form is Form.PERCENT and row.unit and not is_ratio(row):  # [-10.5%] of 微克/立方米
            return Said(Kind.GROWTH_TOTAL, years, column.base_year, falls=falls, sure=column.sure)
        if self.brackets_yearly and figure.form is Form.PERCENT and is_ratio(row) and self.ends.levels_of(row):
            if self.brackets_in_points:
                return Said(Kind.INCREMENT, years, flow=Flow.PER_YEAR, falls=falls, sure=column.sure)
            return Said(Kind.GROWTH_ANNUAL, years, years.first - 1, falls=falls, sure=column.sure)
        if self.ends.levels_of(row):
            return Said(Kind.INCREMENT, years, column.base_year, Flow.FLOW, falls=falls, sure=column.sure)
        return Said(Kind.LEVEL, years, flow=Flow.FLOW, sure=column.sure)

    def _whole(self, years: Years) -> Years:
        """Return the years that a sum under the heading of its last year adds up."""
        period = self.period
        if period.start and years.last == period.end:
            return Years(period.start, years.last)
        if period.previous and years.last == period.baseline:
            return Years(period.previous + 1, years.last)
        return years

    def aims(self, years: Years) -> bool:
        """Whether years lie behind what the plan has reached."""
        return self.period.baseline is not None and years.last > self.period.baseline
