"""Over how many years a mean or a sum is: since the year before it was compared with, 五年累计, 三年年均."""

from __future__ import annotations

import re

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.numbers import chinese
from planforge.facts.passage import PassageReader
from planforge.facts.times.runs_of_years import run_of_mean
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around
from planforge.patterns import expression

_SO_MANY = "(?<![第个十\\d])(?P<n>[二两三四五六七八九十]|[2-9]|1\\d)年"
MEAN_OF_YEARS = expression(_SO_MANY + "(?:来|间)?(?:年均|平均每年|年平均)")
SUMMED_YEARS = expression(
    _SO_MANY + "(?:(?:来|间)?(?:累计|合计|总计|共)"
    "|(?=城镇新增|新增|规划投|计划投|完成|投资|投入|引进|实施|改造|新建|建设|收储|实际|签约|[\u4e00-\u9fff]{2,8}投资))"
)


def since_base(reader: PassageReader, around: Around) -> int | None:
    """Return from when on a mean of what was added is: 比2012年增加9486人，年均增加1054人."""
    last = reader.done[-1] if reader.done else None
    if last is None or around.grown is None or last.kind is not Kind.INCREMENT or not last.adds:
        return None
    return last.base_year if last.position.sentence == reader.sentence else None


def averaged_over(reader: PassageReader, around: Around, years: Years) -> Years:
    """Return the years that a mean rate is over where the document has no period: “十三五”时期…年均增长7%."""
    before = [one for one in reader.moments if one.end <= around.figure.start]
    sentence = reader.sentence
    began = (one for one in reversed(before) if one.origin and one.start >= sentence and one.years.last < years.last)
    if (origin := next(began, None)) is not None:
        return Years(origin.years.last + 1, years.last)
    if (first := _first_of_two(reader, years)) is not None:
        return Years(first + 1, years.last)
    runs = (one.years for one in reversed(before) if not one.years.single and one.years.last == years.last)
    return next(runs, None) or run_of_mean(reader, around, years)


def _first_of_two(reader: PassageReader, years: Years) -> int | None:
    """Return the first year of 1978年常住人口110万人，2009年达到190万人，年平均增长1.8%."""
    if len(reader.done) < 2:
        return None
    base, end = reader.done[-2:]
    same = base.indicator == end.indicator and base.scope == end.scope and base.position == end.position
    if not same or base.years is None or end.years != years or not base.years.single or base.kind is not end.kind:
        return None
    return base.years.last if base.kind.is_state and base.years.last < years.last else None


def count_in(pattern: re.Pattern[str], reader: PassageReader, around: Around) -> int:
    """Return over how many years a figure says to be (五年累计完成投资320亿元, 三年年均增长7%), else 0."""
    if reader.words.find("年", around.start, around.figure.start) < 0:
        return 0
    said = pattern.search(reader.words, around.start, around.figure.start)
    if said is None:
        return 0
    return int(said["n"]) if said["n"].isdigit() else int(chinese(said["n"]) or 0)
