"""Aims without a year in tables that look back: 规划目标 | 2020年实际, “十三五”规划目标完成情况.

Such an aim is that of the year which the table reviews, not of the last year of the plan that the table stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.column_years import one_year
from planforge.facts.times.years_named import period_in, years_in
from planforge.patterns import expression
from planforge.plan.model import Period

_DATED = expression(r"\d|五")
_LOOKS_BACK = expression("完成|实现|执行|落实|达成|回顾|评估|总结|成就|成效")
_REACHED = expression("(?:完成|实现|达到)(?!率|比例|时|目标|任务)|实际|实绩")
_AIM = expression("目标|规划|计划|预期|任务")
_PLAN = expression("十[一二三四五六七八]?五")


def reviewed(heads: Sequence[str], columns: Sequence[Column], caption: str, period: Period) -> list[Column]:
    """Return the columns, those of aims without a year moved from the plan's end to the year that the table reviews."""
    aims = [at for at, column in enumerate(columns) if _undated_aim(heads[at], column, period)]
    year = _reviewed_year(heads, columns, aims[0], caption, period) if aims else None
    if year is None:
        return list(columns)
    return [replace(one, years=one_year(year)) if at in aims else one for at, one in enumerate(columns)]


def _undated_aim(head: str, column: Column, period: Period) -> bool:
    """Whether a column of aims has its year from nothing but the end of the plan."""
    aim = column.meaning is Meaning.LEVEL and column.target and not (column.whole or column.cumulative)
    return aim and column.years == one_year(period.end) and _DATED.search(head) is None


def _reviewed_year(
    heads: Sequence[str], columns: Sequence[Column], aim: int, caption: str, period: Period
) -> int | None:
    """Return the year that a table reviews, not after the plan's baseline; None where it looks ahead.

    What was reached tells it where it stands behind the aim: 2020年实际 | 目标 goes from there to the plan's end.
    """
    if period.baseline is None:
        return None
    if (told := _told_by(caption)) is not None:
        return told if told <= period.baseline else None
    for head, column in zip(heads[aim + 1 :], columns[aim + 1 :], strict=True):
        if _REACHED.search(head) is not None and _AIM.search(head) is None:
            last = column.years.last if column.years is not None and column.meaning is Meaning.LEVEL else None
            return last if last is not None and last <= period.baseline else None
    return None


def _told_by(caption: str) -> int | None:
    """Return the last year of the one plan, or the one year, whose fulfilment a caption announces."""
    if _LOOKS_BACK.search(caption) is None or len(set(_PLAN.findall(caption))) > 1:
        return None
    years = years_in(caption)
    return period_in(caption).end or (years[0] if len(years) == 1 else None)
