"""In which prices a change is told: in those of each year (按现价计算), or in constant ones (按可比价格计算)."""

from __future__ import annotations

from enum import Enum

from planforge.facts.statement import Source, Statement
from planforge.facts.writing.words import table
from planforge.patterns import expression


class Prices(Enum):
    """The prices a change is reckoned in."""

    CURRENT = "current"
    CONSTANT = "constant"


_CURRENT = "现价|[现当]年价|现行价"
_TOLD = expression(
    f"(?P<current>{_CURRENT}|名义)|可比|不变价|同口径|同比口径|扣除价格|剔除价格|实际(?=增长|增速|年均|下降)"
)
_BEHIND = expression(rf"[（(][^）)\d]{{0,4}}(?:(?P<current>{_CURRENT})|可比|不变价)")
_OTHER_FIGURE = ("。", "；", "%", "倍", "\n")
_FURTHEST = 40


def prices_told(one: Statement) -> Prices | None:
    """Return the prices that the words of a change name, before it or in brackets behind; None for none."""
    if not one.kind.is_change or one.source is Source.TABLE:
        return None
    text, at = one.span.file.text, one.span.start
    start = max(0, at - _FURTHEST)
    start = max(start, *(text.rfind(mark, start, at) + 1 for mark in _OTHER_FIGURE))
    told = _BEHIND.match(text, one.span.end) or next(reversed([*_TOLD.finditer(text, start, at)]), None)
    if told is None:
        return None
    return Prices.CURRENT if told["current"] else Prices.CONSTANT


def in_constant_prices(name: str) -> bool:
    """Whether statistics reckon the growth of an indicator in constant prices, whatever its printed values."""
    constant = table("roles")["constant_prices"]
    return name.endswith(tuple(constant["ends"])) or name.startswith(tuple(constant["starts"]))


def of_other_prices(one: Statement, two: Statement) -> bool:
    """Whether two changes of one thing are told in different prices, so that both can be true."""
    if not one.kind.is_change:
        return False
    first, second = prices_told(one), prices_told(two)
    if first is second:
        return False
    usual = Prices.CONSTANT if in_constant_prices(one.indicator) else Prices.CURRENT
    return (first or usual) is not (second or usual)
