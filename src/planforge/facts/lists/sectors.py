"""The three sectors told in a row: 三次产业结构由a%、b%和c%调整为d%、e%和f%."""

from __future__ import annotations

from planforge.facts.figures.quantity import Form
from planforge.facts.figures.sector_ratios import STRUCTURE
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

_STRUCTURE = expression(
    rf"{STRUCTURE}"
    r"[^，。；\d]{0,6}(?:[由从][^，。；\d]{0,10}(?:\d{4}年[^，。；\d]{0,3})?)?$"
)
_SHARES = tuple(f"第{one}产业增加值占地区生产总值比重" for one in "一二三")


def sector_shares(reader: PassageReader, around: Around) -> list[str]:
    """Return the indicators of the shares that follow, in their order, where a row of them tells the structure.

    A row is of three, or of six where it says from what to what.
    """
    if around.figure.form is not Form.PERCENT or around.grown is not None:
        return []
    count = reader.left_in_clause(around.figure)
    if count not in (3, 6):
        return []
    told = _STRUCTURE.search(reader.words, reader.clause, around.figure.start)
    return [*_SHARES] * (count // len(_SHARES)) if told is not None else []
