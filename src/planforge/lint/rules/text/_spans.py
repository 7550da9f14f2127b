"""Spans of years as plans write them (2021—2025年, 2023年7月至2026年6月), and how many years they may be called."""

from __future__ import annotations

import re

from planforge.facts.figures.numbers import arabic, chinese

_YEAR = r"(?:19|20)\d\d"
_PART = r"(?:(?P<{0}month>\d{{1,2}})月(?:\d{{1,2}}日|[初底末])?|(?P<{0}part>年?[初底末]|年中))?"
SPAN = (
    rf"(?<![\d、和及与.])(?P<from>{_YEAR})(?:年{_PART.format('from_')})?(?:-|—|–|－|~|～|至|到|起至){{1,2}}"
    rf"(?P<to>{_YEAR})年?{_PART.format('to_')}止?"
)
"""Two years with the months or parts of the year they are given with; behind a list of years none is read."""
_NUMERALS = "一二两三四五六七八九十"
COUNT = (
    rf"(?<![\d第每个前后\-—–－~～.〇零{_NUMERALS}百几数])"
    rf"(?P<count>\d{{1,2}}|[{_NUMERALS}]{{1,3}})年"
)
"""A number of years, without those that name one of several (第三年) or nothing exact (几十年)."""
_MONTHS = {"初": 1, "中": 6, "底": 12, "末": 12}


def counted(match: re.Match[str]) -> int | None:
    """Return the number of years that COUNT found, or None when its numeral is none."""
    literal = match["count"]
    value = arabic(literal) if literal[0] in "0123456789" else chinese(literal)
    return int(value) if value else None


def years_of(match: re.Match[str]) -> range | None:
    """Return how many years a span may be called, or None when it runs backwards.

    Where both ends have months these are counted; else the years are, both ends with them or, from some time in the
    first to some time in the last, one less.
    """
    first, last = int(match["from"]), int(match["to"])
    began, ended = _month(match, "from_"), _month(match, "to_")
    if began is None or ended is None:
        return range(last - first, last - first + 2) if last > first else None
    months = (last - first) * 12 + ended - began + 1
    return range(months // 12, -(-months // 12) + 1) if months > 0 else None


def _month(match: re.Match[str], end: str) -> int | None:
    given = match.groupdict()
    if month := given.get(f"{end}month"):
        return int(month)
    part = given.get(f"{end}part")
    return _MONTHS[part[-1]] if part else None
