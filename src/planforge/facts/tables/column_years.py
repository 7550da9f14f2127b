"""The years of columns that name none: those of the levels beside them, or the period of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.counted_years import CountedYears, counted_years
from planforge.facts.tables.head_units import YEAR
from planforge.facts.times.years_meant import Years
from planforge.patterns import expression
from planforge.plan.model import Period


def timed(at: int, columns: Sequence[Column], period: Period) -> Column:
    """Give a rate column without years those of the columns of levels before it, or the plan's own period."""
    column = columns[at]
    if column.meaning is Meaning.SHARE and not column.sure:
        return _of_level_before(column, columns[:at], period)
    if column.meaning not in {Meaning.ANNUAL, Meaning.TOTAL, Meaning.MIXED, Meaning.DIFFERENCE}:
        return column
    levels = sorted(level_years(columns))
    if column.adjusted:
        return _yearly(column, columns[:at], levels)
    if column.base_year is not None:
        return _since(column, columns[:at], levels, period)
    if column.years is not None:
        return _named(column, column.years, levels, period)
    if (counted := counted_years(column.head)) is not None:
        return _counted(column, counted, levels, period)
    if (level := _beside(at, columns)) is not None and _repeated(at, columns):
        year = level.years.last if level.years else 0
        yearly = replace(column, meaning=Meaning.ANNUAL, adjusted=True, target=level.target)
        return replace(yearly, years=one_year(year), base_year=year - 1)
    return _between_levels(at, columns, levels, period)


def _between_levels(at: int, columns: Sequence[Column], levels: list[int], period: Period) -> Column:
    """Return a column of changes whose head names no years: between those of the levels, or over the plan's own."""
    column = columns[at]
    if len(levels) == 2:
        return over(column, levels[0], levels[1], period)
    before = sorted(level_years(columns[:at]))
    if len(before) >= 2:
        whole = period.end == before[-1] and period.baseline in before  # not from the halfway mark between
        base = period.baseline if whole and period.baseline else before[-2]
        return replace(over(column, base, before[-1], period), sure=False)
    if period.baseline and period.end and (column.meaning is Meaning.MIXED or column.target or period.end in levels):
        return over(column, period.baseline, period.end, period)
    return _of_the_year(at, columns, levels, period)


_BARE_RATES = frozenset({Meaning.ANNUAL, Meaning.TOTAL})
_IN_PERCENT = expression("[%％]|[速率幅]")
_OF_YEARS = expression("均|累计|[三五]年")


def _of_the_year(at: int, columns: Sequence[Column], levels: list[int], period: Period) -> Column:
    """增速（%） beside levels of one year only, in what is on that year: the growth on the year before.

    Two such columns (名义增长, 实际增长) are not told apart, and neither is read.
    """
    column = columns[at]
    rates = sum(one.meaning in _BARE_RATES and one.years is None for one in columns)
    told = _IN_PERCENT.search(column.head) is not None and _OF_YEARS.search(column.head) is None
    if column.meaning not in _BARE_RATES or rates > 1 or len(levels) != 1 or not told or not is_of_one_year(period):
        return Column(Meaning.OTHER)
    target = any(one.target for one in columns if one.meaning is Meaning.LEVEL)
    year = one_year(levels[0])
    found = replace(column, meaning=Meaning.ANNUAL, years=year, base_year=levels[0] - 1, adjusted=True)
    return replace(found, target=target, sure=False)


def is_of_one_year(period: Period) -> bool:
    """Whether a text plans for one year at most: a report, a bulletin, a yearly plan."""
    return period.start is None or period.start == period.end


def _counted(column: Column, counted: CountedYears, levels: list[int], period: Period) -> Column:
    """三年年均增长, 后两年增加: between two columns of levels as many years apart; not known where there are none."""
    spans = [(last - counted.length, last) for last in levels if last - counted.length in levels]
    if spans:
        return replace(over(column, *spans[0 if counted.first else -1], period), sure=len(spans) == 1)
    base, last = period.baseline, period.end
    if base is not None and last is not None and last - base == counted.length:
        return replace(over(column, base, last, period), sure=False)
    return Column(Meaning.OTHER)


