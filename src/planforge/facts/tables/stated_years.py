"""The years of a plan that does not tell them, by the columns of its table of aims: 指标 | 2020年 | 2025年 | 2030年.

The last column before the first year that the plan sets aims for is what it starts from.
"""

from __future__ import annotations

from planforge.facts.tables.column import Meaning
from planforge.facts.tables.layout import Layout
from planforge.facts.writing.normalise import read
from planforge.patterns import expression
from planforge.plan.model import Period, TablePassage

_AIMS = expression("目标|任务")
_MAY_AIM = expression("指标|规划|计划")
_REVIEWS = expression("完成|实现|执行|落实|回顾|评估|总结|成就|成效|现状|情况|变化|历年|近年")
_MOST_BY_CAPTION = 3
"""Of more years than that a caption alone cannot tell which are to come."""
_AHEAD = 5
"""主要指标 over so many years at least are not those of two years past."""


def years_of_plan(layout: Layout, passage: TablePassage, first_aim: int) -> Period:
    """Return the years that a table's columns give the plan, none where they cannot be told.

    Args:
        layout: the table as it is laid out without a period.
        passage: the table, whose caption and headings tell whether it sets aims.
        first_aim: the first year that the plan's paragraphs set aims for, 0 for none.
    """
    levels = (one for one in layout.columns if one.meaning is Meaning.LEVEL and one.years and not one.whole)
    years = sorted({one.years.last for one in levels if one.years and one.years.single})
    told = read(f"{passage.table.caption.printed} {next(iter(passage.context.headings[-1:]), '')}").text
    if len(years) < 2 or _REVIEWS.search(told) is not None:
        return Period()
    before = [year for year in years if year < first_aim]
    if before and before[-1] != years[-1]:
        return Period(before[-1] + 1, years[-1], before[-1])
    sets_aims = _AIMS.search(told) or (_MAY_AIM.search(told) and years[-1] - years[0] >= _AHEAD)
    told_by_caption = sets_aims and len(years) <= _MOST_BY_CAPTION and not before
    return Period(years[0] + 1, years[-1], years[0]) if told_by_caption else Period()
