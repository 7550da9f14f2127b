"""Sums over the years that a sentence opens with: 五年累计新增就业272万人，转移农村劳动力385万人."""

from __future__ import annotations

from planforge.facts.figures.quantity import Form
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Flow
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around
from planforge.patterns import expression

_OPENS = expression(
    "[\\s，,]*(?:(?:全|我)[省市县区州国]|过去|力争|计划|确保)?[二两三四五]年(?![来间底末初级前后内制期行规计之的以])"
)
_LONGEST_OPENING = 12
_HAPPENED = expression(
    "(?:转移(?!支付)[^，。；、\\d达有至到为是]{0,10}|(?:再|转移)就业(?:人[数员])?"
    "|(?:建设|建成|新建|改建|扩建|改造|整治|修建|治理|解决|开工|筹集|发放)(?!用地|面积|规模|区)[^，。；、\\d达有至到为是]{1,16})$"
)
"""What is done as the years go by; who is employed or insured (从业人员, 参保) is how many there are."""


def opens_with_a_sum(reader: PassageReader) -> bool:
    """Whether the sentence that is read opens with the number of years that its sums are over: 五年累计."""
    begin = reader.sentence
    told = reader.words.find("年", begin, begin + _LONGEST_OPENING) >= 0
    return told and _OPENS.match(reader.words, begin) is not None


def sums_go_on(reader: PassageReader, around: Around) -> bool:
    """Whether a figure tells what was done over the years that the first one of its sentence is a sum of."""
    last = reader.done[-1] if reader.done else None
    if last is None or last.position.sentence != reader.sentence or last.years is None or last.years.single:
        return False
    if around.figure.unit.kind == "ratio" or not opens_with_a_sum(reader):
        return False
    return _HAPPENED.search(reader.words, max(reader.clause, around.start), around.figure.start) is not None


def years_of_share(reader: PassageReader, around: Around) -> Years | None:
    """Return the years of the sum that a share is of another: 五年累计完成投资5660亿元，占全社会投资的14.5%."""
    if around.figure.form is not Form.PERCENT or not around.region.lstrip("，,、").startswith(_MAKES):
        return None
    told = [one for one in reader.same_sentence(around.figure) if one.quantity.unit.kind == "money"]
    last = told[-1] if told and told[-1].flow is Flow.FLOW else None
    if last is None or last.years is None or last.years.single:
        return None
    begin, end = last.quantity.end, around.figure.start
    named = any(begin <= one.start and one.end <= end and not one.base for one in reader.moments)
    return None if named else last.years


_MAKES = ("占", "约占")
