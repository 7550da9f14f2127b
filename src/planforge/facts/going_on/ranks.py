"""Places in a ranking of so many: 在168个重点城市中排名第35位 ranks what was named before, not the cities."""

from __future__ import annotations

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form
from planforge.facts.heads.left_heads import Head, left_head
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_AMONG = "(?:之?中|里)(?!小|[央心部西])"
_SO_MANY = expression(
    rf"(?P<of>[\u4e00-\u9fff（）]{{2,14}}?){_AMONG}[^，。；\d]{{0,6}}?(?:排名|排|位居|位列|名列|居|列|跻身|进入)[^，。；\d]{{0,6}}第?"
    "(?=[\\d一二三四五六七八九十])"
)
_FURTHEST = 16
_OF_THEM = expression(_AMONG)
_SUBJECT = expression(r"(?P<of>[^，。；\d]{2,30})在[^在，。；\d]{0,8}$")


def head_among(reader: PassageReader, around: Around) -> Head | None:
    """Return what so many are, where something is ranked among them, and what is ranked where the clause names it."""
    figure = around.figure
    if figure.form is Form.RANK and ranked_among(around):
        counted = reader.done[-1].quantity.start if reader.done else 0
        named = _SUBJECT.search(reader.words, reader.clauses.clause_start(figure.start), counted)
        return left_head(named["of"]) if named is not None else None
    behind = reader.words[figure.end : figure.end + _FURTHEST] if figure.unit.counts else ""
    among = "中" in behind or "里" in behind
    so_many = _SO_MANY.match(reader.words, figure.end) if among else None
    return Head(so_many["of"], right_end=so_many.end("of")) if so_many is not None else None


def ranked_among(around: Around) -> bool:
    """Whether the words before a place say that those counted right before are what it is a place among."""
    return _OF_THEM.match(around.region) is not None


def region_ranked(around: Around) -> str:
    """Return the region that a place is among, where it is a part of the country: 居全国第9位、西部第3位."""
    told = _OF_REGION.search(around.region) if around.region.endswith(_ENDS_REGION) else None
    return told["of"] if told is not None else ""


def is_part_of_country(scope: str) -> bool:
    """Whether a scope is one that `region_ranked` gives."""
    return scope != "" and _REGIONS.fullmatch(scope) is not None


_REGIONS = expression("[东中西]部|东北|华[东北南中]|西[南北]|长三角|珠三角|京津冀|中部六省")
_OF_REGION = expression(
    f"(?:^|[、，,和居列])(?P<of>{_REGIONS.pattern})(?:地区|各?省[区份市]*|城市)?(?:排名?|位?居|位?列)?$"
)
_ENDS_REGION = tuple("部北东南中西角冀省区份市居列排名")
_SHARE_OF_ALL = expression("占全[国省市州区县](?:总[量数])?(?:的?比[重例])$")
"""A级物流企业573家，占全国的8.4%，居全国第2位: the place is that of how many there are."""
_RANKED = "排名"
_BY_GROWTH = expression("增速|增幅|增长率|增长速度|涨幅|降幅")
_BY_SIZE = expression("总量|规模|总额|(?<!生产)总值|绝对[数额量值]")
_GROWTH = "增速"


def rank_named(reader: PassageReader, around: Around, topic: Topic) -> str:
    """Return the name of a ranking: one by growth (增速居全省第3位; 增长6.2%，居全省第3位) is not one by size."""
    name = topic.name.indicator
    measured = name.removesuffix(_RANKED)
    if topic.inherited and "占全" in measured and "比" not in around.region and "份额" not in around.region:
        measured = name = _SHARE_OF_ALL.sub("", measured) or measured
    if _BY_GROWTH.search(around.region) is None and _BY_SIZE.search(around.region) is not None:
        return measured.removesuffix(_GROWTH) + _RANKED
    said = _BY_GROWTH.search(around.region) is not None
    by_growth = said or (measured == name and _of_growth(reader, around, topic))
    second = around.region in JOINERS and len(reader.done) > 1 and _told_apart(reader, reader.done[-2])
    return measured + (_GROWTH if (by_growth or second) and _BY_GROWTH.search(measured) is None else "") + _RANKED


def _of_growth(reader: PassageReader, around: Around, topic: Topic) -> bool:
    """Whether a place is that of the growth right before: 增长6.2%，居全省第3位."""
    last = reader.done[-1] if reader.done else None
    changed = last is not None and last.kind.is_change and last.kind not in _AS_LARGE
    grown = topic.inherited and changed and last is not None and last.indicator == topic.name.indicator
    return grown and last is not None and not _told_apart(reader, last)


_AS_LARGE = (Kind.MULTIPLE, Kind.DOUBLING)
"""是2015年的4倍，居全国第1位: ranked by how much there is."""


def _told_apart(reader: PassageReader, grown: Statement) -> bool:
    """Whether places in size and growth follow a growth, in this order: 41.5亿元，增长6.4%，分居全市第4、第3位."""
    return grown.kind.is_change and _APART.match(reader.words, grown.quantity.end) is not None


_APART = expression("[，,](?:总量和增速|规模和增速)?分别?(?:居|列|位|排)")
