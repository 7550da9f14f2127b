"""Which years a chart shows: those the drafter names, else baseline, now and targets, else all the ledger has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.outline.block import Block as Written
from planforge.plan.elements import year_of
from planforge.plan.ledger import Indicator
from planforge.plan.model import Period
from planforge.source.problem import Problem, ProblemKind, quoted

MAX_YEARS = 12
"""Years of a chart; more leave no room for the figures across a page."""


def years_of(
    written: Written, shown: Sequence[Indicator], period: Period, *, every: bool, problems: list[Problem]
) -> tuple[int, ...]:
    """Return the years of a chart in their order, the last `MAX_YEARS` of them.

    Args:
        written: the block.
        shown: the indicators that are drawn, each with figures by year.
        period: the plan's years.
        every: whether all years of the ledger are shown when the block names none.
        problems: what is wrong with the years is added here.
    """
    known = {year for one in shown for year in (*one.actual, *one.target)}
    named = tuple(_named(written, known, problems))
    # names without a figure have been told; what can be drawn is drawn
    years = sorted(set(named) or (known if every else _milestones(shown, period)))
    if len(years) > MAX_YEARS:
        message = f"图表应不超过{MAX_YEARS}年，实为{len(years)}年，只画最后{MAX_YEARS}年；请在 years 里写明画哪些年份"
        problems.append(Problem(ProblemKind.CHART, message, written.span))
    return tuple(years[-MAX_YEARS:])


def _named(written: Written, known: set[int], problems: list[Problem]) -> Iterator[int]:
    for text in written.fields.get("years", ()):
        year = year_of(text.printed)
        if year in known:
            yield year
            continue
        wrong = "图里的各指标在台账里都没有这一年的数字" if year else "应为四位年份，如 2025"
        message = f"图表的年份{quoted(text.printed)}画不出：{wrong}"
        problems.append(Problem(ProblemKind.CHART, message, text.whole))


def _milestones(shown: Sequence[Indicator], period: Period) -> set[int]:
    """Return where the indicators come from, where they stand, and where they are to be.

    They come from the start of the past period, where the plan says it and there are figures for it.
    """
    actual = {year for one in shown for year in one.actual}
    start = period.previous if period.previous in actual else min(actual, default=None)
    stands = {start, max(actual, default=None), *({period.baseline} & actual)}
    return {year for year in stands if year is not None} | {year for one in shown for year in one.target}
