"""The years of the national censuses, which reports name by their number: 第七次全国人口普查 is of 2020.

Source: the State Council's notices on each census (年份 of 普查标准时点).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from planforge.facts.figures.numbers import chinese
from planforge.patterns import expression

_SUBJECTS = "人口|经济|农业|国土|土地"
_NAMED = rf"第(?P<census_n>[一二三四五六七八九\d])次(?:全国)?(?P<census>{_SUBJECTS})(?:普查|调查)"
_WITH_YEAR = r"(?:[（(](?:19|20)\d\d年[）)])?"
_CHANGED = "增|减|提高|提升|上升|下降|降低|扩大|缩小|持平|多|少"
CENSUS = (
    rf"{_NAMED}{_WITH_YEAR}(?:时(?=的?\d))?"
    f"(?=的?主?要?(?:数据|结果|公报|显示|统计|表明|口径|时)|，(?:全|本|我|常住|共)|相比|比|的?\\d|{_CHANGED})"
)
"""A census that figures are told from; of 完成第七次人口普查 nothing is known but that it was done."""
OF_CENSUS = (
    rf"(?:第[一二三四五六七八九\d]次(?:全国)?(?:{_SUBJECTS})(?:普查|调查)(?:时点?|数据|结果)?"
    rf"(?=的?\d|的[\u4e00-\u9fff]{{1,12}}\d|相比|比|，|、|{_CHANGED}))"
)
"""What may follow a year that is told by its census: 与2010年第六次全国人口普查相比; not the 经费 of a census."""
_YEARS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "人口": (1953, 1964, 1982, 1990, 2000, 2010, 2020),
        "经济": (2004, 2008, 2013, 2018, 2023),
        "农业": (1996, 2006, 2016),
        "国土": (1996, 2009, 2019),
        "土地": (1996, 2009, 2019),
    }
)


_TOLD = expression(_NAMED)
_TAKEN_AT = expression(
    r"以(?P<at>20\d\d)年\d{1,2}月\d{1,2}日(?:零时|24时)?[^，。；]{0,4}为(?:普查|调查)?(?:的)?(?:标准)?时点"
    r"|标准时点[为是：:](?P<is>20\d\d)年"
)
"""以2020年11月1日零时为标准时点: the day that a census tells of."""


def census_in(title: str) -> int | None:
    """Return the year that the census named by a title tells of, None where it names none that is known."""
    told = _TOLD.search(title)
    return year_of_census(told) if told is not None else None


def taken_in(words: str) -> int | None:
    """Return the year of the day that words say a census was taken at, None where they say none."""
    found = _TAKEN_AT.search(words) if "时点" in words else None
    return int(found["at"] or found["is"]) if found is not None else None


def year_of_census(told: re.Match[str]) -> int | None:
    """Return the year that the census of a match of `CENSUS` tells of, None for one that is not known."""
    number, years = told["census_n"], _YEARS[told["census"]]
    ordinal = int(number) if number.isdigit() else chinese(number)
    return years[int(ordinal) - 1] if ordinal is not None and 0 < ordinal <= len(years) else None
