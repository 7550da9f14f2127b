"""Marks that part the names of a list, and short ways of naming several: 城乡, 第一、二产业."""

from __future__ import annotations

import re

from planforge.facts.writing.words import table
from planforge.patterns import expression

COORDINATION = expression("以及|[、和与]|及(?!以[上下外内])")
"""三级及以上航道 is one name."""
# 文化及相关产业、旅游及相关产业: the marks between names may be fewer than those that can join words.
COORDINATIONS = (COORDINATION, expression("、|和"), expression("、"))
SHORT_ORDINALS = expression(
    "第?一(?:(?P<second>[、和及与]二)(?P<third>[、和及与]三)?|(?P<later>[、和及与]三))次?(?=产业)"
)
"""第一、二产业 for 第一、第二产业."""


def whole_ordinals(short: re.Match[str]) -> str:
    """Return 第一、第二、第三 for what `SHORT_ORDINALS` found."""
    later = (part for part in short.groups() if part)
    return "第一" + "".join(f"{part[0]}第{part[1]}" for part in later)


def spelt_out(name: str) -> list[str]:
    """城乡居民收入 → 城镇居民收入, 农村居民收入."""
    for short, words in table("phrases")["spelt_out"].items():
        if name.startswith(short):
            return [word + name[len(short) :] for word in words]
    return [name]