def _beside(at: int, columns: Sequence[Column]) -> Column | None:
    """Return the column of one year's levels right before a column of changes."""
    before = columns[at - 1] if at else None
    level = before is not None and before.meaning is Meaning.LEVEL and before.years is not None and before.years.single
    return before if level else None


def _repeated(at: int, columns: Sequence[Column]) -> bool:
    """Whether each year has a column of its changes: 2023年完成, 增长（%）, 2024年计划, 增长（%）."""
    same = [other for other, one in enumerate(columns) if one.head == columns[at].head]
    return len(same) > 1 and all(_beside(other, columns) is not None for other in same)


def _named(column: Column, years: Years, levels: list[int], period: Period) -> Column:
    """Return a column of changes whose head names its years."""
    first, last = years.first, years.last
    if years.single and column.meaning is not Meaning.ANNUAL:
        return _within(column, last, levels, period)
    if years.single:
        return _within(column, last, levels, period) if last in levels else replace(column, base_year=last - 1)
    yearly = set(range(first, last + 1)) <= set(levels)  # 2021年, 2022年, …, 2021—2025年新增
    base = first if first in levels and not yearly and YEAR.search(column.head) else first - 1
    return over(column, base, last, period)


def _since(column: Column, before: Sequence[Column], levels: list[int], period: Period) -> Column:
    """比2020年增加: up to the year that the head names, else to that of the level before it, or the last of all."""
    base = column.base_year or 0
    nearest = (one.years.last for one in reversed(before) if one.meaning is Meaning.LEVEL and one.years)
    last = column.years.last if column.years else next(nearest, 0)
    last = next((year for year in (last, *reversed(levels[-1:]), period.end or 0) if year > base), 0)
    return over(column, base, last, period) if last else Column(Meaning.OTHER)


def _of_level_before(column: Column, before: Sequence[Column], period: Period) -> Column:
    """占全市比重 without a year is that of the column of levels on its left."""
    level = next((one for one in reversed(before) if one.meaning is Meaning.LEVEL and one.years), None)
    return replace(column, years=level.years, target=level.target) if level else column


def level_years(columns: Sequence[Column]) -> set[int]:
    """Return the years that columns hold levels of."""
    return {
        c.years.last for c in columns if c.meaning is Meaning.LEVEL and c.years and not c.cumulative and not c.whole
    }


def _yearly(column: Column, before: Sequence[Column], levels: list[int]) -> Column:
    """比上年增长 without a year of its own speaks of the column of levels before it, or of the last."""
    if column.years is not None:
        return column
    nearest = next((one.years for one in reversed(before) if one.meaning is Meaning.LEVEL and one.years), None)
    last = nearest.last if nearest is not None and nearest.single else next(reversed(levels), 0)
    return replace(column, years=one_year(last), base_year=last - 1) if last in levels else Column(Meaning.OTHER)


def _within(column: Column, last: int, levels: list[int], period: Period) -> Column:
    """2025年年均增速: from the level before, or from the baseline."""
    earlier = [year for year in levels if year < last]
    before = {period.end: period.baseline, period.baseline: period.previous}
    base = earlier[-1] if earlier else before.get(last)
    return over(column, base, last, period) if base else Column(Meaning.OTHER)


def over(column: Column, base: int, last: int, period: Period) -> Column:
    """Return a column of changes as one from a base year to a last one."""
    after = period.baseline is not None and last > period.baseline
    found = replace(column, years=Years(base + 1, last), base_year=base, target=column.target or after)
    on_year_before = column.meaning is Meaning.TOTAL and last == base + 1
    return replace(found, meaning=Meaning.ANNUAL, adjusted=True) if on_year_before else found


def one_year(year: int | None) -> Years | None:
    """Return one year as years, None for none."""
    return Years(year, year) if year else None
