"""Which years the words for a time mean in a document: 2016—2020年, “十四五”末, 近三年, 上年, 后三年.

The k-th five-year plan covers 1981+5(k-6) and the four years after it.
"""

from __future__ import annotations

import re

from planforge.facts.figures.numbers import chinese
from planforge.facts.times.censuses import year_of_census
from planforge.plan.model import Period
from planforge.records import record

_TENS = "一二三四五六七八九"


@record(frozen=True, slots=True, order=True)
class Years:
    """The years from `first` to `last`; equal for a single year."""

    first: int
    last: int

    @property
    def single(self) -> bool:
        """Whether it is one year."""
        return self.first == self.last

    def __str__(self) -> str:
        return str(self.last) if self.single else f"{self.first}-{self.last}"


def years_of_match(match: re.Match[str], period: Period) -> Years | None:
    """Return the years that a match of the pattern of `time` means, None when they are not known."""
    return _named(match, period) or _meant(match, period)


def _named(match: re.Match[str], period: Period) -> Years | None:
    """Return years that are written out: 2020年, 2016—2020年, 二〇二〇年, 第七次人口普查, 20世纪70年代."""
    if match["from"]:
        return _run(match["from"], match["to"])
    if match["from2"]:
        return _run(match["from2"], match["to2"])
    if year := match["year"] or match["listed"]:
        return _single_or_since(int(year), match["year_tail"] or "", period)
    if match["decade"]:
        return _decade(match["century"], match["decade"])
    if match["chinese"] or match["census"]:
        census = year_of_census(match) if match["census"] else None
        number = census or chinese((match["chinese"] or "").replace("○", "〇"))
        return Years(int(number), int(number)) if number else None
    return None


def _meant(match: re.Match[str], period: Period) -> Years | None:
    """Return years that are told by a plan or by when the document speaks: “十三五”末, 近三年, 今年, 规划期末."""
    if match["plan"]:
        return five_year_plan(match["plan"], match["plan_tail"] or "")
    if match["recent_n"] or match["recent_n2"]:
        return _recent(match["recent_n"] or match["recent_n2"], period)
    if match["rest"]:
        return _last_of_plan(match["rest_n"], period)
    if match["coming"] or match["plan_whole"]:
        return _whole_plan(match["coming_n"], period)
    if match["relative"] or match["this"] or match["next"]:
        return _relative(match, period)
    # of a report for one year the end of the term is no target
    ends = match["plan_end"] and period.end is not None and period.start != period.end
    return Years(period.end, period.end) if ends and period.end is not None else None


def _decade(century: str, decade: str) -> Years:
    """Return the years of 20世纪70年代, 上世纪九十年代."""
    tens = int(decade[0]) if decade[0].isdigit() else _TENS.index(decade[0]) + 1
    first = (2000 if century == "本" else 1900) + 10 * tens
    return Years(first, first + 9)


def _run(first: str, last: str) -> Years | None:
    start = int(first)
    end = int(last) if len(last) == 4 else start // 100 * 100 + int(last)
    return Years(start, end) if start <= end else None


def _single_or_since(year: int, tail: str, period: Period) -> Years:
    if ("以来" in tail or tail.endswith("起")) and period.baseline and year < period.baseline:
        return Years(year, period.baseline)
    return Years(year, year)


def five_year_plan(ordinal: str, tail: str = "") -> Years | None:
    """Return the years of a five-year plan by its ordinal (十四), those that `tail` tells of it (末, 前三年)."""
    number = chinese(ordinal)
    if number is None or number < 6:
        return None
    first = 1981 + 5 * (int(number) - 6)
    if "末" in tail:
        return Years(first + 4, first + 4)
    if tail.endswith("年") and tail.startswith("前"):
        return Years(first, first + int(tail[1] if tail[1].isdigit() else chinese(tail[1]) or 5) - 1)
    if "初" in tail:
        return Years(first, first)
    return Years(first, first + 4)


def _recent(count: str, period: Period) -> Years | None:
    number = int(count) if count.isdigit() else chinese(count)
    if number is None or not period.baseline or not 1 <= number <= 20:
        return None
    return Years(period.baseline - int(number) + 1, period.baseline)


def _last_of_plan(count: str, period: Period) -> Years | None:
    """Return the last years of the plan that a document is or measures halfway: 后三年."""
    number, end = int(count) if count.isdigit() else chinese(count.replace("两", "二")), horizon(period)
    return Years(end - int(number) + 1, end) if number is not None and end is not None else None


def _whole_plan(count: str | None, period: Period) -> Years | None:
    """Return the years of the plan; in a report for one year 今后五年 are that year and those after it."""
    if period.start is None or period.end is None:
        return None
    number = (int(count) if count.isdigit() else chinese(count.replace("两", "二"))) if count else None
    if period.start == period.end and number is not None and 1 < number <= _MOST_COMING:
        return Years(period.start, period.start + int(number) - 1)
    return Years(period.start, period.end)


_MOST_COMING = 10


def horizon(period: Period) -> int | None:
    """Return the year that the aims of a plan are for, in a plan or in a report that measures one halfway."""
    if period.end is not None or period.previous is None or period.baseline is None:
        return period.end
    end = period.previous + _FIVE
    return end if period.previous < period.baseline < end else None


_FIVE = 5


def _relative(match: re.Match[str], period: Period) -> Years | None:
    """Return the year of 今年, 明年, 上年 as the document means it: a report's own year, a bulletin's year."""
    one_year = period.start is not None and period.start == period.end
    this = period.start if one_year else period.baseline if period.end is None else None
    if match["relative"] and this is None:
        return Years(period.baseline - 1, period.baseline - 1) if period.baseline else None
    if this is None:
        return None
    if one_year and (match["relative"] or "").endswith("同期"):
        this -= 1  # of the year that is looked back on
    if match["relative"] and match.string[: match.start()].endswith(("由", "从")) and period.baseline:
        return Years(period.baseline - 1, period.baseline - 1)  # 由上年729万人增加到: the year before the one told of
    year = this + (-1 if match["relative"] else 1 if match["next"] else 0)
    return Years(year, year)
