"""Things that the clause before says grow, and no more: 甲企业和乙企业实现“双倍增”，分别超过90家和870家."""

from __future__ import annotations

from planforge.facts.heads.left_heads import left_head
from planforge.facts.lists.lent_names import completed
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

_HANDS_OUT = expression(
    "[，,]?(?:总数|数量|规模)?(?:已|将|力争)?分别(?:达到?|为|有|超过?|突破|增加?[至到]|增长[至到]|发展到|不少于|保持在)?(?:了|约)?"
)
_GROWN = expression(
    "(?P<names>[^，。；：\\d]{4,40}?)(?:数量|总数|规模)?(?:实现|保持|呈现|持续|加快|不断|稳步|快速|进一步|大幅)+"
    '(?:[“"][^”"，。；]{2,6}[”"]|(?:双)?(?:翻番|倍增)|增长|增加|壮大|发展|扩大|提升|涌现|集聚)'
)
_COUNTED = expression(
    "(?:企业|项目|机构|平台|基地|园区|主体|人才|合作社|农场|社区|公司|集群|中心|学校|医院|站点?|岗位)$"
)
_MARK = expression("[、和及与]")


def grown_before(reader: PassageReader, around: Around) -> list[str]:
    """Return the things counted here that the clause before names, nothing where they are not as many."""
    if "分别" not in around.region or around.grown is not None or not around.figure.unit.counts:
        return []
    clause = reader.clause_before(around.start).strip("，,") if _HANDS_OUT.fullmatch(around.region) else ""
    told = _GROWN.fullmatch(clause)
    head = left_head(told["names"]) if told is not None else None
    names = completed(reader, _MARK.split(head.name)) if head is not None else []
    counted = len(names) == reader.left_in_clause(around.figure) > 1 and all(map(_COUNTED.search, names))
    return names if counted else []
