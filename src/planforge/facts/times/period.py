"""What a document tells of its own years, and the city or county it is for.

A plan has a period (“十四五”, 2023—2025年). A report or a plan for one year looks back on the year before and sets that
year's targets; a bulletin tells of one year only. The title says which, then the lines below it, then the headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from planforge.facts.figures.numbers import chinese
from planforge.facts.names.own_area import area_in
from planforge.facts.times.censuses import census_in, taken_in
from planforge.facts.times.headlines import is_headline
from planforge.facts.times.period_below import period_under
from planforge.facts.times.season_words import season_in
from planforge.facts.times.told_as_done import told_as_done
from planforge.facts.times.years_named import one_year, period_in, years_in
from planforge.facts.writing.normalise import read, reading_of
from planforge.patterns import expression
from planforge.plan.model import Period, Plan

_DAY = expression("20\\d\\d年\\d{1,2}月\\d{1,2}日")
_HELD = expression(r"(?P<year>20\d\d)年(?P<month>\d{1,2})月")
_HELD_ASIDE = expression(r"[（(]\s*20\d\d年\d{1,2}月")
"""…的报告（2024年1月）, but 2022年10月财政收支情况 tells of that month."""
_HELD_CHINESE = expression("(?P<year>二[〇○零][〇○零一二三四五六七八九]{2})年(?P<month>十?[一二三四五六七八九十])月")
_LOOKS_BACK = expression(
    "公报|决算|回顾|年报|年鉴|总结|概况|运行|(?:普查|调查|审计)(?!.{0,8}(?:方案|计划|规划))|(?:分析|监测|评估|评价|审计|调研)报告"
    "|完成情况|执行情况|统计|(?:建设|进展|实施|推进|落实)情况|(?<!计划)[情状]况(?:$|（)"
    "|[情状]况的?(?:(?:专题|专项|综合|调研)?(?:报告|汇报|通报|分析|综述))"
    "|简介(?:$|（)|[省市县区]情(?:$|（)|(?:成就|成绩)(?:$|（)|(?:成就|成绩|成效|成果)(?:系列)?(?:报告|综述|述评)|(?<!规划)发展报告|年度报告|[白蓝]皮书"
)
_BUDGETED = expression("预算(?:安排|编制|草案|公开)*情况")
"""2023年预算安排情况的报告 tells what shall be, 预算执行情况 and 预算收支情况 what was."""
_REPORT = expression("工作报告|执行情况|(?<!决算)草案")
_TELLS = expression("(?<!计划)情况(?:$|（)|(?:发展|情况|评估|监测|进展|成就|总结)报告|公报|白皮书|年鉴")
_LINES = 8
_FIRST_PARAGRAPHS = 4
_HALFWAY = 2
"""A plan is looked back on halfway, in the middle of its third year."""
_LONGEST_LINE = 60
_LONGEST_HEADING = 45


def period_of(plan: Plan) -> Period:
    """Return the document's years; what it does not give outright is taken from its title, opening and headings."""
    given = plan.period
    if given.start is None or given.end is None:
        found = _told(plan)
        given = Period(
            given.start or found.start,
            given.end or found.end,
            found.baseline if given.baseline is None else given.baseline,
            found.previous if given.previous is None else given.previous,
        )
    whole, season = _whole(given), season_in(_title(plan) or next(iter(_opening(plan)), ""))
    return replace(whole, season=season) if season else whole


def _whole(given: Period) -> Period:
    """Fill in the year before the first, and for a period of several years where the one before it began."""
    if given.start is None or given.end is None:
        return given
    baseline = given.start - 1 if given.baseline is None else given.baseline
    length = given.end - given.start + 1
    previous = baseline - length if given.previous is None and length > 1 else given.previous
    return replace(given, baseline=baseline, previous=previous)


