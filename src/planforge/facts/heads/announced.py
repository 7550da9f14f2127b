"""What a sentence says at its beginning that it tells of: 主要产品产量中，…; 各类事故死亡人数中，煤矿下降20.1%."""

from __future__ import annotations

from planforge.facts.figures.quantity import Form
from planforge.facts.heads.left_heads import Head
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

_PRODUCTS = expression("[^，。；：\\d]{0,12}产品(?:产量|预计完成|产量(?:预计)?(?:完成|达到?))?(?:中，|：|:|，其中)")
_OF_ALL = expression(
    "(?:在|全[省市县区国])?[^，。；：\\d]{1,14}?"
    "(?P<measure>死亡人数|受伤人数|投资|零售额|销售额|销售收入|营业收入|产值|增加值|贷款余额|存款余额|进出口总?额|出口额|进口额|用电量)中，"
)
_SORTED_BY = expression(
    "从[^，。；：\\d]{0,10}?(?P<measure>投资|零售额|增加值|产值|进出口|用电量|税收)(?:情况|结构|构成)?看，"
)
"""从三次产业投资情况看，第二产业下降41.6%."""
_RATE_OF_EACH = expression("[。；]?(?P<rate>[\u4e00-\u9fff]{2,20}(?:率|比例|比重|占比))[:：]")
"""专任教师本科及以上学历比例：幼儿园57%、小学92%."""
_HAS_MEASURE = expression("[量额值率积数入资格款比]$|投资|收入|支出|价格|面积|人次|余额|[进出]口|占")


def with_announced(reader: PassageReader, around: Around, head: Head) -> str:
    """Return the name of a head with what its sentence announced to tell of, as it is where it has a measure itself."""
    if head.right_end or _HAS_MEASURE.search(head.name):
        return head.name
    sentence = reader.sentence
    if around.grown is None and around.figure.form is Form.PERCENT:
        rate = _RATE_OF_EACH.match(reader.words, sentence, sentence + _LONGEST)
        return head.name + rate["rate"] if rate is not None else head.name
    level = around.grown is None and around.figure.form is Form.AMOUNT
    opening = reader.words[sentence : sentence + _LONGEST]
    if level and "产品" in opening and _PRODUCTS.match(reader.words, sentence) is not None:
        return f"{head.name}产量"
    announced = _OF_ALL.match(opening) if "中，" in opening else None
    announced = announced or (_SORTED_BY.match(opening) if opening.startswith("从") else None)
    if announced is None:
        return head.name
    return head.name + announced["measure"]


_LONGEST = 32
