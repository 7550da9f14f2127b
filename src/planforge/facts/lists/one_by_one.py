"""Whether figures are handed out one by one to the names before them: by 分别, or without a word for it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from planforge.facts.figures.listed import quantities
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.heads.left_heads import Head
from planforge.facts.lists.marks import spelt_out
from planforge.facts.names.trimming import plain_name
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

APART = expression("分别|各(?=增长|下降|提高|上升|增加|减少|回落|下滑)")
_BEGAN = expression("分别[由从]")
"""甲、乙分别由a、b提高到c、d: each part has two figures."""
_FROM_THERE = expression("[由从][^，。；]*$")
_LEADS_APART = expression(
    r"(?:[、和与及]\d[^，。；、和与及]{0,8})+?[，,]?分别(?:已|由|从)?(?:增|提|上升|扩|发展|下降|降|减|缩|压)[^，。；\d]{0,3}(?:到|至|为)"
)
_PAIR = expression(
    "和[^、和，]+(?:是|为|达到?|(?:同比|[比较](?:上年|去年)(?:同期)?)?(?:分别)?(?:减少|增加|下降|增长))$"
)
AND = expression("[和与、]")
_TWO_RATES = expression(r"\d[\d.]*%[和与、]\d[\d.]*%(?=[，。；、])")
_SECOND = expression("[和、](?=[0-9])")
_SECOND_BEGINS = ("和", "、")


def where_begun(reader: PassageReader, around: Around) -> bool:
    """Whether a figure is where the first of several began: 分别由a、b提高到c、d; 由a、b分别提高到c、d."""
    start = around.figure.number_at[0]
    words = reader.words[around.start : start]
    if "由" not in words and "从" not in words:
        return False
    if _BEGAN.search(reader.words, around.start, around.figure.start):
        return True
    end = reader.clauses.clause_end(around.figure.end)
    from_there = _FROM_THERE.search(reader.words, around.start, start) is not None
    if not from_there:
        return False
    told = _LEADS_APART.match(reader.words, around.figure.end, end) is not None
    return told or _row_becomes(reader, around, end)


def _row_becomes(reader: PassageReader, around: Around, end: int) -> bool:
    """Whether a row of shares becomes another as long without 分别: 甲、乙占比由a、b优化为c、d."""
    named = around.region.find("、")
    became = _BECOMES.search(reader.words, around.figure.end, end) if named >= 0 else None
    if became is None or around.figure.form is not Form.PERCENT:
        return False
    began, came = (
        _SHARE_OF_ROW.findall(reader.words, *part)
        for part in ((around.figure.start, became.start()), (became.end(), end))
    )
    return len(began) == len(came) > 1


_BECOMES = expression("[，,]?(?:优化|调整|变化|转变|演变|提高|下降|降低|变)(?:为|到|至)")
_SHARE_OF_ROW = expression(r"\d[\d.]*[%％]")


def of_both(reader: PassageReader, around: Around) -> bool:
    """面积和产量是95亩和37吨: two names, two figures of different units, without 分别."""
    if not reader.words.startswith(_SECOND_BEGINS, around.figure.end):
        return False
    end = reader.clauses.clause_end(around.figure.end)
    second = _SECOND.match(reader.words, around.figure.end, end)
    if second is None or _PAIR.search(reader.words, around.start, around.figure.start) is None:
        return False
    other = next(iter(quantities(reader.words[second.end() : end])), None)
    return other is not None and not other.unit.comparable(around.figure.unit)


def goes_on_apart(reader: PassageReader, around: Around) -> bool:
    """Whether shares follow as many figures that 分别 handed out right before: 产值分别为a、b，占工业总产值的c%、d%."""
    if around.grown is not None or around.figure.form is not Form.PERCENT or not around.region.startswith(_SHARES):
        return False
    count = reader.left_in_clause(around.figure)
    if count < _PAIRED or _SEVERAL_SHARES.match(reader.words, around.figure.end) is None:
        return False
    begin = reader.clauses.clause_start(max(0, around.start - 2))
    before = [one for one in islice(reversed(reader.done), count + 1) if one.quantity.start >= begin]
    return len(before) == count and "分别" in reader.words[begin : before[-1].quantity.start]


_SHARES = ("占", "，占", ",占")
_SEVERAL_SHARES = expression(r"(?:[、和及与]\d[\d.]*%)+(?=[，。；]|$)")


def spelt_row(reader: PassageReader, around: Around, head: Head) -> bool:
    """Whether as many levels in one unit follow one another as a short name means: 城乡居民收入27306元、8929元."""
    if around.grown is not None or not reader.words.startswith(_SECOND_BEGINS, around.figure.end):
        return False
    end = reader.clauses.clause_end(around.figure.end)
    second = _SECOND.match(reader.words, around.figure.end, end)
    count = len(spelt_out(plain_name(head.name))) if second is not None else 0
    if second is None or count < _PAIRED or count != left_in_row(reader, around.figure):
        return False
    other = next(iter(quantities(reader.words[second.end() : end])), None)
    return other is not None and other.unit is around.figure.unit


_PAIRED = 2


def left_in_row(reader: PassageReader, figure: Quantity) -> int:
    """Return how many figures its clause has from one on, up to the changes of as many: 达到a和b、分别增长c和d."""
    left = reader.left_in_clause(figure)
    again = reader.words.find(_AGAIN, figure.end, reader.clauses.clause_end(figure.end)) if left > _PAIRED else -1
    if again < 0:
        return left
    row = bisect_left(reader.starts, again) - bisect_left(reader.starts, figure.start)
    return row if row * 2 == left else left


_AGAIN = "、分别"


def changes_of_both(reader: PassageReader, around: Around) -> bool:
    """城镇和农村居民收入年均增长8.9%和9.6%: two names, two rates, without 分别."""
    rates = around.grown is not None and around.figure.form is Form.PERCENT
    return (
        rates
        and AND.search(around.region) is not None
        and _TWO_RATES.match(reader.words, around.figure.start) is not None
    )
