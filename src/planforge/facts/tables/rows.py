"""What the rows of a table name: an indicator and its unit, or a place whose columns are the indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.figures.literals import unit_end
from planforge.facts.names.indicators import IndicatorTable, Name
from planforge.facts.tables.area_columns import priced
from planforge.facts.tables.branch_columns import branch_in
from planforge.facts.tables.branch_rows import branch_measures
from planforge.facts.tables.column import Meaning
from planforge.facts.tables.group_wholes import group_wholes
from planforge.facts.tables.head_units import YEAR, counted_unit, unit_in, without_unit
from planforge.facts.tables.layout import Layout, is_total, is_yearly
from planforge.facts.tables.matrix import measure_of_branches, place_in
from planforge.facts.tables.numbered_rows import units_above
from planforge.facts.tables.row_groups import row_groups
from planforge.facts.tables.row_parts import Whole, row_wholes
from planforge.facts.writing.normalise import reading_of
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Table
from planforge.records import record

_ALSO = expression("(?<=[\u4e00-\u9fff])[（(][^（()）]{1,3}[)）]$")
"""万套（间）."""
_ADDED_UP = expression(r"(?<=[\u4e00-\u9fff])[（(\[〔](?:[三五]年)?累计[数值]?[)）\]〕]$")
"""实际利用外资（五年累计）: what its figures are, no part of the name."""
_ADDED = expression("^(?:新增加?|新建成?|新培育|净增)(?!劳动力|人口|企业|就业)(?P<of>[\u4e00-\u9fffA-Za-z0-9].+)$")
_RATIOS = ("%", "％", "‰")
_NO_UNIT = ("/", "／", "无")
_MARKS = expression(
    r"^(?:(?:其中[：:]?|[一二三四五六七八九十]+、|\d+[.．、](?!\d)|\d{1,2}[.．]\d{1,2}[.．、]?(?=[\u4e00-\u9fff]{2})(?!个百分点)|[（(](?:\d+|[一二三四五六七八九十]+)[)）]|[#＃*※•·—-]+|①|②|③)\s*){1,3}"
)
"""Numbers before a name, and that it is a part of what stands above: 2.其中：."""
_NOTED = expression(r"[*＊※①②③④⑤⑥⑦⑧⑨⑩]+$|[（(]?注\d?[)）]?$|(?<!^)[\[〔［]\d{1,2}[\]〕］]$")
_NOTE_INSIDE = expression(r"(?<=[\u4e00-\u9fff])\d(?=[\u4e00-\u9fff]{2})")
_CHANGE = expression(
    "^(?P<of>.{2,}?)(?:年均|累计|年度|同比|名义|实际|逐年)*"
    "(?P<word>增长率|增长速度|增速|增幅|增长|降低率|下降率|降幅|降低|下降|减少|削减|压减)(?:幅度|比例|率)?$"
)
_BLANKS = expression(r"\s+")
_ACCOUNT_SUM = expression(
    "(?P<of>(?:[省市县区]本?级|全[省市县区])?(?:(?:一般公共|政府性基金|国有资本经营|社会保险基金)(?:预算)?|税收|非税)(?:收入|支出))"
    "(?:合计|小计)"
)
_NO_CHANGE = expression("自然增长率?$|人口增长率?$")
_FALLING = expression("下降|降低|减少|削减|压减|降幅")


def _without_notes(words: str) -> str:
    """Take out the numbers of notes inside a name (城市2空气质量); a number that has a unit stays (3岁以下婴幼儿)."""
    return _NOTE_INSIDE.sub(lambda match: match[0] if unit_end(words, match.end()) > match.end() else "", words)


@record(frozen=True)
class Row:
    """A row that names an indicator: its number, its name, its unit, and what its name says of a change.

    `summed` for the total of places, which need not be all there are; `adds` for a row of what comes to what there is.
    """

    number: int
    cells: tuple[Text, ...]
    words: str
    name: Name
    unit: str
    changes: bool = False
    falls: bool = False
    summed: bool = False
    adds: bool = False


class RowNames:
    """The rows of one table by what they name."""

    def __init__(self, table: Table, layout: Layout, names: IndicatorTable) -> None:
        self.layout = layout
        self.names = names
        self.caption = reading_of(table.caption).text
        levels = any(column.meaning is Meaning.LEVEL for column in layout.columns)
        self.yearly = is_yearly(layout)
        self.groups = row_groups(table, layout)
        self.measured = branch_measures(table, layout, self.caption)
        self.wholes = {**row_wholes(table, layout), **group_wholes(table, layout)}
        united = any(column.meaning is Meaning.UNIT for column in layout.columns)
        self.lent = {} if united else units_above(table, layout.name)
        cells = (row[layout.name] for row in table.rows if layout.name < len(row))
        self.written = frozenset(_BLANKS.sub("", reading_of(cell).text) for cell in cells)
        self.branches_of = "" if levels else measure_of_branches(self.caption)

    def indicator(self, number: int, cells: tuple[Text, ...]) -> Row | None:
        """Return a row that names an indicator, None for one of totals and one that only names a group."""
        if self.layout.name >= len(cells):
            return None
        written = reading_of(cells[self.layout.name]).text.strip()
        words = _without_notes(_NOTED.sub("", _MARKS.sub("", written)).strip())
        name = without_unit(words)
        if is_total(name) and self.branches_of:
            name = self.branches_of
        if (total := self._total_of_projects(cells)) is not None:
            return Row(number, cells, total, Name("", scope=total), self._unit_cell(cells), summed=True)
        if not name or is_total(name) or YEAR.fullmatch(name) or len({cell.printed for cell in cells}) == 1:
            return None
        if (whole := self.wholes.get(number)) is not None:
            return self._part(number, cells, name, self._unit_cell(cells) or unit_in(words) or whole.unit, whole)
        named = self._whole_name(self._account(_ADDED_UP.sub("", name)))
        unit = self._unit_cell(cells) or unit_in(words) or self.lent.get(number, "")
        return self._row(number, cells, name, unit, named)

    def _account(self, name: str) -> str:
        """Return the account that a row adds up (一般公共预算收入合计), unless the account is a row of its own.

        Beside 一般公共预算收入 itself such a sum holds transfers and what was left over as well.
        """
        added = _ACCOUNT_SUM.fullmatch(name)
        return added["of"] if added is not None and added["of"] not in self.written else name

    def _total_of_projects(self, cells: Sequence[Text]) -> str | None:
        """Return the word 合计 of a row that tells what all projects cost; it may stand before the names."""
        if not any(column.whole for column in self.layout.columns):
            return None
        first = (words for cell in cells[: self.layout.name + 1] if (words := reading_of(cell).text.strip()))
        return next((words for words in first if is_total(words)), None)

    def _part(self, number: int, cells: tuple[Text, ...], name: str, unit: str, whole: Whole) -> Row:
        """Return a row that is a part of the one above, with what it leaves out of it: 其中：高速铁路, 其中：小学."""
        if whole.led and not whole.sure:
            return Row(number, cells, name, Name("", scope=name), unit)
        if named := whole.name_of(_ADDED_UP.sub("", name)):
            return self._row(number, cells, name, unit, self._whole_name(named))
        known = self.names.resolve(name + whole.name)
        if known.known and not known.scope:
            return self._row(number, cells, name, unit, name + whole.name)
        row = self._row(number, cells, whole.name, unit, whole.name)
        return replace(row, name=replace(row.name, scope=name + row.name.scope))

    def place(self, number: int, cells: tuple[Text, ...], column: int) -> Row | None:
        """Return what a cell is of where rows are places and columns indicators, None when the row names no place."""
        measure = self.layout.measures[column]
        words = reading_of(cells[self.layout.name]).text if self.layout.name < len(cells) else ""
        summed = is_total(words)
        place = "" if summed else branch_in(words) if self.layout.by_branch else place_in(words)
        if place is None or (not measure and any(self.layout.measures)):
            return None
        named = place + measure if self.layout.by_branch else measure
        row = self._row(number, cells, measure, self.layout.columns[column].unit, named)
        if self.layout.by_branch:
            return replace(row, summed=summed)
        return replace(row, name=replace(row.name, scope=place + row.name.scope), summed=summed)

    def _row(self, number: int, cells: tuple[Text, ...], words: str, unit: str, name: str) -> Row:
        unit = counted_unit(unit, name)
        change = None if _NO_CHANGE.search(name) or unit not in ("%", "％", "") else _CHANGE.match(name)
        written = self._of_branch(number, change["of"] if change else name, unit)
        resolved = self.groups.name(number, written, self.names)
        falls = bool(change and _FALLING.search(change["word"]))
        row = Row(number, cells, words, resolved, unit, change is not None, falls)
        added = _ADDED.match(written)
        # 城镇新增就业 is an indicator of its own
        return self._adding(row, written, added["of"]) if added and "新增" not in resolved.indicator[1:] else row

    def _adding(self, row: Row, written: str, of: str) -> Row:
        """Return a row of what is added, as prose has it: 新增高标准农田 adds to 高标准农田.

        Where there is a figure for each year none of them is what the period adds, and the row stands for itself.
        """
        if self.yearly or row.unit in _RATIOS:
            return replace(row, name=Name(written, scope=row.name.scope)) if row.unit not in _RATIOS else row
        return replace(row, name=self.groups.name(row.number, of, self.names), adds=True)

    def _whole_name(self, name: str) -> str:
        """制造业 in a table of 固定资产投资 by branches stands for the investment there."""
        named = priced(self.caption, name) if self.layout.by_area else name
        return named if self.branches_of in named else named + self.branches_of

    def _of_branch(self, number: int, name: str, unit: str) -> str:
        """第一产业 in a table of 地区生产总值, or below it, stands for what that sector adds."""
        units = (unit, *(column.unit for column in self.layout.columns), *self.layout.units)
        money = number in self.measured and any(one.endswith("元") for one in units)
        return name + self.measured[number] if money and not name.endswith(self.measured[number]) else name

    def _unit_cell(self, cells: Sequence[Text]) -> str:
        at = next((i for i, column in enumerate(self.layout.columns) if column.meaning is Meaning.UNIT), None)
        words = reading_of(cells[at]).text.strip() if at is not None and at < len(cells) else ""
        return _ALSO.sub("", words).strip("（()）—-") if words not in _NO_UNIT else ""
