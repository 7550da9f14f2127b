"""From a table to statements: year columns, rate columns, units in heads, captions and row names.

A table whose layout is not understood gives no statement and is listed, so that nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import regex

from planforge.facts.cells import cell_quantity
from planforge.facts.growth import Kind
from planforge.facts.indicators import IndicatorTable, scope_of
from planforge.facts.normalise import read
from planforge.facts.quantity import Form, Quantity
from planforge.facts.statement import Flow, Gates, Position, Role, Source, Statement
from planforge.facts.time import Years
from planforge.outline.text import SegmentKind, Text
from planforge.plan.model import Period, Table, TablePassage
from planforge.source.place import Span


class _Meaning(Enum):
    INDEX = "index"
    NAME = "name"
    UNIT = "unit"
    LEVEL = "level"
    ANNUAL = "annual"
    TOTAL = "total"
    OTHER = "other"


@dataclass(frozen=True)
class _Column:
    """What a column holds: for levels the year, for rates the period; `unit` when its head names one."""

    meaning: _Meaning
    years: Years | None = None
    base_year: int | None = None
    unit: str = ""
    target: bool = False
    cumulative: bool = False


_YEAR = regex.compile(r"(?P<year>(?:19|20)\d\d)年?")
_SPAN = regex.compile(r"(?P<first>(?:19|20)\d\d)年?[-—–－~～至]+(?P<last>(?:19|20)\d\d)年?")
_RATE = regex.compile("年增率|年均增|年均递增|年增长|年增速|年均下降|年均降|平均增长|增速|年均")
_GROWTH = regex.compile("增长率|增长|增幅|累计降低|下降|变化率")
_TARGET = regex.compile("目标|规划|预期|计划")
_BRACKETED = regex.compile(r"[（(](?P<inside>[^（()）]*)[)）]\s*$")
_NAME_HEADS = regex.compile("指标|名称|项目|内容|类别")
_INDEX_HEADS = regex.compile("^(?:序号|编号|No\\.?|代码)$")
_UNIT_HEADS = regex.compile("^(?:计量)?单位$")
_BASE_HEADS = regex.compile("现状|基期|基准|基数|完成|实际|实绩")
_TOTAL_ROWS = regex.compile("^(?:合计|总计|小计|全市|共计)$")


def statements_of_table(
    passage: TablePassage, number: int, names: IndicatorTable, period: Period
) -> list[Statement] | None:
    """Return the statements of a table, or None when its layout is not understood."""
    table = passage.table
    columns = _columns(table, period)
    if not any(column.meaning is _Meaning.NAME for column in columns):
        return None
    if not any(column.meaning is _Meaning.LEVEL for column in columns):
        return None
    return [
        statement
        for row, cells in enumerate(table.rows)
        for statement in _row(passage, number, row, cells, columns, names, period)
    ]


def _columns(table: Table, period: Period) -> list[_Column]:
    heads = [read(head.printed).text.strip() for head in table.head]
    columns = [_column(head, period) for head in heads]
    years = sorted({column.years.last for column in columns if column.meaning is _Meaning.LEVEL and column.years})
    if not any(column.meaning is _Meaning.NAME for column in columns):
        first = next((i for i, column in enumerate(columns) if column.meaning is _Meaning.OTHER), None)
        if first is not None:
            columns[first] = _Column(_Meaning.NAME)
    return [_with_period(column, years, period) for column in columns]


def _column(head: str, period: Period) -> _Column:
    bracket = _BRACKETED.search(head)
    unit = bracket["inside"] if bracket and not _YEAR.search(bracket["inside"]) else ""
    if _INDEX_HEADS.search(head):
        return _Column(_Meaning.INDEX)
    if _UNIT_HEADS.search(head):
        return _Column(_Meaning.UNIT)
    rate = _Meaning.ANNUAL if _RATE.search(head) else _Meaning.TOTAL if _GROWTH.search(head) else None
    if span := _SPAN.search(head):
        years = Years(int(span["first"]), int(span["last"]))
        return _Column(rate or _Meaning.LEVEL, years, unit=unit, cumulative=rate is None)
    if rate is not None:
        return _Column(rate, unit=unit, target=_TARGET.search(head) is not None)
    if found := _YEAR.search(head):
        year = int(found["year"])
        return _Column(_Meaning.LEVEL, Years(year, year), unit=unit, target=_is_target(head, year, period))
    if _BASE_HEADS.search(head) and period.baseline:
        return _Column(_Meaning.LEVEL, Years(period.baseline, period.baseline), unit=unit)
    if _TARGET.search(head) and "指标" not in head and period.end:
        return _Column(_Meaning.LEVEL, Years(period.end, period.end), unit=unit, target=True)
    return _Column(_Meaning.NAME if _NAME_HEADS.search(head) else _Meaning.OTHER, unit=unit)


def _is_target(head: str, year: int, period: Period) -> bool:
    return bool(_TARGET.search(head)) or (period.baseline is not None and year > period.baseline)


def _with_period(column: _Column, years: list[int], period: Period) -> _Column:
    """Give a rate column without years those of the level columns: the only two, or the plan's own period."""
    if column.meaning not in {_Meaning.ANNUAL, _Meaning.TOTAL}:
        return column
    if column.years is not None:
        first, last = column.years.first, column.years.last
        base = first if first in years else first - 1
        return _Column(column.meaning, Years(base + 1, last), base, column.unit, _after(last, period))
    if len(years) == 2:
        return _Column(column.meaning, Years(years[0] + 1, years[1]), years[0], column.unit, _after(years[1], period))
    if len(years) > 2 and period.baseline in years and period.end in years and column.target:
        return _Column(
            column.meaning, Years(period.baseline + 1, period.end), period.baseline, column.unit, target=True
        )
    return _Column(_Meaning.OTHER)


