"""Tables of places by indicators (县区 | 粮食产量（万吨）| 耕地面积（万亩）): columns are indicators, rows scopes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.tables.achieved import with_achieved
from planforge.facts.tables.budget_columns import budget_column, with_fulfilment
from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.column_years import timed
from planforge.facts.tables.columns import caption_year, head_column
from planforge.facts.tables.head_units import unit_in, without_unit
from planforge.facts.tables.measures import SUM_HEAD, measures_of, names_only_times
from planforge.facts.tables.reviewed import reviewed
from planforge.facts.tables.season_columns import (
    in_season,
    runs,
    season_level,
    season_told,
    with_seasons,
)
from planforge.facts.times.years_meant import Years
from planforge.facts.writing.normalise import reading_of
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Period

_PLACE_HEAD = expression(
    "^(?:各?(?:地区|地市|地方|区域|城市|乡镇|镇街|街道|区县|县区|县市区?|市县|市州|市区|园区|辖区|属地|(?:责任|承担|实施|目标)?单位|行政区划?|行政分区|设区市|省份|[县市区镇乡])"
    "|(?:[县市区州镇乡]|街道|乡镇|镇街|县区|区县|园区)?[（(][县市区州旗镇、街道乡园场办]{1,8}[）)])(?:名称|别)?$"
)
_PLACE = expression("^[\u4e00-\u9fff]{1,9}(?:[省市县区镇乡州盟旗]|街道|新城|园区|垦区|林区)$")
_WHOLE = expression("^全[省市县区州]$")
_BRANCHES = expression(
    "(?:分|按)(?:行业|地区|产业|领域|门类|类别|区域|用途|登记注册类型|经济类型)(?:分)?的?(?P<measure>[\u4e00-\u9fff]{2,16}?)的?"
    "(?:[（(][^（）()]{1,8}[)）])?(?:及其?|和|与)?(?:同比)?(?:增长速度|增速|增长率|增长情况|增长|变化)"
)
_COUNTS = expression("(?P<of>[\u4e00-\u9fff])数$")
_COUNT_UNITS = {"户": "户", "人": "人", "套": "套", "亩": "亩"}
_AIMED = expression("任务|目标|计划|规划|分解|分配")
_TASKED = expression("(?:任务|目标|计划|指标)[数值量]?$")
_PLACES_HELD = expression("位次|排名|名次|排位|位序|编码|代码|区号|邮编|电话")
_COMPARES = ("比上", "比去", "比多", "比常", "比年", "较", "与", "距")
_LEAST_PLACES = 2


def place_columns(
    heads: Sequence[str], rows: Sequence[Sequence[Text]], period: Period, caption: str, *, counted: bool
) -> tuple[tuple[Column, ...], tuple[str, ...], int] | None:
    """Return the columns, what each measures and the column of places; None when it is no such table.

    Every figure must have a year of its own or that of the caption. Where nothing names units, what is `counted` by its
    head (户数) is in the unit that this says.
    """
    at = next((index for index, head in enumerate(heads) if _PLACE_HEAD.match(head)), None)
    if at is None or at > 1:
        return None
    places = [row for row in rows if at < len(row) and place_in(reading_of(row[at]).text) is not None]
    if len(places) < _LEAST_PLACES or 2 * len(places) < len(rows):
        return None
    return measured_columns(heads, at, period, caption, counted=counted)


def measured_columns(
    heads: Sequence[str], at: int, period: Period, caption: str, *, counted: bool
) -> tuple[tuple[Column, ...], tuple[str, ...], int] | None:
    """Return the columns of a table whose rows are named at `at` and whose other heads say what is measured."""
    season = season_told(caption, heads, period)
    told = caption_year(caption) or _year_of(period)
    measures = measures_of(heads, at, caption)
    aimed = _aimed(heads[at] + caption, period) if told is None else None
    bare = not any(measures) and names_only_times(heads[at + 1 :])  # whose figures have no name, be it the place
    columns = tuple(
        _column(head, period, told, aimed, season, counted=counted)
        if measure or (bare and index > at)
        else Column(Meaning.OTHER)
        for index, (head, measure) in enumerate(zip(heads, measures, strict=True))
    )
    columns = tuple(reviewed(heads, with_seasons(in_season(columns, season)), caption, period))
    columns = _in_one_unit(columns, measures)
    columns = tuple(with_fulfilment(columns))
    columns = tuple(with_achieved(heads, [_rated(at, columns, heads[at], period) for at in range(len(columns))]))
    dated = any(
        column.meaning is Meaning.LEVEL or column.scope or (column.meaning is Meaning.ANNUAL and column.target)
        for column in columns
    )
    return (columns, measures, at) if dated else None


def _aimed(words: str, period: Period) -> Years | None:
    """Return the years of the plan whose tasks a table hands out, as its caption or its head (责任单位) says."""
    aims = period.start and period.end and (_AIMED.search(words) or "责任" in words or "承担" in words)
    return Years(period.start, period.end) if aims and period.start and period.end else None


def _year_of(period: Period) -> int | None:
    """Return the one year that a document tells of (2020年人口公报), None for a plan or a report on one month."""
    tells = period.start is None and period.end is None and period.previous is None and runs(period.season)
    return period.baseline if tells else None


def place_in(words: str) -> str | None:
    """Return the place that a cell names, "" for the whole (全市), None when it names none."""
    words = "".join(words.split())
    if _WHOLE.match(words):
        return ""
    return words if _PLACE.match(words) else None


def measure_of_branches(caption: str) -> str:
    """Return what a table by branches measures (分行业固定资产投资增长速度), "" when the caption tells none."""
    found = _BRANCHES.search(caption)
    return found["measure"] if found else ""


def _in_one_unit(columns: tuple[Column, ...], measures: Sequence[str]) -> tuple[Column, ...]:
    """Give columns without a unit that of the only one of their measure that has one: 总量（套） | 2023年 | 2024年."""
    named: dict[str, set[str]] = defaultdict(set)
    for column, measure in zip(columns, measures, strict=True):
        if column.meaning is Meaning.LEVEL and column.unit:
            named[measure].add(column.unit)
    return tuple(
        replace(column, unit=next(iter(named[measure])))
        if column.meaning is Meaning.LEVEL and not column.unit and len(named[measure]) == 1
        else column
        for column, measure in zip(columns, measures, strict=True)
    )


def _rated(at: int, columns: Sequence[Column], head: str, period: Period) -> Column:
    """Give a rate that names no year the year of the one level before it, or those of the several before it."""
    column = columns[at]
    if column.base_year is not None and not column.adjusted:
        return timed(at, columns, period)
    if column.sure or column.scope or column.meaning not in {*_RATED, Meaning.SHARE}:
        return column
    since = max((i for i in range(at) if columns[i].meaning in _RATED), default=-1)
    levels = [one.years for one in columns[since + 1 : at] if one.meaning is Meaning.LEVEL and one.years]
    if column.meaning is Meaning.SHARE or len(levels) > 1 or "均" in head:
        return timed(at, columns, period)
    if len(levels) != 1 or not levels[0].single:
        return Column(Meaning.OTHER)
    return Column(Meaning.ANNUAL, levels[0], levels[0].first - 1, column.unit, adjusted=True, falls=column.falls)


_RATED = frozenset({Meaning.ANNUAL, Meaning.TOTAL})


def _column(head: str, period: Period, told: int | None, aimed: Years | None, season: str, *, counted: bool) -> Column:
    found = budget_column(head, told, told=told is not None) or head_column(head, period, told, season)
    if found.meaning in {Meaning.NAME, Meaning.OTHER} and (level := season_level(head, period, told, season)):
        return level
    if found.scope or _PLACES_HELD.search(head):
        return found if found.scope else Column(Meaning.OTHER)
    if SUM_HEAD.match(without_unit(head)) and not told and period.start and period.end:
        years = Years(period.start, period.end)
        return Column(Meaning.LEVEL, years, unit=unit_in(head), target=True, cumulative=True, sure=False)
    if found.base_year is not None and not found.adjusted:
        return replace(found, unit=unit_in(head) or ("%" if found.meaning in _RATED else ""))
    if found.meaning is Meaning.TOTAL and found.adjusted:
        return replace(found, unit=unit_in(head) or "%")
    if found.meaning in _RATED:
        return _rate(found, head, period, told, aimed)
    if found.meaning in {Meaning.LEVEL, Meaning.SHARE} and found.years is not None:
        count = _COUNTS.search(head) if counted and found.meaning is Meaning.LEVEL and not found.unit else None
        return replace(found, unit=_COUNT_UNITS.get(count["of"], "个")) if count else found
    if found.meaning in {Meaning.NAME, Meaning.OTHER, Meaning.SHARE} and told and not head.startswith(_COMPARES):
        aims = (period.baseline is not None and told > period.baseline) or _TASKED.search(
            without_unit(head)
        ) is not None
        return Column(Meaning.LEVEL, Years(told, told), unit=unit_in(head), target=aims)
    if found.meaning in {Meaning.NAME, Meaning.OTHER} and aimed and unit_in(head):
        return Column(Meaning.LEVEL, aimed, unit=unit_in(head), target=True, cumulative=True, sure=False)
    return Column(Meaning.OTHER)


def _rate(found: Column, head: str, period: Period, told: int | None, aimed: Years | None) -> Column:
    """Return a rate in the year it names, in that of the caption, or in the one year whose tasks a table hands out."""
    if told is None and aimed is not None and aimed.single and "均" not in head:
        told = aimed.last
    if not found.years and not told:
        return replace(found, unit=unit_in(head) or "%", sure=False)
    years = found.years or Years(told or 0, told or 0)
    aims = period.start == period.end == years.last
    return Column(Meaning.ANNUAL, years, years.first - 1, unit_in(head) or "%", adjusted=True, target=aims)
