"""Figures that 分别 hands out to a list in the clause before: 利用量较多的为甲、乙和丙，分别为a、b和c."""

from __future__ import annotations

from planforge.facts.heads import stripped
from planforge.facts.passage import PassageReader
from planforge.facts.quantity import Form
from planforge.facts.topic import Around
from planforge.patterns import expression

_HANDS_OUT = expression("[，,]?(?:其[\u4e00-\u9fff]{2,6})?分别(?:为|是|达到?|有|占)(?:了|到)?")
_NAME = r"[^、和及与，。；：\d]{2,12}"
_LIST = expression(
    rf"(?P<of>[^，。；：]*?)(?:依次|分别|主要|集中)*(?:为|是|有|在)(?P<names>{_NAME}(?:、{_NAME})*[、和及与]{_NAME})"
)
_FIRST = expression(
    rf"(?P<of>)(?P<names>{_NAME}(?:、{_NAME})*[、和及与]{_NAME}?)(?:的?(?:法人单位|单位|企业|从业人|人)?数量?|规模)?"
    r"(?:分别)?(?:位居|居|排在|排名|位列|名列|列)(?:全[省市县区国])?前[\u4e00-\u9fff\d]{1,3}"
)
"""通用设备业、金属制品业单位数位居前两位，分别占9.7%和9.5%."""
_AND = expression("[、和及与]")
_MOST = expression(
    r"(?P<measure>[^，。；]{2,}?)(?:较|最|相对|比较|居全[国省市])?(?:[多高大低好快少]|领先|靠前|居前|前列)"
    r"(?:的\D{0,4}\d{0,2}个?\D{0,6})?$"
)
"""What those listed have most or least of: 浓度最低的3个城市依次是."""


def listed_before(reader: PassageReader, around: Around) -> list[str]:
    """Return what the figures from here on are of, in their order; nothing where no list stands right before."""
    if around.grown is not None or not around.start or _HANDS_OUT.fullmatch(around.region) is None:
        return []
    clause = reader.clause_before(around.start).strip("，,")
    told = _LIST.fullmatch(clause) or _FIRST.fullmatch(clause)
    names = _AND.split(told["names"]) if told is not None else []
    if told is None or len(names) != reader.left_in_clause(around.figure):
        return []
    if around.region.rstrip("了到").endswith("占") and around.figure.form is Form.PERCENT:
        return [f"{name}占比" for name in names]
    most = _MOST.fullmatch(told["of"])
    measure = stripped(most["measure"]) if most is not None else ""
    owned = [name + measure for name in names] if measure else []
    return owned if _kept_apart(reader, owned) else []


def _kept_apart(reader: PassageReader, owned: list[str]) -> bool:
    """Whether each of them is another indicator; the PM2.5 of three towns is one, and better has no name."""
    names = [reader.situation.table.resolve(one) for one in owned]
    return len({(name.indicator, name.scope) for name in names}) == len(names)