def _after(year: int, period: Period) -> bool:
    return period.baseline is not None and year > period.baseline


def _row(
    passage: TablePassage,
    number: int,
    row: int,
    cells: tuple[Text, ...],
    columns: list[_Column],
    names: IndicatorTable,
    period: Period,
) -> Iterator[Statement]:
    at_name = next(i for i, column in enumerate(columns) if column.meaning is _Meaning.NAME)
    if at_name >= len(cells):
        return
    words, own_unit = _name_and_unit(read(cells[at_name].printed).text.strip())
    if not words or _TOTAL_ROWS.match(words):
        return
    unit = own_unit or _unit_cell(cells, columns) or (passage.table.unit.printed if passage.table.unit else "")
    name = names.resolve(words)
    levels = sorted(c.years.last for c in columns if c.meaning is _Meaning.LEVEL and c.years)
    for column, (cell, meaning) in enumerate(zip(cells, columns, strict=False)):
        if meaning.meaning not in {_Meaning.LEVEL, _Meaning.ANNUAL, _Meaning.TOTAL} or meaning.years is None:
            continue
        is_rate = meaning.meaning is not _Meaning.LEVEL
        figure = cell_quantity(cell.printed, "%" if is_rate else meaning.unit or unit)
        if figure is None:
            continue
        yield Statement(
            span=_figure_span(cell, figure),
            quote=_figure_span(cell, figure),
            indicator=name.indicator,
            head=words,
            known=name.known,
            tier=name.tier,
            scope=scope_of(name.scope),
            kind=_kind(meaning, figure),
            quantity=figure,
            role=_role(meaning, levels, period),
            years=meaning.years,
            source=Source.TABLE,
            position=Position(number, 0, row, column),
            base_year=meaning.base_year,
            flow=Flow.FLOW if meaning.cumulative or cell.printed.lstrip().startswith(("〔", "[")) else Flow.STOCK,
            falls="下降" in passage.table.head[column].printed or "降低" in passage.table.head[column].printed,
            gates=Gates(),
            context=passage.context,
            referenced=cell.segment_at(figure.number_at[0]).kind is SegmentKind.REFERENCE,
            label=passage.table.label,
        )


def _unit_cell(cells: tuple[Text, ...], columns: list[_Column]) -> str:
    at = next((i for i, column in enumerate(columns) if column.meaning is _Meaning.UNIT), None)
    return read(cells[at].printed).text.strip() if at is not None and at < len(cells) else ""


def _name_and_unit(words: str) -> tuple[str, str]:
    """Take a unit in brackets off the end of a row name: 高新技术企业（个） → (高新技术企业, 个)."""
    name = regex.sub(r"^(?:其中[：:]?|[一二三四五六七八九十\d]+[、.．]|[#＃*※—-]+)\s*", "", words)
    bracket = _BRACKETED.search(name)
    if bracket and len(bracket["inside"]) <= 8:
        return name[: bracket.start()].strip(), bracket["inside"].strip()
    return name, ""


def _kind(column: _Column, figure: Quantity) -> Kind:
    if column.meaning is _Meaning.ANNUAL:
        return Kind.GROWTH_ANNUAL
    if column.meaning is _Meaning.TOTAL:
        return Kind.GROWTH_TOTAL
    return Kind.SHARE if figure.form is Form.PERCENT else Kind.LEVEL


def _role(column: _Column, levels: list[int], period: Period) -> Role:
    if column.target or (column.years is not None and _after(column.years.last, period)):
        return Role.TARGET
    first = column.meaning is _Meaning.LEVEL and column.years is not None and column.years.last == levels[0]
    return Role.BASELINE if first and len(levels) > 1 else Role.ACTUAL


def _figure_span(cell: Text, figure: Quantity) -> Span:
    """The number, with its % when it has one."""
    start, end = figure.number_at
    if figure.form is Form.PERCENT and cell.printed[end : end + 1] in {"%", "％"}:
        end += 1
    return cell.span(start, end)
