"""The years that hold below a heading, and where a report begins to tell of its last year."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from planforge.facts.figures.numbers import chinese
from planforge.facts.times.season_words import season_in
from planforge.facts.times.years_named import one_year, period_in, years_in
from planforge.facts.writing.normalise import read
from planforge.patterns import expression
from planforge.plan.model import Period

_TURNS = expression(
    r"[\s—－-]*(?:(?:刚刚?|即将)过去的|过去的?一年|(?=20\d\d年是))(?:(?P<year>20\d\d)年)?(?:[，,]|是|全|我们)"
)
_COMING = expression("(?:今后|未来)(?P<n>[一二三四五六七八九十])年")
_PAST = expression(
    "(?:过去|近|最近|这)(?:一年[和与及])?(?P<n>[一二三四五六七八九十])年|(?P<n2>[一二三四五六七八九十])年来"
)
_LONGEST_HEADING = 45


@lru_cache(maxsize=512)
def period_under(period: Period, headings: tuple[str, ...]) -> Period:
    """Return the years that hold below headings, the innermost last: 2023年工作回顾, 今后五年的目标."""
    for heading in reversed(headings):
        words = read(heading).text
        framed = _framed(words, period) if len(words) <= _LONGEST_HEADING else None
        if framed is not None:
            return framed
    return period


def turns_to_last_year(words: str, period: Period) -> bool:
    """Whether a passage of a report on several years begins to tell of the last one: 刚刚过去的2025年, 2020年是…."""
    said = _TURNS.match(words) if period.start == period.end else None
    return said is not None and said["year"] in (None, str(period.baseline))


def turns_to_years(words: str, period: Period) -> bool:
    """Whether a passage of a report turns from its last year to the several years it looks back on: 这五年极不寻常."""
    return period.start == period.end and _OVER_YEARS.match(words) is not None


_OVER_YEARS = expression(r"[\s—－-]*(?:回顾|回望|总结)?(?:这|过去)(?:的)?[三四五]年(?!的今天)")


@lru_cache(maxsize=512)
def season_under(headings: tuple[str, ...]) -> str:
    """Return the part of a year that the innermost heading which names one tells results of, else ""."""
    for heading in reversed(headings):
        words = read(heading).text
        season = season_in(words) if len(words) <= _LONGEST_HEADING and len(years_in(words)) <= 1 else ""
        if season and _tells_results(words, season):
            return season
    return ""


@lru_cache(maxsize=512)
def sets_aims_below(period: Period, headings: tuple[str, ...]) -> bool:
    """Whether the innermost heading with a year sets that year's aims in a text on results: 三、2023年收支预算情况."""
    if period.end is not None or period.baseline is None:
        return False
    words = next((words for one in reversed(headings) if years_in(words := read(one).text)), "")
    later = words and min(years_in(words)) > period.baseline
    return bool(later) and _TO_COME.search(words) is not None and _RESULTS.search(words) is None


def _tells_results(heading: str, season: str) -> bool:
    told = _RESULTS.search(heading) is not None or (bool(season) and _OF_SEASON.search(heading) is not None)
    return told and _TO_COME.search(heading) is None


_RESULTS = expression("(?:执行|完成|运行|落实)(?:的?总体|的?基本|的?主要)?情况|决算")
_OF_SEASON = expression("(?:收支|实施|进展|发展|工作|建设)(?:总体|基本|主要)?情况|运行$|回顾|总结")
_TO_COME = expression(
    "草案|安排|目标|打算|任务|思路|建议|部署|下一步|预算(?!执行|收支|完成|调整)|计划(?!执行|完成|落实|实施|进展)"
)


def _of_results(heading: str, years: list[int], period: Period) -> Period | None:
    """Return the year whose results a section tells in a report that looks on to it as well: 2021年1至4月预算执行情况.

    今年上半年预算执行情况 names it too, in a report on last year's accounts.
    """
    if period.start is None or period.start != period.end or (years and years != [period.start]):
        return None
    season = season_in(heading)
    if not _tells_results(heading, season):
        return None
    this = bool(years) or (bool(season) and season == period.season)
    return Period(baseline=period.start, season=season) if this else None


def _framed(heading: str, period: Period) -> Period | None:
    years = years_in(heading)
    if (results := _of_results(heading, years, period)) is not None:
        return results
    if (coming := _COMING.search(heading)) and period.start is not None:
        return Period(period.start, period.start + int(chinese(coming["n"]) or 1) - 1, period.baseline, period.previous)
    if (past := _PAST.search(heading)) and period.baseline is not None:
        return replace(period, previous=period.baseline - int(chinese(past["n"] or past["n2"]) or 1))
    planned = period_in(heading)
    if planned != Period() and (years and planned.end is not None and planned.end <= (period.baseline or 0)):
        return _under_year(years[0], heading, period)  # 2025年工作总结和“十四五”发展成就
    if planned != Period():
        return _under_plan(heading, planned, period, one_more=bool(years))
    return _under_year(years[0], heading, period) if len(years) == 1 else None


def _under_plan(heading: str, planned: Period, period: Period, *, one_more: bool) -> Period | None:
    """Return the years below “十四五”时期工作回顾 or “十五五”时期目标 in a report for one year.

    Where the heading names `one_more` year beside the plan to come, targets stay that year's.
    """
    if planned.start is None or planned.end is None or period.baseline is None:
        return None
    if period.start != period.end:
        return _under_stage(planned, period) or _under_works(heading, planned, period)
    if planned.end <= period.baseline:
        return replace(period, baseline=planned.end, previous=planned.start - 1)
    if planned.start <= period.baseline or one_more:
        return None
    return replace(period, start=planned.start, end=planned.end)


def _under_stage(planned: Period, period: Period) -> Period | None:
    """Return the years below the heading of a stage of a plan for several years: 第一阶段（2022—2023年）."""
    first, last = planned.start or 0, planned.end or 0
    start, end = period.start or first, period.end or 0
    within = start <= first < last <= end and (first, last) != (start, end)
    return replace(period, start=first, end=last, stage=True) if within else None


def _under_works(heading: str, planned: Period, period: Period) -> Period | None:
    """Return the years below a heading that calls the works those of the whole plan: “十三五”重点工程."""
    whole = (planned.start, planned.end) == (period.start, period.end)
    return replace(period, stage=True) if whole and _WORKS.search(heading) is not None else None


_WORKS = expression("(?:工程|项目)(?:一览表?|清单|表)?$")


def _under_year(year: int, heading: str, period: Period) -> Period:
    """Return a period with the year of a heading as that of its targets, or as that it looks back on."""
    reviewed = re.search("回顾|总结", heading) is not None  # 2018年政府工作报告, 2018年工作回顾
    past = reviewed or (year <= period.baseline if period.baseline is not None else re.search("成效|情况", heading))
    if past and not reviewed and period.start == period.end and period.start is not None and year < period.start:
        return replace(
            period, start=None, end=None, baseline=year, season=season_in(heading)
        )  # 2023年主要工作, in a plan for 2024
    if past:
        return replace(period, baseline=year, previous=period.previous if year == period.baseline else None)
    if period.start is None or period.start == period.end or year < period.start:
        return one_year(year)
    return replace(period, end=year)
