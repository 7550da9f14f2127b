"""A figure with its unit, as read from a text: value, precision, comparator, place.

What it speaks of, when, and in which role is for `statements`; this module only understands the figure itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any

from planforge.facts.grammar import quantity_pattern
from planforge.facts.interval import Interval
from planforge.facts.numbers import LONGEST_NUMBER, SCALES, arabic, chinese, decimals, trailing_zeros
from planforge.facts.precision import Approximation, Comparator, Written, interval_of
from planforge.facts.units import NO_UNIT, Unit, unit_of
from planforge.facts.words import alternation, table


class Form(Enum):
    """What sort of figure it is by its looks."""

    AMOUNT = "amount"
    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"
    DOUBLINGS = "doublings"
    RANK = "rank"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: [start, end) in the reading it was found in, all its words included; `number_at` is its number alone.

    `scale` is the scale as written (“万”); `written.number` times the scale is the value in `unit`.
    """

    start: int
    end: int
    number_at: tuple[int, int]
    literal: str
    form: Form
    written: Written
    scale: str
    unit: Unit
    raw_unit: str
    comparator: Comparator
    approximation: Approximation
    low: Written | None = None

    @property
    def interval(self) -> Interval:
        """Every value the figure admits."""
        high = interval_of(self.written, self.comparator, self.approximation)
        if self.low is None:
            return high
        low = interval_of(self.low, Comparator.EQ, Approximation.NONE)
        return Interval(low.low, high.high, low.low_open, high.high_open)


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the figures of a reading from left to right, traps left out."""
    for match in quantity_pattern().finditer(text):
        found = _from_match(match)
        if found is not None and not _belongs_to_name(found, text):
            yield found


_NUMBERS = ("number", "low", "rank_n", "cn", "percent_cn", "times_cn")
_MOST_DOUBLINGS = 20


def _from_match(match: re.Match[str]) -> Quantity | None:
    if match["trap"] or match["trap2"]:
        return None
    part: dict[str, Any] = match.groupdict()
    long = match.end() - match.start() > LONGEST_NUMBER
    if long and any(len(part[group] or "") > LONGEST_NUMBER for group in _NUMBERS):
        return None
    if part["rank"]:
        return _rank(match)
    if match[0].startswith("翻") and part["number"] is None:
        return _doubling(match)
    if part["number"] is not None:
        return _from_digits(match, part)
    return _from_chinese(match, part)


_PLACE = Unit("位", frozenset({"rank"}), "rank")


def _rank(match: re.Match[str]) -> Quantity | None:
    literal = match["rank_n"]
    value = arabic(literal) if literal.isdigit() else chinese(literal)
    if value is None:
        return None
    written = Written(value, counted=True)
    return _quantity(match, "rank_n", literal, Form.RANK, written, _PLACE)


def _doubling(match: re.Match[str]) -> Quantity | None:
    literal = match["doublings"] or "一"
    value = arabic(literal) if literal.isdigit() and len(literal) <= 2 else chinese(literal)
    if value is None or value > _MOST_DOUBLINGS:
        return None
    comparator = Comparator.GE if match["doublings_more"] == "以上" else Comparator.EQ
    about = Approximation.OVER_SCALE if match["doublings_more"] in {"多", "有余"} else Approximation.NONE
    group = "doublings" if match["doublings"] else 0
    return _quantity(match, group, literal, Form.DOUBLINGS, Written(value), unit_of("番"), comparator, about)


def _from_digits(match: re.Match[str], part: dict[str, Any]) -> Quantity | None:
    literal, scale, raw = part["number"], part["scale"] or "", part["unit"] or ""
    if not raw and part["paren"] and (inside := unit_of(part["paren"][1:-1])).kind != "other":
        raw = inside.name
    unit = unit_of(raw)
    if unit is NO_UNIT and scale:
        unit = _implied_unit(match, scale)
    size = SCALES.get(scale, 1)
    written = Written(arabic(literal.replace("−", "-")), decimals(literal), size, unit.counts, trailing_zeros(literal))
    comparator, approximation = _bounds(part)
    low = _range_start(part, written, scale) if part.get("low") else None
    if low is not None and low.value >= written.value:
        low = None
    form = _FORMS.get(unit.name, Form.BARE if unit is NO_UNIT else Form.AMOUNT)
    bounds = (comparator, approximation)
    return _quantity(match, "number", literal, form, written, unit, *bounds, scale=scale, raw=raw, low=low)


_FORMS = {"%": Form.PERCENT, "‰": Form.PERCENT, "百分点": Form.POINTS, "倍": Form.TIMES, "番": Form.DOUBLINGS}


def _from_chinese(match: re.Match[str], part: dict[str, Any]) -> Quantity | None:
    if part["percent_cn"]:
        return _chinese_percent(match, part)
    if part["times_cn"]:
        value = chinese(part["times_cn"])
        if value is None:
            return None
        is_tenths = part["times_cn_unit"].startswith("成")
        written = Written(value * 10) if is_tenths else Written(value)
        unit, form = (unit_of("%"), Form.PERCENT) if is_tenths else (unit_of("倍"), Form.TIMES)
        comparator = Comparator.GE if part["times_cn_post"] == "以上" else Comparator.EQ
        return _quantity(match, "times_cn", part["times_cn"], form, written, unit, comparator)
    return _chinese_count(match, part)


def _chinese_percent(match: re.Match[str], part: dict[str, Any]) -> Quantity | None:
    whole, _, rest = part["percent_cn"].partition("点")
    value, tenths = chinese(whole), chinese(rest) if rest else Fraction(0)
    if value is None or tenths is None:
        return None
    written = Written(value + tenths / 10 ** len(rest), len(rest))
    return _quantity(match, "percent_cn", part["percent_cn"], Form.PERCENT, written, unit_of("%"), *_bounds(part))


def _chinese_count(match: re.Match[str], part: dict[str, Any]) -> Quantity | None:
    """Chinese numerals say a figure only from ten up, with 近, 余 or more than one character (not 千家万户)."""
    literal = part["cn"]
    vague = bool(part["cn_about"] or part["cn_over"])
    value = chinese(literal)
    if value is None or value < 10 or not (vague or len(literal) >= 2) or literal in {"千万", "百万", "万千"}:
        return None
    unit = unit_of(part["cn_unit"])
    written = Written(value, 0, 1, unit.counts, len(str(value)) - len(str(value).rstrip("0")))
    about = {"近": Approximation.NEAR, "约": Approximation.ABOUT}.get(part["cn_about"] or "", Approximation.NONE)
    if part["cn_over"]:
        about = Approximation.OVER_NUMBER
    comparator = Comparator.APPROX if about is not Approximation.NONE else Comparator.EQ
    if part["cn_about"] in {"超", "超过", "突破", "逾", "上"}:
        comparator = Comparator.GT
    if part["cn_post"] == "以上":
        comparator = Comparator.GE
    return _quantity(match, "cn", literal, Form.AMOUNT, written, unit, comparator, about, raw=part["cn_unit"])


def _quantity(
    match: re.Match[str],
    group: str | int,
    literal: str,
    form: Form,
    written: Written,
    unit: Unit,
    comparator: Comparator = Comparator.EQ,
    approximation: Approximation = Approximation.NONE,
    *,
    scale: str = "",
    raw: str | None = None,
    low: Written | None = None,
) -> Quantity:
    shown = unit.name if raw is None else raw
    return Quantity(
        match.start(), match.end(), match.span(group), literal, form, written, scale, unit, shown, comparator,
        approximation, low,
    )  # fmt: skip


def _bounds(part: dict[str, Any]) -> tuple[Comparator, Approximation]:
    """Return what the words around a number make of it; 突破…以上 counts as 以上."""
    said = {name for name in _BOUND_GROUPS if part.get(name)}
    for comparator, groups in _COMPARATORS:
        if not said.isdisjoint(groups):
            return comparator, Approximation.NONE
    for approximation, words in _APPROXIMATIONS:
        if any(part.get(group) for group in words):
            return Comparator.APPROX, approximation
    return Comparator.EQ, Approximation.NONE


_COMPARATORS = (
    (Comparator.GE, {"ge_after", "ge_before"}),
    (Comparator.LE, {"le_after", "le_before"}),
    (Comparator.GT, {"gt_before"}),
    (Comparator.LT, {"lt_before"}),
)
_BOUND_GROUPS = ("ge_after", "ge_before", "le_after", "le_before", "gt_before", "lt_before")
_APPROXIMATIONS = (
    (Approximation.OVER_NUMBER, ("over1",)),
    (Approximation.OVER_SCALE, ("over2", "over3")),
    (Approximation.NEAR, ("near_before",)),
    (Approximation.ABOUT, ("about_before", "about_after")),
)


def _range_start(part: dict[str, Any], written: Written, scale: str) -> Written:
    literal = part["low"]
    size = SCALES.get(part["low_scale"] or scale, 1)
    return Written(arabic(literal.replace("−", "-")), decimals(literal), size, written.counted, trailing_zeros(literal))


@cache
def _money_context() -> re.Pattern[str]:
    return re.compile(alternation(table("units")["money_nouns"]))


def _implied_unit(match: re.Match[str], scale: str) -> Unit:
    """Return what a bare 万 or 亿 counts: persons or households by the noun behind it, or yuan."""
    money = _money_without_yuan(match) if scale in {"亿", "万亿"} else NO_UNIT
    if money is not NO_UNIT:
        return money
    counted = _counted_nouns().match(match.string, match.end())
    if counted is not None:
        return unit_of(next(name for name, found in counted.groupdict().items() if found))
    return NO_UNIT


@cache
def _counted_nouns() -> re.Pattern[str]:
    nouns = table("units")["counted_nouns"]
    groups = "|".join(f"(?P<{unit}>{alternation(words)})" for unit, words in nouns.items())
    return re.compile(rf"[\u4e00-\u9fff]{{0,8}}?(?:{groups})(?!(?:以上|以下)的?[\u4e00-\u9fff]|大)")


def _money_without_yuan(match: re.Match[str]) -> Unit:
    """Return yuan when the words around a bare 亿 speak of money (销售收入30亿以上)."""
    around = match.string[max(0, match.start() - 12) : match.start()] + match.string[match.end() : match.end() + 6]
    return unit_of("元") if _money_context().search(around) else NO_UNIT


@cache
def _sums() -> re.Pattern[str]:
    return re.compile(f"的?(?:各类|各级|上级)?(?:{alternation(table('units')['sums_of_money'])})")


_LONGEST_STATE = 6
_COUNT_FOLLOWS = re.compile(r"的?(?:有)?\d+(?:\.\d+)?[万余多]?[家个项户人]")
_NOUN = re.compile(r"的?[\u4e00-\u9fff“A-Z]")


@cache
def _not_noun() -> re.Pattern[str]:
    return re.compile(f"的?(?:{alternation(table('phrases')['not_noun'])})")


@cache
def _states() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(table('phrases')['states'])})$")


@cache
def _bare_names() -> re.Pattern[str]:
    names = alternation(table("units")["bare_names"])
    between = alternation(
        ["已", "为", "是", "达", "到", "至", "在", "提高", "降低", "下降", "缩小", "控制", "保持", "稳定"]
    )
    return re.compile(
        rf"(?:{names})[^，。；、\d]{{0,3}}?(?:{between})*(?:[\d.]+(?:提高|降低|下降|缩小|扩大)(?:到|至))?$"
    )


_LONGEST_BARE_NAME = 24


def _belongs_to_name(found: Quantity, text: str) -> bool:
    """Whether the figure only names something: a capacity (30万吨乙醇装置), a threshold (30亿以上的企业), an age."""
    if found.unit.kind in {"ratio", "growth", "counter"}:
        return False
    if found.form is Form.BARE:
        return not _bare_names().search(text, max(0, found.start - _LONGEST_BARE_NAME), found.start)
    if found.comparator is not Comparator.EQ and _COUNT_FOLLOWS.match(text, found.end) is not None:
        return found.unit.kind in {"money", "physical"}  # 其中10亿元以上5个
    noun_follows = _NOUN.match(text, found.end) is not None and _not_noun().match(text, found.end) is None
    if not noun_follows:
        return False
    if found.comparator is not Comparator.EQ and found.unit.kind in {"money", "physical"}:
        return _sums().match(text, found.end) is None
    if found.unit.named == "true":
        return _states().search(text, max(0, found.start - _LONGEST_STATE), found.start) is None
    return found.unit.named == "always"
