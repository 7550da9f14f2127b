"""A share whose whole is told with its value right before: 税收收入68.3亿元，占一般公共预算收入102.4亿元的66.7%."""

from __future__ import annotations

from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

OF_IT = ("的", "的约", "的近")


def of_whole_before(reader: PassageReader, around: Around) -> Topic | None:
    """Return what such a share is of: the part named before, in the whole that the last figure is the value of."""
    if around.figure.form is not Form.PERCENT or around.grown or around.region not in OF_IT or len(reader.done) < 2:
        return None
    whole = reader.done[-1]
    parts = (one for one in reversed(reader.same_sentence(around.figure)[:-1]) if not (one.kind.is_change or one.adds))
    part = next((one for one in parts if one.quantity.unit.comparable(whole.quantity.unit)), None)
    name = whole.indicator or whole.head
    if part is None or not (part.indicator and name) or whole.quantity.end != around.start:
        return None
    if "占" not in reader.words[part.quantity.end : whole.quantity.start]:
        return None
    named = f"{part.indicator}占{name}比重"
    return Topic(reader.situation.table.resolve(part.scope + part.tier + named), named, inherited=True)


def whole_divided(reader: PassageReader, figure: Quantity) -> str:
    """Return the whole that the sentence begins with, whose shares it tells: 工业企业法人单位中，制造业占91.5%."""
    sentence = reader.clauses.sentence_start(figure.start)
    begin = max(sentence, reader.words.rfind("；", sentence, figure.start) + 1)
    end = reader.clauses.clause_end(begin)
    if end >= figure.start or not reader.words.endswith("中", begin, end):
        return ""
    told = _DIVIDED.fullmatch(reader.without_times(begin, end))
    return told["whole"] if told is not None else ""


_DIVIDED = expression(
    "在?(?:全[省市县区州国])?(?P<whole>[\u4e00-\u9fff]{2,20}?(?:单位|企业|机构|从业人员|人员|户|收入|支出|投资|资产|总[量额]))(?:之)?中"
)
"""Of a population, of output and of what a plan calls a branch the shares go by their own names."""
