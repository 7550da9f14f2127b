"""What the title of a plan tells: its years, when it does not give them, and the city or county it is for."""

from __future__ import annotations

import regex

from planforge.facts.normalise import read
from planforge.facts.numbers import chinese
from planforge.plan.model import Period, Plan

_ORDINAL = regex.compile(r"[“\"]?(?P<k>十[一二三四五六七八]?)五[”\"]?|第(?P<n>十[一二三四五六七八]?)个五年")
_YEARS = regex.compile(r"(?P<first>20\d\d)\s*[-—–－~～至]+\s*(?P<last>20\d\d)")


def period_of(plan: Plan) -> Period:
    """Return the plan's period; what it leaves open is taken from the title (“十四五”: 2021 to 2025)."""
    given = plan.period
    start, end = given.start, given.end
    if start is None or end is None:
        found = period_in(_title(plan))
        start, end = start or found.start, end or found.end
    if start is None or end is None:
        return given
    length = end - start + 1
    baseline = given.baseline if given.baseline is not None else start - 1
    previous = given.previous if given.previous is not None else baseline - length
    return Period(start, end, baseline, previous)


def period_in(title: str) -> Period:
    """Return the years that a title names, or an empty period."""
    if years := _YEARS.search(title):
        return Period(int(years["first"]), int(years["last"]))
    if ordinal := _ORDINAL.search(title):
        number = chinese(ordinal["k"] or ordinal["n"])
        if number is not None:
            first = 1981 + 5 * (int(number) - 6)
            return Period(first, first + 4)
    return Period()


_HOME = regex.compile(r"^[\u4e00-\u9fff]{1,10}?(?:自治区|自治州|自治县|[省市州盟县区旗])")


def home_of(plan: Plan) -> str:
    """Return the area that the title begins with (盘锦市), whose figures are those of the whole plan, else ""."""
    match = _HOME.match(_title(plan))
    return match[0] if match else ""


def _title(plan: Plan) -> str:
    return read(plan.title.printed).text if plan.title else ""
