"""Figures said in words: 翻两番, 三成, 一半以上, 百分之六, 三百余家."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from planforge.facts.figures.as_quantity import EXACTLY, as_quantity, bounds_of
from planforge.facts.figures.literals import Literal
from planforge.facts.figures.numbers import arabic, chinese
from planforge.facts.figures.parts_told import tells_part
from planforge.facts.figures.precision import Approximation, Comparator, Written
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.figures.units import unit_of
from planforge.patterns import expression

_MOST_DOUBLINGS = 20
_NEARLY = expression("(?:接近|将近|几近|几乎|近|约|差不多|基本(?:上|实现|达到|完成)*)了?(?:实现)?$")
"""接近翻一番, 基本实现翻番."""
_LONGEST_NEARLY = 8
_TIMES_BOUNDS = {
    "以上": (Comparator.GE, Approximation.NONE), "左右": (Comparator.APPROX, Approximation.ABOUT),
    **dict.fromkeys(("近", "接近"), (Comparator.APPROX, Approximation.NEAR)),
    "约": (Comparator.APPROX, Approximation.ABOUT),
    **dict.fromkeys(("超", "超过", "突破", "逾"), (Comparator.GT, Approximation.NONE)),
    **dict.fromkeys(("不足", "不到"), (Comparator.LT, Approximation.NONE)),
}  # fmt: skip
"""What the words around 三成 and 两倍 make of them."""


def read_doubling(literal: Literal) -> Quantity | None:
    """Read 翻两番, 翻一番半 and 基本实现翻番 as doublings."""
    match = literal.opening
    words = match["doublings"] or "一"
    value = arabic(words) if words.isdigit() and len(words) <= 2 else chinese(words)
    if value is None or value > _MOST_DOUBLINGS:
        return None
    comparator = Comparator.GE if match["doublings_more"] == "以上" else Comparator.EQ
    about = Approximation.OVER_SCALE if match["doublings_more"] in {"多", "有余"} else Approximation.NONE
    at = match.start()
    near = match["doublings_near"] or _NEARLY.search(match.string, max(0, at - _LONGEST_NEARLY), at)
    if near or match["doublings_more"] == "左右":
        comparator, about = Comparator.APPROX, Approximation.NEAR if near else Approximation.ABOUT
    digits = match.span("doublings" if match["doublings"] else 0)
    half = match["doublings_more"] == "半"
    written = Written(value + Fraction(1, 2), 1) if half else Written(value)  # 翻一番半
    found = as_quantity(literal, digits, Form.DOUBLINGS, written, unit_of("番"), (comparator, about))
    return replace(found, literal=f"{float(written.number):g}" if half else words)


def read_times(literal: Literal) -> Quantity | None:
    """Read 三成 as 30% and 两倍 as a multiple."""
    match = literal.opening
    value = chinese(match["times_cn"])
    if value is None:
        return None
    is_tenths = match["times_cn_unit"].startswith("成")
    written = Written(value * 10) if is_tenths else Written(value)
    unit, form = (unit_of("%"), Form.PERCENT) if is_tenths else (unit_of("倍"), Form.TIMES)
    bounds = _TIMES_BOUNDS.get(match["times_cn_post"] or match["times_about"] or "", EXACTLY)
    raw = "成" if is_tenths else None  # 三成 is printed so, not as 三%
    return as_quantity(literal, match.span("times_cn"), form, written, unit, bounds, raw=raw)


def read_fraction(literal: Literal) -> Quantity | None:
    """Read 一半以上, 过半 and 三分之二 as percentages, where the words before speak of a share or a change."""
    match = literal.opening
    if not tells_part(match.string, match.start(), match.end()):
        return None
    n, per = chinese(match["fraction_n"] or ""), chinese(match["fraction_per"] or "")
    written = Written((n / per if n and per else Fraction(1, 2)) * 100)
    said = "超过" if match["over_half"] else match["fraction_post"] or match["fraction_about"] or "约"
    at, bounds = match.span("half" if match["half"] else "fraction_of"), _TIMES_BOUNDS.get(said, EXACTLY)
    found = as_quantity(literal, at, Form.PERCENT, written, unit_of("%"), bounds, raw="")
    return replace(found, literal="一半") if match["half"] else found


def read_percent(literal: Literal) -> Quantity | None:
    """Read 百分之六点五 as a percentage."""
    whole, _, rest = literal.opening["percent_cn"].partition("点")
    value, tenths = chinese(whole), chinese(rest) if rest else Fraction(0)
    if value is None or tenths is None:
        return None
    written = Written(value + tenths / 10 ** len(rest), len(rest))
    at = literal.opening.span("percent_cn")
    return as_quantity(literal, at, Form.PERCENT, written, unit_of("%"), bounds_of(literal))


def read_chinese(literal: Literal) -> Quantity | None:
    """Chinese numerals say a figure only from ten up, with 近, 余 or more than one character (not 千家万户)."""
    start, end = literal.digits
    words, about = literal.opening.string[start:end], literal.opening["cn_about"] or ""
    value = chinese(words)
    vague = bool(about or literal.over)
    if value is None or value < 10 or not (vague or len(words) >= 2) or words in {"千万", "百万", "万千"}:
        return None
    unit = unit_of(literal.unit)
    written = Written(value, 0, 1, unit.counts, len(str(value)) - len(str(value).rstrip("0")))
    return as_quantity(literal, literal.digits, Form.AMOUNT, written, unit, _said(literal, about), raw=literal.unit)


def _said(literal: Literal, about: str) -> tuple[Comparator, Approximation]:
    """Return what the words around a Chinese numeral make of it."""
    nearly = {"近": Approximation.NEAR, "约": Approximation.ABOUT}.get(about, Approximation.NONE)
    if literal.over:
        nearly = Approximation.OVER_NUMBER
    comparator = Comparator.APPROX if nearly is not Approximation.NONE else Comparator.EQ
    if about in {"超", "超过", "突破", "逾", "上"}:
        comparator = Comparator.GT
    if literal.post == "以上":
        comparator = Comparator.GE
    return comparator, nearly
