"""Columns of budgets that name no year: 预算数, 调整预算, 执行数, 上年决算数, 完成预算%.

Their year is that of the table or of the document; the last budget of a year is what its execution is measured by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.column_years import one_year
from planforge.facts.tables.head_units import unit_in, without_unit
from planforge.patterns import expression
from planforge.plan.model import Period

_AIMED = expression(
    "(?:本年|全年|当年|年度)?(?:年初|调整后?|变动后?|批准的?|代编)?预算(?:安排)?[数额]?"
    "|(?:本年|全年|当年|年度)(?:目标|计划|任务)[值数额]?|(?:目标|计划|任务)[值数额]"
)
_REACHED = expression(
    "(?P<before>上年|去年|上年度)?(?:本年|全年|当年|预计)?(?:实际|累计|预计)?(?:执行|决算|完成|收入完成|支出完成)[数额]"
)
_FULFILLED = expression(
    "(?:执行数|决算数|完成数)?(?:为|占|完成)(?:本年|全年|年初|调整后?|变动后?|年度?)*(?:预算|计划|目标|任务)[数额]?的?(?:比例|比重)?[（(]?[%％][）)]?"
)
_RATE_OF_PLAN = expression(
    "(?:(?:本年|全年|年度|年初)?(?:预算|计划|目标|任务|投资)*(?:完成|执行)(?:率|比例|比|进度)|(?:预算|计划|目标|任务)(?:完成)?进度)(?:[（(]?[%％][）)]?)?"
)
"""完成率: of what the columns before it tell."""
_CHANGED = expression("年初|调整|变动")
_CHANGED_SHARE = "调整预算完成率"
"""Of a budget that was changed there are two such rates, which are not to be taken for one."""


def year_of_budget(heads: Sequence[str], period: Period, told: int | None) -> int | None:
    """Return the year of columns that name none, None in a plan for several years and where it is not known.

    In a report on one year with a plan for the next what was reached is that of the year looked back on.
    """
    if told is not None or period.start != period.end:
        return told
    reached = (_REACHED.fullmatch(without_unit(head)) for head in heads)
    looks_back = any(found is not None and not found["before"] for found in reached)
    return period.baseline if looks_back or period.end is None else period.end


def budget_column(head: str, year: int | None, *, told: bool) -> Column | None:
    """Return the column that a head names in a table of a year, None for one that names no such thing.

    How far a plan is fulfilled is of the column before where the year is not known.
    """
    words = without_unit(head)
    if _FULFILLED.fullmatch(head) is not None:
        share = _CHANGED_SHARE if _CHANGED.search(head) else PLAN_SHARE
        return Column(Meaning.SHARE, one_year(year), head=head, spent=share, sure=year is not None)
    if _RATE_OF_PLAN.fullmatch(head) is not None:
        return Column(Meaning.SHARE, one_year(year), head=head, spent=PLAN_SHARE, sure=False)
    if year is None:
        return None
    if _AIMED.fullmatch(words) is not None:
        return Column(Meaning.LEVEL, one_year(year), head=head, unit=unit_in(head), target=True, sure=told)
    if (reached := _REACHED.fullmatch(words)) is None:
        return None
    when = one_year(year - 1 if reached["before"] else year)
    return Column(Meaning.LEVEL, when, head=head, unit=unit_in(head), sure=told)


def with_last_budget(columns: Sequence[Column]) -> list[Column]:
    """Return the columns without the budgets of a year that a later column changes: 年初预算 beside 调整预算."""
    found = list(columns)
    budgets = [at for at, one in enumerate(found) if one.target and _AIMED.fullmatch(without_unit(one.head))]
    for at in budgets:
        later = any(found[other].years == found[at].years for other in budgets if other > at)
        found[at] = Column(Meaning.OTHER) if later else found[at]
    return found


def with_fulfilment(columns: Sequence[Column]) -> list[Column]:
    """Return the columns with 完成率 being of the time of the column right before that tells what was reached.

    Without such a column, and where the aim of the same row is not told before it, what it is a rate of is not known.
    """
    return [
        _fulfilled(one, columns[:at]) if _RATE_OF_PLAN.fullmatch(one.head) else one for at, one in enumerate(columns)
    ]


def _fulfilled(column: Column, before: Sequence[Column]) -> Column:
    levels = [one for one in before if one.meaning is Meaning.LEVEL and one.years]
    reached = next((one for one in reversed(levels) if not one.target), None)
    if reached is None or not any(one.target for one in levels):
        return Column(Meaning.OTHER)
    found = replace(column, years=reached.years, scope=reached.scope, sure=reached.sure)
    return replace(found, target=False, achieved=True)
