"""How parts of a year are written, and how each is called: 1-9月, 1至9月 and 前九个月 are 1—9月, 1—12月 is 全年."""

from __future__ import annotations

import re

from planforge.patterns import expression

PART_OF_YEAR = expression(
    r"(?<!\d)(?P<since>[1-9]|1[0-2])月?[-—－~～〜至到](?P<to>[2-9]|1[0-2])月(?!龄)|前(?P<months>[2-9二三四五六七八九十])个?月"
    r"|春节|元旦|清明|五一|端午|中秋|国庆|黄金周|假期|暑期|[上下]半年|前[一二三四]季度"
    r"|[一二三四](?<!前.)季度|[1-9](?<!\d\d)月(?!龄)|1[0-2]月(?!龄)(?<!12月(?=[底末初\d]))|当月|当日|单日"
)
"""Every part begins with a character, so that nothing is tried where none of them stands."""
SEASON = "年?度?(?:冰?雪季|赛季|榨季|(?:采暖|供暖|供热|取暖)[季期]|学年|生产季)"
"""Behind two years, what runs from the one into the other: 2022—2023雪季."""
WHOLE_YEAR = "全年"
_ALL_MONTHS = "1—12月"
_MONTHS = {numeral: str(number) for number, numeral in enumerate("二三四五六七八九十", 2)}
_ITS_LAST = {"一季度": "3月", "上半年": "6月", "前三季度": "9月", WHOLE_YEAR: "12月"}


def season_named(season: re.Match[str]) -> str:
    """Return the one name of a part of a year; several months are called 1—5月, all twelve 全年."""
    last = season["to"] or season["months"]
    if not last:
        return season[0]
    named = f"{season['since'] or 1}—{_MONTHS.get(last, last)}月"
    return WHOLE_YEAR if named == _ALL_MONTHS else named


def season_in(words: str) -> str:
    """Return the months, quarter or half of a year that a caption or title names, "" for none or several.

    The month at the end of a line is the date of a document.
    """
    found = list(PART_OF_YEAR.finditer(words)) if "月" in words or "年" in words else []
    named = {season_named(one) for one in found if one["to"] or one["months"] or _GOES_ON.match(words, one.end())}
    season = named.pop() if len(named) == 1 else ""
    return season if season.endswith(("月", "季度", "半年")) else ""


_GOES_ON = expression("份|[\u4e00-\u9fff]")


def last_month(season: str) -> str:
    """Return the last month of a part of a year (1—9月 → 9月), "" where it has no such month."""
    return _ITS_LAST.get(season, season.rpartition("—")[2] if season.endswith("月") else "")


def up_to(season: str) -> str:
    """Return the months from the first of the year to the last of a season: 9月 → 1—9月, 12月 → 全年."""
    if season == _ITS_LAST[WHOLE_YEAR]:
        return WHOLE_YEAR
    alone = season.endswith("月") and "—" not in season and season[:-1].isdigit() and season != "1月"
    return f"1—{season}" if alone else season
