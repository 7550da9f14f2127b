"""What a bare 万 or 亿 counts, by the nouns around it: yuan, persons, households."""

from __future__ import annotations

import re
from functools import cache

from planforge.facts.figures.literals import Literal
from planforge.facts.figures.units import NO_UNIT, Unit, unit_of
from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression


@cache
def _money_context() -> re.Pattern[str]:
    return expression(alternation(table("units")["money_nouns"]))


def implied_unit(literal: Literal, scale: str) -> Unit:
    """Return what a bare 万 or 亿 counts: persons or households by the noun before or behind it, or yuan."""
    text, start = literal.opening.string, literal.opening.start()
    before = _counted_before().search(text, max(0, start - _LONGEST_COUNTED), start)
    if before is not None:
        return unit_of(str(before.lastgroup))
    money = _money_without_yuan(literal) if scale in {"亿", "万亿"} else NO_UNIT
    if money is not NO_UNIT:
        return money
    counted = _counted_nouns().match(text, literal.end)
    if counted is not None:
        return unit_of(str(counted.lastgroup))
    return unit_of("元") if scale in {"亿", "万亿"} and _alone(literal) else NO_UNIT


def counted_before(text: str, start: int) -> bool:
    """Whether the noun that a bare number at `start` counts stands before it (老年人口达到2.64亿)."""
    return _counted_before().search(text, max(0, start - _LONGEST_COUNTED), start) is not None


_LONGEST_COUNTED = 24
_OF_NO_MONEY = expression("[量次容积数]|[用发]电|[用供]水|供气")


@cache
def _counted_before() -> re.Pattern[str]:
    """达到2.64亿 behind 老年人口: the noun that a bare number counts, and what may join the two."""
    nouns = table("units")["counted_nouns"]
    groups = "|".join(f"(?P<{unit}>{alternation(words)})" for unit, words in nouns.items())
    joined = (
        "总量|总数|规模|数量|数|已|将|就|约|为|是|有|达到?|超过?|突破|增至|增加了?|减少了?|增加到|增长到|扩大到"
        "|接近|近|稳定在|保持在"
    )
    begun = r"(?:[由从](?:\d[\d.]*[万亿](?:增|提|升|扩|降|减|增加|提高|增长|下降|减少)(?:到|至))?)?"
    return expression(rf"(?:{groups})(?:{joined}|分别)*{begun}(?:{joined})*$")


def _alone(literal: Literal) -> bool:
    """Whether a bare 亿 ends its clause (产业集群突破300亿) and the words before speak of nothing but money."""
    text, start = literal.opening.string, literal.opening.start()
    ends = not text[literal.end : literal.end + 1].strip("，。；、）")
    before = text[max(0, start - _LONGEST_COUNTED) : start]
    return ends and _OF_NO_MONEY.search(_LAST_CLAUSE.split(before)[-1]) is None


_LAST_CLAUSE = expression("[，。；、：]")


@cache
def _counted_nouns() -> re.Pattern[str]:
    nouns = table("units")["counted_nouns"]
    groups = "|".join(f"(?P<{unit}>{alternation(words)})" for unit, words in nouns.items())
    return expression(rf"[\u4e00-\u9fff]{{0,8}}?(?:{groups})(?!(?:以上|以下)的?[\u4e00-\u9fff]|大)")


def _money_without_yuan(literal: Literal) -> Unit:
    """Return yuan when the words around a bare 亿 speak of money (销售收入30亿以上)."""
    text, start, end = literal.opening.string, literal.opening.start(), literal.end
    around = text[max(0, start - 12) : start] + text[end : end + 6]
    return unit_of("元") if _money_context().search(around) else NO_UNIT