def _told(plan: Plan) -> Period:
    title, opening = _title(plan), list(_opening(plan))
    if (taken := _of_census(plan, title, opening)) is not None:
        return Period(baseline=taken)
    backward = (_looking_back(words) for words in (title, *opening))
    if (told := next((found for found in backward if found != Period()), None)) is not None:
        return told
    if _REPORT.search(title) and (found := _annual(title, opening)) != Period():
        return found
    leads_in = [words for words in opening if _LEADS_IN.search(words)]
    for words in (title, *opening):
        if words not in leads_in and (found := period_in(words)) != Period():
            return found
    retold = _tells_of_changes(plan)
    for words in (title, *opening):
        if (found := _annual(words, opening, retold=retold)) != Period():
            return found
    for words in leads_in:
        if (found := period_in(words)) != Period():
            return found
    headings = [reading_of(chapter.heading).text for chapter in plan.chapters]
    looked_back = (_annual(heading, opening) for heading in headings if "工作回顾" in heading)
    framed = (period_under(Period(), (heading,)) for heading in headings)
    spoken = (_of_a_part(words) for words in _parts(plan))
    found = next((found for found in (*looked_back, *framed, *spoken) if found != Period()), Period())
    return _of_results(plan) if found == Period() and tells_what_was(plan) else found


_LEADS_IN = expression("[，。][^。]*[：:]$|(?:如下|以下|下列)[^，。]{0,6}[：:]$")
"""A sentence that leads in what follows may name a plan that the document only serves: 为落实“十四五”规划，如下："""


def _of_census(plan: Plan, title: str, opening: list[str]) -> int | None:
    """Return the year that a bulletin on a census tells of, which is not that of its issue."""
    named = next((words for words in (title, *opening) if _SURVEY.search(words)), "")
    if not named or not _LOOKS_BACK.search(named):
        return None
    first = (reading_of(passage.text).text for passage in islice(plan.passages(), _FIRST_PARAGRAPHS))
    return census_in(named) or next((year for words in first if (year := taken_in(words))), None)


_SURVEY = expression("普查|国土调查|土地调查")


def _of_results(plan: Plan) -> Period:
    """Return the year of results whose title names none: the latest that the first paragraphs do."""
    first = islice(plan.passages(), _FIRST_PARAGRAPHS)
    years = {year for passage in first for year in years_in(_NOT_TOLD.sub("", reading_of(passage.text).text))}
    return Period(baseline=max(years)) if years else Period()


_NOT_TOLD = expression(
    r"(?:比|较|与|同|相较于?|由|从)(?:19|20)\d\d年(?![与和同至到])"
    r"|(?:力争|预计|确保|计划|争取)到?20\d\d年|到20\d\d年(?=[^。；\d]{0,20}(?:力争|将|要|目标|努力|确保|争取))"
)
"""A year that is only compared with, or looked ahead to, is not that of results."""


def _parts(plan: Plan) -> Iterator[str]:
    """Yield the headings of every depth, each once, and the captions of tables."""
    headings = dict.fromkeys(heading for passage in plan.passages() for heading in passage.context.headings)
    captions = (table.table.caption.printed for table in plan.tables())
    yield from (read(words).text for words in (*headings, *captions) if len(words) <= _LONGEST_HEADING)


def _of_a_part(words: str) -> Period:
    """Return the years of a plan without a title by what a part of it is called: “十四五”主要指标, “十三五”发展成就."""
    found = period_in(words)
    if found.start is None or found.end is None:
        return Period()
    if _ACHIEVED.search(words):
        return Period(found.end + 1, 2 * found.end - found.start + 1)
    return found if _AIMED.search(words) else Period()


_ACHIEVED = expression("回顾|成就|成绩|成效|总结|基础|完成情况|现状")
_AIMED = expression("目标|任务|指标|重点|思路|要求")


def _opening(plan: Plan) -> Iterator[str]:
    """Yield the short lines before the first chapter: parts of the title, who reports, where and when."""
    for text in plan.preface[:_LINES]:
        words = reading_of(text).text
        if len(words) <= _LONGEST_LINE and not words.endswith(("。", "；")) and _TOLD_OF_YEAR.match(words) is None:
            yield words


