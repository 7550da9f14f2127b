"""Figures that 分别 hands out to a list in the clause before: 利用量较多的为甲、乙和丙，分别为a、b和c."""

from __future__ import annotations

from fractions import Fraction

from planforge.facts.figures.numbers import chinese
from planforge.facts.figures.quantity import Form
from planforge.facts.heads.left_heads import left_head
from planforge.facts.lists.fostered_row import owned_by_fostered
from planforge.facts.names.trimming import stripped
from planforge.facts.passage import PassageReader
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
    if "分别" in around.region and around.start:
        owned = owned_by_fostered(reader, around) or _owned_by_each(reader, around)
        if owned:
            return owned
    if around.grown is not None or not around.start or "分别" not in around.region:
        return []
    if _HANDS_OUT.fullmatch(around.region) is None:
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


def _owned_by_each(reader: PassageReader, around: Around) -> list[str]:
    """Return a measure of each that the clause before names: 打造甲、乙两大产业链，产值分别达到a和b."""
    measure = _MEASURE_OF_EACH.fullmatch(around.region)
    clause = reader.clause_before(around.start).strip("，,") if measure is not None else ""
    told = _COLLECTED.fullmatch(clause)
    count = reader.left_in_clause(around.figure)
    if measure is None or told is None or (told["n"] and _number(told["n"]) != count):
        return []
    first, *others = _AND.split(told["names"])
    head = left_head(first)
    if head is None or not head.verbs or len(others) != count - 1:
        return []
    return [name + (told["kind"] or "") + measure["of"] for name in (head.name, *others)]


def _number(written: str) -> Fraction | None:
    return Fraction(written) if written.isdigit() else chinese(written.replace("两", "二"))


_MEASURE_OF_EACH = expression(
    "[，,]?(?:其)?(?P<of>[^，。；、和及与\\d]{0,6}?(?:产值|收入|增加值|投资|面积|库容|长度|全长|里程|规模|产量|产能|利润|税收|销售额|交易额|装机|容量))"
    "(?:力争|将|已)?分别(?:约?为|达到?|突破|超过|完成|实现)*(?:约|近)?"
)
_COLLECTED = expression(
    rf"(?P<names>{_NAME}(?:、{_NAME})*[、和及与][^、和及与，。；：\d]{{2,12}}?)等?"
    r"(?:(?P<n>[二两三四五六七八九十]|\d{1,2})[大个条类种座家所]?(?:重点|主导|特色|优势|支柱|战略性新兴)?(?P<kind>[\u4e00-\u9fff]{2,6}))?"
)
"""做大新能源、新材料两大产业集群; 培育电子信息产业和绿色食品产业."""
