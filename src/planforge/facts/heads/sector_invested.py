"""Whose fixed investment it is, where the sector stands before the verb: 综合交通累计完成固定资产投资5660亿元."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.heads.left_heads import Head
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_INVESTED = "固定资产投资"
_OF_SECTOR = expression(
    "[，,]?(?:期间)?(?:全[省市县区州国]|我[省市县区])?(?P<of>(?![全我各])[\u4e00-\u9fff]{0,6}?"
    "(?:交通|交通运输|水利|水运|公路|铁路|民航|邮政|能源|电力|电网|通信|信息化|环保|农业农村|农业|教育|卫生))"
    "(?:领域|行业|系统|建设|基础设施)*(?:累计|共|已|计划|预计)*(?:完成|投入|实现)(?:固定资产)投资"
)


def invested_in_sector(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return the fixed investment of the sector that the clause begins with, None where it names none."""
    if not head.name.endswith(_INVESTED) or head.right_end or around.grown is not None:
        return None
    told = _OF_SECTOR.match(around.region)
    name = reader.situation.table.resolve(head.name) if told is not None else None
    if told is None or name is None or name.scope:
        return None
    return Topic(replace(name, scope=told["of"]), head.name, head.verbs)
