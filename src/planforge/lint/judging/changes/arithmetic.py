"""The reckoning that a message shows: operands, the result unrounded, what the figure stands for, what would fit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from planforge.facts.figures.interval import Interval
from planforge.facts.relations import base_before, end_after, mean_growth, whole_numbers
from planforge.facts.statement import Role, Statement
from planforge.facts.times.years_meant import Years
from planforge.lint.judging.changes.claim import Claim
from planforge.lint.judging.changes.levels import sums_up
from planforge.lint.judging.words import bounds, decimal, percent, percent_bounds, plain, shown, where

ABOVE = "以上"


def operands_told(claim: Claim) -> str:
    """Return the two figures with their years and places: 2015年32（表1）→2020年158（表1）."""
    base, end = claim.base, claim.end
    period = base.role is Role.BASELINE and base.years is not None and not base.years.single  # “十三五”的28亿元
    whole = period or sums_up(base) or sums_up(end)
    return f"{_dated(base, claim.statement, whole=whole)}→{_dated(end, claim.statement, whole=whole)}"


def _dated(statement: Statement, claim: Statement, *, whole: bool) -> str:
    place = "" if statement.position.passage == claim.position.passage else f"（{where(statement)}）"
    year = f"{_years(statement.years, whole=whole)}年" if statement.years else ""
    return f"{year}{shown(statement)}{place}"


def _years(years: Years, *, whole: bool) -> str:
    """Return the year of a level, or, of what several years had together, all of them: 2016—2020."""
    return str(years if whole else years.last).replace("-", "—")


def annual_told(claim: Claim) -> str:
    """Return the yearly growth that base and end give: 5年水平法为26.92%, of one year 按两数计算为5.20%."""
    span = mean_growth(claim.ratio, claim.periods)
    places = claim.statement.quantity.written.decimals + 1
    method = f"{claim.periods}年水平法" if claim.periods > 1 else "按两数计算"
    return f"{method}为{_range(span.low, span.high, places)}"


def _range(low: Decimal, high: Decimal | None, places: int) -> str:
    if high is None:
        return percent(low, places) + ABOVE
    first, last = percent(low, places), percent(high, places)
    return first if first == last else f"{first}—{last}"


def annual_accepted(claim: Claim) -> str:
    """Return the rates that the printed figure stands for: 所写26.4%对应26.35%—26.50%."""
    places = claim.statement.quantity.written.decimals + 1
    return f"所写{shown(claim.statement)}对应{percent_bounds(claim.statement.rate, places)}"


def annual_right(claim: Claim) -> str:
    """Return the rate that the figures would give, printed as precisely as the stated one."""
    span = mean_growth(claim.ratio, claim.periods)
    return _range(span.low, span.high, claim.statement.quantity.written.decimals)


def annual_fix(claim: Claim) -> str:
    """Return the end or base that would fit the stated rate: 若2020年为187则相符, or ""."""
    base, end = claim.operands
    rate, n = claim.statement.rate, claim.periods
    return _fix(claim, end_after(base, rate, n), base_before(end, rate, n))


def ratio_told(claim: Claim) -> str:
    """Return end over base: 217÷45=4.82倍."""
    derived = claim.ratio
    places = max(2, claim.statement.quantity.written.decimals + 1)
    result = decimal(derived.low or Fraction(0), places)
    if derived.high is None:
        result += ABOVE
    elif decimal(derived.high, places) != result:
        result += f"—{decimal(derived.high, places)}"
    return f"{_division(claim)}={result}倍"


def _division(claim: Claim) -> str:
    """Return 217÷45, in the scale that both are written in (2.59÷1.33), else in the plain unit."""
    base, end = claim.base.quantity, claim.end.quantity
    if base.scale == end.scale:
        return f"{end.literal}÷{base.literal}"
    return f"{plain(end.written.value)}÷{plain(base.written.value)}"


def ratio_accepted(claim: Claim) -> str:
    """Return the multiples that the stated change stands for: 所写6倍对应5.5—7倍."""
    return f"所写{shown(claim.statement)}对应{bounds(claim.statement.ratio)}倍"


def growth_told(claim: Claim) -> str:
    """Return total growth: 增长94.71%."""
    derived = claim.ratio
    places = claim.statement.quantity.written.decimals + 1
    word, sign = ("下降", -1) if claim.statement.falls else ("增长", 1)
    low, high = ((derived.low or Fraction(0)) - 1) * sign, derived.high
    if high is None:
        return f"{word}{percent(low, places)}{ABOVE if sign > 0 else '以下'}"
    ends = [percent(edge, places) for edge in sorted((low, (high - 1) * sign))]
    return f"{word}{ends[0]}" if ends[0] == ends[1] else f"{word}{ends[0]}—{ends[1]}"


def ratio_fix(claim: Claim) -> str:
    """Return the end or base that would fit the stated ratio, or ""."""
    base, end = claim.operands
    ratio = claim.statement.ratio
    if base.high is None or end.high is None or ratio.low is None or ratio.low <= 0:
        return ""
    ends = Interval((base.low or Fraction(0)) * ratio.low, None if ratio.high is None else base.high * ratio.high)
    bases = Interval(None if ratio.high is None else (end.low or Fraction(0)) / ratio.high, end.high / ratio.low)
    return _fix(claim, ends, bases)


def _fix(claim: Claim, ends: Interval, bases: Interval) -> str:
    """Only counts are named, and only when a handful of numbers fits."""
    told = []
    for statement, fitting in ((claim.end, ends), (claim.base, bases)):
        numbers = whole_numbers(fitting) if statement.quantity.written.exact else []
        if numbers:
            year = f"{statement.years.last}年" if statement.years else ""
            told.append(f"{year}为{'或'.join(str(number) for number in numbers)}")
    return f"若{'、或'.join(told)}则相符" if told else ""
