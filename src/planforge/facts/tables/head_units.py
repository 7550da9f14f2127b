"""Units in brackets at the end of heads and names: 产量（万吨）."""

from __future__ import annotations

from planforge.facts.figures.units import split_scale, unit_of
from planforge.patterns import expression

YEAR = expression(r"(?P<year>(?:19|20)\d\d)年?")
_BRACKETED = expression(r"[（(](?P<inside>[^（()）]*)[)）]\s*$")


def unit_in(words: str) -> str:
    """Return a bracket at the end of a head or a name as a unit, "" when it is none."""
    bracket = _BRACKETED.search(words)
    inside = bracket["inside"].strip() if bracket else ""
    return inside if is_unit(inside) else ""


def counted_unit(unit: str, name: str) -> str:
    """Return a unit that is but a scale (亿) with what the name of its row counts: 流通人次（亿） are 亿人次."""
    if unit not in _SCALES:
        return unit
    return unit + next((counted for ending, counted in _COUNTED.items() if name.endswith(ending)), "")


_SCALES = ("万", "亿", "百万", "千万", "万亿")
_COUNTED = {"人次": "人次", "人次数": "人次", "人数": "人", "人口": "人", "户数": "户"}


def without_unit(words: str) -> str:
    """Return a name without the unit in brackets at its end."""
    bracket = _BRACKETED.search(words)
    return words[: bracket.start()].strip() if bracket and is_unit(bracket["inside"].strip()) else words


_NO_UNIT = expression(
    "^(?:含|不含|其中|包括|按|以|新|省|市|国|全|规|[三五]年|累计|目标|约|预)|(?:年|数据|口径|级|及|以上|以下|类|数|量|额|率|值)$"
)


def is_unit(words: str) -> bool:
    """Whether words in brackets name a unit: a known one, a compound, or at most four characters that may be one."""
    if words == "年":
        return True
    if not words or len(words) > 12 or YEAR.search(words):
        return False
    rest = split_scale(words)[2]
    if unit_of(rest).kind not in {"other", "bare"} or "/" in words or "％" in words or "‰" in words:
        return True
    named = not words.isascii() and any(one.isalpha() for one in words)
    return len(words) <= 4 and named and _NO_UNIT.search(words) is None