_TOLD_OF_YEAR = expression("(?:20\\d\\d|去|今|上)年，")
"""A sentence, be it without a full stop: 2022年，全县生产总值完成71.3亿元."""


def tells_what_was(plan: Plan) -> bool:
    """Whether the title or first line says that the document tells of results, be it without a year.

    第七次全国人口普查公报
    """
    first, title = next(_opening(plan), ""), _title(plan)
    outright = any(_LOOKS_BACK.search(words) is not None or is_headline(words) for words in (title, first))
    return outright or told_as_done(plan, title or first)


def _tells_of_changes(plan: Plan) -> bool:
    """Whether the first paragraphs compare with the year before, and set no aims."""
    first = [reading_of(passage.text).text for passage in islice(plan.passages(), _FIRST_PARAGRAPHS)]
    aims = any(_AIMS_AT.search(words) is not None for words in first)
    return not aims and any(_ON_YEAR.search(words) is not None for words in first)


_ON_YEAR = expression("同比|[比较](?:上年|去年)")
_AIMS_AT = expression("力争|目标|到20\\d\\d年|规划期|任务")
_PLANS = expression("规划|计划|方案|要点|报告|安排|意见|目标|任务|行动|预算|部署|建议|实事|清单|纲要|措施|政策")


def _looking_back(title: str) -> Period:
    """Return the years a report on several looks back on: 教育发展报告（2012—2021年）, “十三五”规划实施情况评估报告."""
    if not _TELLS.search(title):
        return Period()
    found = period_in(title)
    if found.start is None or found.end is None:
        return Period()
    if (year := _YEAR_AND_PLAN.search(title)) is not None and int(year["year"]) == found.end:
        return Period(baseline=found.end)
    last = found.start + _HALFWAY if "中期" in title else found.end
    return Period(baseline=last, previous=found.start - 1)


_YEAR_AND_PLAN = expression("(?P<year>20\\d\\d)年度?(?:暨|及|和|与|[（(]暨)[“”]?十[一二三四五六七]?五")
"""2015年暨“十二五”时期统计公报 tells of that year, and at its end of the five."""


def _annual(title: str, opening: list[str], *, retold: bool = False) -> Period:
    """Return the years of a document for one year: 2023年…公报 tells of 2023, 2024年政府工作报告 of 2023 and 2024.

    `retold`: whether its paragraphs compare with the year before; then a title that names no plan tells of results.
    """
    opening = [title, *opening]
    title = _DAY.sub("", title)
    years = years_in(title)
    if len(years) == 2 and years[1] == years[0] + 1:
        return one_year(years[1])
    looks_back = (_LOOKS_BACK.search(title) is not None or is_headline(title)) and _BUDGETED.search(title) is None
    if len(years) == 1 and (not _HELD.search(title) or (looks_back and not _HELD_ASIDE.search(title))):
        if "工作回顾" in title:
            return one_year(years[0] + 1)
        told = looks_back or (retold and not _PLANS.search(title))
        return Period(baseline=years[0]) if told else one_year(years[0])
    if years or not _REPORT.search(title):
        return Period()
    held = next((day for line in opening if (day := _held_in(line))), None)
    return one_year(held[0] + (held[1] >= 11)) if held else Period()


def _held_in(line: str) -> tuple[int, int] | None:
    """Return the year and month of the day that a line names, in digits or as 二〇二六年一月."""
    if (held := _HELD.search(line)) is not None:
        return int(held["year"]), int(held["month"])
    if (held := _HELD_CHINESE.search(line)) is None:
        return None
    return int(chinese(held["year"].replace("○", "〇")) or 0), int(chinese(held["month"]) or 1)


def home_of(plan: Plan) -> str:
    """Return the area that the title begins with (盘锦市), whose figures are those of the whole plan, else ""."""
    return area_in(_title(plan))


def _title(plan: Plan) -> str:
    return reading_of(plan.title).text if plan.title else ""
