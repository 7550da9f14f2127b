"""Columns of bulletins on a part of a year: 9月, 1—9月累计, 本月, 累计, and the rates beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.column_years import one_year
from planforge.facts.tables.head_units import YEAR, unit_in, without_unit
from planforge.facts.times.season_words import PART_OF_YEAR, WHOLE_YEAR, last_month, season_in, season_named, up_to
from planforge.patterns import expression
from planforge.plan.model import Period

_MAY_BE_SEASON = expression("[月季]|半年|累计")
_THIS_MONTH = expression("^(?:本|当|单)月(?:份|止)?")
_SUMMED = expression(
    "^(?:(?:本年|全年|年初(?:以来)?|自年初|(?:1月?[-—－~～至到]|年初至|至)(?:本|当)月)(?:止)?(?:累计)?|累计)"
)
_LEVEL = expression(
    "(?:全[国省市县区州]|累计|完成|实际|实绩|绝对|总|本年|数据|产|投资|销售|收入|指标)*(?:[值数量额]|情况)?"
    "|[^，。；]{0,8}(?:产量|产值|增加值|收入|投资|税收|用电量|总额|利润|金额)"
)
_CHANGE = expression("同比|同期(?:累计)?对比|(?:比|较)(?:上年|去年)|增长|增速|增幅|增减|[±＋+][%％]")
_OTHER = expression("环比|上月|上季|位次|排名|名次|排位|占|比重|计划|目标|预算|完成率|拉动|贡献|回落|加快|百分点")
_RATES = frozenset({Meaning.ANNUAL, Meaning.TOTAL})


def season_column(head: str, period: Period, told: int | None, of: str) -> Column | None:
    """Return the column that a head with a part of a year names, None when it names none.

    Args:
        head: the words of the head.
        period: the years of the plan.
        told: the year of the whole table.
        of: the part of a year that the table or the report is on, "" for none.
    """
    if _MAY_BE_SEASON.search(head) is None:
        return None
    words = without_unit(head)
    year = YEAR.search(words)
    words = YEAR.sub("", words, count=1)
    season, rest = _split(words, of)
    last = int(year["year"]) if year else told or period.baseline
    aims = period.end is not None and last is not None and period.baseline is not None and last > period.baseline
    if not season or last is None or aims:
        return None  # whether a plan means what it has reached or what it wants by half a year is not said
    if _OTHER.search(rest):
        return Column(Meaning.OTHER)
    years, sure = one_year(last), year is not None or told is not None
    scope = "" if season == WHOLE_YEAR else season
    if _CHANGE.search(rest):
        falls = "下降" in rest and "增" not in rest
        return Column(Meaning.ANNUAL, years, last - 1, scope=scope, adjusted=True, falls=falls, sure=sure)
    return Column(Meaning.LEVEL, years, scope=scope, sure=sure) if _LEVEL.fullmatch(rest.strip("（()）")) else None


def season_level(head: str, period: Period, told: int | None, of: str) -> Column | None:
    """Return the column of a head that says what is measured in a part of a year: 1—5月新开工项目（个）, else None."""
    if _MAY_BE_SEASON.search(head) is None:
        return None
    words = YEAR.sub("", without_unit(head), count=1)
    season, rest = _split(words, of)
    year = YEAR.search(head)
    last = int(year["year"]) if year else told or period.baseline
    if not season or last is None or last != period.baseline or _MEASURED.fullmatch(rest) is None:
        return None
    if _OTHER.search(rest) or _CHANGE.search(rest):
        return None
    scope = "" if season == WHOLE_YEAR else season
    return Column(Meaning.LEVEL, one_year(last), head=head, unit=unit_in(head), scope=scope, sure=told is not None)


_MEASURED = expression("[\u4e00-\u9fff]{2,12}")


def runs(season: str) -> bool:
    """Whether a season is no single month: what a report on May gives without saying so may be that of 1—5月."""
    return not season.endswith("月") or "—" in season or season == "1月"


def in_season(columns: Sequence[Column], season: str) -> list[Column]:
    """Return the columns, those of levels in the year of a table on a part of it as levels in that part."""
    if not season or not runs(season) or season == _ANY or any(column.scope for column in columns):
        return list(columns)
    return [
        replace(column, scope=season) if column.meaning is Meaning.LEVEL and not column.target else column
        for column in columns
    ]


def _split(words: str, of: str) -> tuple[str, str]:
    """Return the part of a year that a head begins with, and its other words; 本月 and 累计 are those of `of`."""
    found = PART_OF_YEAR.match(words)
    if found is not None and found[0] not in _THESE and not words.startswith("末", found.end()):
        return season_named(found), words[found.end() :].removeprefix("份").removeprefix("止")
    if words.startswith(_WHOLE_SUM):
        return WHOLE_YEAR, words.removeprefix(_WHOLE_SUM)
    if not of:
        return "", words
    if (month := _THIS_MONTH.match(words)) is not None:
        return last_month(of) or month[0], words[month.end() :]
    summed = _SUMMED.match(words)
    return (up_to(of), words[summed.end() :]) if summed is not None else ("", words)


_WHOLE_SUM = "全年累计"
_THESE = ("当月", "当日", "单日")


def without_season(words: str) -> str:
    """Return the words of a head without the part of a year that they begin with: 9月增速, 本月, 2023年1—9月产量."""
    if _MAY_BE_SEASON.search(words) is None:
        return words
    year = YEAR.match(words)
    season, rest = _split(words[year.end() :] if year else words, _ANY)
    return rest if season else words


_ANY = "累计"


def season_told(caption: str, heads: Sequence[str], period: Period) -> str:
    """Return the part of a year that a table is on: that of its caption or title, else 累计 beside 本月."""
    told = season_in(caption) or period.season
    return told or ("累计" if any(map(_THIS_MONTH.match, heads)) else "")


def with_seasons(columns: Sequence[Column]) -> list[Column]:
    """Return the columns with rates that name no time being those of the parts of a year right before them."""
    found = list(columns)
    for at, column in enumerate(found):
        if (year_before := _year_before(column, found[:at])) is not None:
            found[at] = year_before
            continue
        level = _level_before(found[:at]) if column.meaning in _RATES and not column.scope else None
        if level is not None and column.years in (None, level.years) and not YEAR.search(column.head):
            last = level.years.last if level.years else 0
            rate = replace(column, meaning=Meaning.ANNUAL, years=level.years, base_year=last - 1, adjusted=True)
            found[at] = replace(rate, scope=level.scope, sure=level.sure)
    several = len({one.scope for one in found if one.meaning is Meaning.LEVEL}) > 1
    return [Column(Meaning.OTHER) if several and _is_of_any(at, found) else one for at, one in enumerate(found)]


def _is_of_any(at: int, columns: Sequence[Column]) -> bool:
    """Whether a rate in a table on several parts of a year does not say of which it is, nor stands beside one."""
    column = columns[at]
    beside = at > 0 and columns[at - 1].meaning is Meaning.LEVEL
    return column.meaning in _RATES and not (column.scope or beside or YEAR.search(column.head))


def _year_before(column: Column, before: Sequence[Column]) -> Column | None:
    """Return a column 去年同月, 去年同期累计 as that of the part of a year which one before it holds; else None."""
    told = _YEAR_BEFORE.match(without_unit(column.head)) if column.head.startswith(_LAST_YEARS) else None
    if told is None or column.meaning not in (Meaning.OTHER, Meaning.LEVEL):
        return None
    levels = [one for one in before if one.scope and one.meaning is Meaning.LEVEL and one.years and one.years.single]
    if told["of"] == "累计":
        levels = [one for one in levels if runs(one.scope)]
    elif told["of"]:
        levels = [one for one in levels if not runs(one.scope)]
    elif not before or before[-1] not in levels:
        return None  # 去年同期 of which of them is not said
    if not levels or (last := levels[-1].years) is None:
        return None
    return replace(levels[-1], head=column.head, unit=unit_in(column.head), years=one_year(last.last - 1))


_LAST_YEARS = ("去年", "上年")
_YEAR_BEFORE = expression("[去上]年(?:同期)?(?:同?(?P<of>[本当]?月|累计))?(?:完成|实际|实绩)?[值数量额]?$")


def _level_before(columns: Sequence[Column]) -> Column | None:
    """Return the column of a part of a year right before, of 2023年上半年 and 2022年上半年 the later one."""
    before = columns[-1] if columns else None
    if before is None or not before.scope or before.meaning is not Meaning.LEVEL:
        return None
    alike = takewhile(lambda one: one.scope == before.scope and one.meaning is Meaning.LEVEL, reversed(columns))
    return max(alike, key=lambda one: one.years.last if one.years else 0)
