"""The years of the national censuses, which reports name by their number: 第七次全国人口普查 is of 2020.

Source: the State Council's notices on each census (年份 of 普查标准时点).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from planforge.facts.numbers import chinese

CENSUS = (
    r"第(?P<census_n>[一二三四五六七八九\d])次(?:全国)?(?P<census>人口|经济|农业|国土|土地)(?:普查|调查)"
    "(?=的?主?要?(?:数据|结果|公报|显示|统计|表明|口径|时)|，(?:全|本|我|常住|共)|相比|比)"
)
"""A census that figures are told from; of 完成第七次人口普查 nothing is known but that it was done."""
_YEARS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "人口": (1953, 1964, 1982, 1990, 2000, 2010, 2020),
        "经济": (2004, 2008, 2013, 2018, 2023),
        "农业": (1996, 2006, 2016),
        "国土": (1996, 2009, 2019),
        "土地": (1996, 2009, 2019),
    }
)


def year_of_census(told: re.Match[str]) -> int | None:
    """Return the year that the census of a match of `CENSUS` tells of, None for one that is not known."""
    number, years = told["census_n"], _YEARS[told["census"]]
    ordinal = int(number) if number.isdigit() else chinese(number)
    return years[int(ordinal) - 1] if ordinal is not None and 0 < ordinal <= len(years) else None
