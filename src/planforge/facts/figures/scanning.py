"""The figures of a text, each read by itself: value, precision and comparator of what stands there.

`literals` tells where figures stand and of which words they consist; `listed` looks at rows of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from planforge.facts.figures.implied import implied_unit
from planforge.facts.figures.literals import Literal, literals
from planforge.facts.figures.numbers import LONGEST_NUMBER, SCALES, arabic, chinese, decimals, trailing_zeros
from planforge.facts.figures.parts_told import tells_part
from planforge.facts.figures.places_told import among_places, is_bare
from planforge.facts.figures.precision import Approximation, Comparator, Written
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.figures.units import NO_UNIT, Unit, unit_of
from planforge.patterns import expression


def figures_of(text: str) -> Iterator[Quantity]:
    """Yield the figures of a reading from left to right, each by itself; `listed` looks at rows of them."""
    for literal in literals(text):
        found = _READERS[literal.kind](literal)
        if found is not None:
            yield found


_PLACE = Unit("位", frozenset({"rank"}), "rank")
_PLACES = ("位", "位次", "个位次")
_MOVED = expression("(?:上升|前移|提升|跃升|前进|攀升|下降|后退|后移|下滑)了?$")
_MOST_DOUBLINGS = 20


_AIMED_AT = expression(
    "(?:进入|进|跻身|位列|位居|居|排名|排在|列|保持|稳定|冲刺|冲进|迈入|挤进|晋位|上升|提升|前移|跃升|攀升)(?:到|在|至)?[^，。；\\d]{0,16}$"
)
"""进入全国百强县前80名 is a place, 前3名的企业 counts those who have it."""
_FURTHEST_AIM = 20


def _rank(literal: Literal) -> Quantity | None:
    if literal.opening["rank_top"] is not None:
        return _top(literal)
    words = literal.opening["rank_n"]
    if is_bare(literal.opening) and not among_places(literal.opening):
        return None
    about = literal.opening.string.startswith(_ABOUT, literal.end)
    literal = replace(literal, end=literal.end + len(_ABOUT)) if about else literal
    bounds = (Comparator.APPROX, Approximation.ABOUT) if about else _EXACTLY
    return _place(literal, words, literal.opening.span("rank_n"), bounds)


_ABOUT = "左右"


def _top(literal: Literal) -> Quantity | None:
    """Read 前80名 as the 80th place or a better one."""
    start = literal.opening.start()
    if _AIMED_AT.search(literal.opening.string, max(0, start - _FURTHEST_AIM), start) is None:
        return None
    at = literal.opening.span("rank_top")
    return _place(literal, literal.opening["rank_top"], at, (Comparator.LE, Approximation.NONE))


def _place(
    literal: Literal, words: str, at: tuple[int, int], bounds: tuple[Comparator, Approximation]
) -> Quantity | None:
    value = arabic(words) if words.isdigit() and len(words) <= LONGEST_NUMBER else chinese(words)
    return (
        _quantity(literal, at, Form.RANK, Written(value, counted=True), _PLACE, bounds) if value is not None else None
    )


_NEARLY = expression("(?:接近|将近|几近|几乎|近|约|差不多|基本(?:上|实现|达到|完成)*)了?(?:实现)?$")
"""接近翻一番, 基本实现翻番."""
_LONGEST_NEARLY = 8


def _doubling(literal: Literal) -> Quantity | None:
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
    found = _quantity(literal, digits, Form.DOUBLINGS, written, unit_of("番"), (comparator, about))
    return replace(found, literal=f"{float(written.number):g}" if half else words)


def _digits(literal: Literal) -> Quantity | None:
    number, opening, closing = literal.number, literal.opening, literal.closing
    words, scale, raw = number["number"], number["scale"] or "", literal.unit
    if len(words) > LONGEST_NUMBER or len(opening["number"]) > LONGEST_NUMBER:
        return None
    if not raw and closing and closing["paren"] and (inside := unit_of(closing["paren"][1:-1])).kind != "other":
        raw = inside.name
    unit = unit_of(raw)
    if unit is NO_UNIT and scale:
        unit = implied_unit(literal, scale)
    if raw in _PLACES and _MOVED.search(opening.string, max(0, opening.start() - 4), opening.start()):
        unit = _PLACE  # 排名上升4位
    written = _written(words, scale, counted=unit.counts)
    low = None
    if number is not opening:
        low = _written(opening["number"], opening["scale"] or scale, counted=unit.counts)
        low = low if low.value < written.value else None
    form = FORMS.get(unit.name, Form.BARE if unit is NO_UNIT else Form.AMOUNT)
    at, bounds = number.span("number"), _bounds(literal)
    return _quantity(literal, at, form, written, unit, bounds, scale=scale, raw=raw, low=low)


FORMS = {
    "%": Form.PERCENT,
    "‰": Form.PERCENT,
    "百分点": Form.POINTS,
    "千分点": Form.POINTS,
    "倍": Form.TIMES,
    "番": Form.DOUBLINGS,
}
"""What a figure looks like by its unit; any other is an amount."""


def _written(words: str, scale: str, *, counted: bool) -> Written:
    size = SCALES.get(scale, 1)
    return Written(arabic(words.replace("−", "-")), decimals(words), size, counted, trailing_zeros(words))


def _times(literal: Literal) -> Quantity | None:
    match = literal.opening
    value = chinese(match["times_cn"])
    if value is None:
        return None
    is_tenths = match["times_cn_unit"].startswith("成")
    written = Written(value * 10) if is_tenths else Written(value)
    unit, form = (unit_of("%"), Form.PERCENT) if is_tenths else (unit_of("倍"), Form.TIMES)
    bounds = _TIMES_BOUNDS.get(match["times_cn_post"] or match["times_about"] or "", _EXACTLY)
    return _quantity(literal, match.span("times_cn"), form, written, unit, bounds)


def _fraction(literal: Literal) -> Quantity | None:
    """Read 一半以上, 过半 and 三分之二 as percentages, where the words before speak of a share or a change."""
    match = literal.opening
    if not tells_part(match.string, match.start(), match.end()):
        return None
    n, per = chinese(match["fraction_n"] or ""), chinese(match["fraction_per"] or "")
    written = Written((n / per if n and per else Fraction(1, 2)) * 100)
    said = "超过" if match["over_half"] else match["fraction_post"] or match["fraction_about"] or "约"
    at, bounds = match.span("half" if match["half"] else "fraction_of"), _TIMES_BOUNDS.get(said, _EXACTLY)
    found = _quantity(literal, at, Form.PERCENT, written, unit_of("%"), bounds, raw="")
    return replace(found, literal="一半") if match["half"] else found


def _percent(literal: Literal) -> Quantity | None:
    whole, _, rest = literal.opening["percent_cn"].partition("点")
    value, tenths = chinese(whole), chinese(rest) if rest else Fraction(0)
    if value is None or tenths is None:
        return None
    written = Written(value + tenths / 10 ** len(rest), len(rest))
    at = literal.opening.span("percent_cn")
    return _quantity(literal, at, Form.PERCENT, written, unit_of("%"), _bounds(literal))


def _chinese(literal: Literal) -> Quantity | None:
    """Chinese numerals say a figure only from ten up, with 近, 余 or more than one character (not 千家万户)."""
    start, end = literal.digits
    words, about = literal.opening.string[start:end], literal.opening["cn_about"] or ""
    value = chinese(words)
    vague = bool(about or literal.over)
    if value is None or value < 10 or not (vague or len(words) >= 2) or words in {"千万", "百万", "万千"}:
        return None
    unit = unit_of(literal.unit)
    written = Written(value, 0, 1, unit.counts, len(str(value)) - len(str(value).rstrip("0")))
    return _quantity(literal, literal.digits, Form.AMOUNT, written, unit, _said(literal, about), raw=literal.unit)


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


_READERS = {
    "digits": _digits, "chinese": _chinese, "percent": _percent, "times": _times, "rank": _rank, "doubled": _doubling,
    "fraction": _fraction,
}  # fmt: skip
_EXACTLY = (Comparator.EQ, Approximation.NONE)
_TIMES_BOUNDS = {
    "以上": (Comparator.GE, Approximation.NONE), "左右": (Comparator.APPROX, Approximation.ABOUT),
    **dict.fromkeys(("近", "接近"), (Comparator.APPROX, Approximation.NEAR)),
    "约": (Comparator.APPROX, Approximation.ABOUT),
    **dict.fromkeys(("超", "超过", "突破", "逾"), (Comparator.GT, Approximation.NONE)),
    **dict.fromkeys(("不足", "不到"), (Comparator.LT, Approximation.NONE)),
}  # fmt: skip
"""What the words around 三成 and 两倍 make of them."""


def _quantity(
    literal: Literal,
    number_at: tuple[int, int],
    form: Form,
    written: Written,
    unit: Unit,
    bounds: tuple[Comparator, Approximation] = _EXACTLY,
    *,
    scale: str = "",
    raw: str | None = None,
    low: Written | None = None,
) -> Quantity:
    shown, text = unit.name if raw is None else raw, literal.opening.string
    return Quantity(
        literal.opening.start(), literal.end, number_at, text[number_at[0] : number_at[1]], form, written, scale, unit,
        shown, *bounds, low,
    )  # fmt: skip


def _bounds(literal: Literal) -> tuple[Comparator, Approximation]:
    """Return what the words around a number make of it; 突破…以上 counts as 以上."""
    opening, number, closing = literal.opening, literal.number, literal.closing
    after = (closing.lastgroup or "")[:2] if closing else ""
    bare = opening.start("number") == opening.start()  # most numbers have no such words before them
    said = {after, "" if bare else next((name for name in _BEFORE if opening[f"{name}_before"]), "")}
    for name, comparator in _COMPARATORS.items():
        if name in said:
            return comparator, Approximation.NONE
    if number["over1"]:
        return Comparator.APPROX, Approximation.OVER_NUMBER
    if number["over2"] or (closing and closing["over3"]):
        return Comparator.APPROX, Approximation.OVER_SCALE
    if "near" in said:
        return Comparator.APPROX, Approximation.NEAR
    return (Comparator.APPROX, Approximation.ABOUT) if said & {"about", "ab"} else _EXACTLY


_BEFORE = ("ge", "gt", "le", "lt", "about", "near")
_COMPARATORS = {"ge": Comparator.GE, "le": Comparator.LE, "gt": Comparator.GT, "lt": Comparator.LT}
