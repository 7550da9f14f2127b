"""A share whose whole is told with its value right before: 税收收入68.3亿元，占一般公共预算收入102.4亿元的66.7%."""

from __future__ import annotations

from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

OF_IT = ("的", "的约", "的近")


def of_whole_before(reader: PassageReader, around: Around) -> Topic | None:
    """Return what such a share is of: the part named before, in the whole that the last figure is the value of."""
    parts = _parts_of_last(reader, around)
    if not parts:
        return None
    part = parts[-1]
    named = _share_of(part, reader.done[-1])
    return Topic(reader.situation.table.resolve(part.scope + part.tier + named), named, inherited=True)


def shares_in_order(reader: PassageReader, around: Around) -> list[str]:
    """Return the names of the shares of several parts: 甲、乙分别为a和b，分别占丙c亿元的13%和35.5%; [] for one."""
    count = reader.left_in_clause(around.figure) if around.region in OF_IT else 0
    if count < 2 or _AND_MORE.match(reader.words, around.figure.end) is None:
        return []
    parts = _parts_of_last(reader, around)[-count:]
    apart = len(parts) == count == len({(one.indicator, one.tier, one.scope) for one in parts})
    return [one.scope + one.tier + _share_of(one, reader.done[-1]) for one in parts] if apart else []


_AND_MORE = expression(r"[和、及与]\d[\d.]*[%％]")


def _share_of(part: Statement, whole: Statement) -> str:
    return f"{part.indicator}占{whole.indicator or whole.head}比重"


def _parts_of_last(reader: PassageReader, around: Around) -> list[Statement]:
    """Return the levels that the last figure may be the whole of, where a share of it is told right behind."""
    if around.figure.form is not Form.PERCENT or around.grown or around.region not in OF_IT or len(reader.done) < 2:
        return []
    whole = reader.done[-1]
    if whole.quantity.end != around.start or not (whole.indicator or whole.head):
        return []
    levels = (one for one in reader.same_sentence(around.figure)[:-1] if not (one.kind.is_change or one.adds))
    parts = [one for one in levels if one.quantity.unit.comparable(whole.quantity.unit)]
    told = bool(parts and parts[-1].indicator)
    return parts if told and "占" in reader.words[parts[-1].quantity.end : whole.quantity.start] else []


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
