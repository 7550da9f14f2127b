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
    if told is None:
        return []
    other = _other_whole(reader, around, told.start())
    shares = [f"{other}第{one}产业占比" for one in "一二三"] if other else [*_SHARES]
    return shares * (count // len(shares))


def _other_whole(reader: PassageReader, around: Around, at: int) -> str:
    """Return the economy a structure is of, where it is not that of the area: 林业总产值268亿元，三次产业结构为…."""
    named = _ECONOMY.search(reader.words, reader.clause, at)
    if named is not None:
        return named[0]
    amounts = (one for one in reversed(reader.same_sentence(around.figure)) if one.quantity.unit.kind == "money")
    output = next((_OUTPUT.fullmatch(one.indicator) for one in amounts), None)
    return output["of"] if output is not None else ""


_ECONOMY = expression("(?:林业|林草|海洋|渔业|茶业|竹业|花卉|旅游|文旅|中医药)(?:产业|经济)?$")
_OUTPUT = expression("(?P<of>(?!地区|工业|农业|农林牧渔业)[\u4e00-\u9fff]{2,8}?)(?:全产业链)?总?产值")
