"""How parts of a year are written, and how each is called: 1-9月, 1至9月 and 前九个月 are 前三季度, 1—12月 is 全年."""

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
_CALLED = {
    "1—3月": "一季度",
    "4—6月": "二季度",
    "7—9月": "三季度",
    "10—12月": "四季度",
    "1—6月": "上半年",
    "7—12月": "下半年",
    "1—9月": "前三季度",
    "1—12月": WHOLE_YEAR,
}
_MONTHS = {numeral: str(number) for number, numeral in enumerate("二三四五六七八九十", 2)}
_ITS_LAST = {"一季度": "3月", "上半年": "6月", "前三季度": "9月", WHOLE_YEAR: "12月"}


def season_named(season: re.Match[str]) -> str:
    """Return the one name of a part of a year; several months are called 1—5月, a quarter or half by its name."""
    last = season["to"] or season["months"]
    if not last:
        return season[0]
    return one_name(f"{season['since'] or 1}—{_MONTHS.get(last, last)}月")


def one_name(months: str) -> str:
    """Return the name of a run of months that has one: 1—3月 → 一季度, 1—12月 → 全年."""
    return _CALLED.get(months, months)


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
    """Return the last month of a part of a year (1—5月 → 5月), "" where it has no such month."""
    return _ITS_LAST.get(season, season.rpartition("—")[2] if season.endswith("月") else "")


def up_to(season: str) -> str:
    """Return the months from the first of the year to the last of a season: 5月 → 1—5月, 12月 → 全年."""
    alone = season.endswith("月") and "—" not in season and season[:-1].isdigit() and season != "1月"
    return one_name(f"1—{season}") if alone else season
