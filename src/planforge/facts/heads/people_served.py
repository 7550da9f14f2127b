"""Residents who are only reached by something: 服务覆盖常住人口3620万人 is not how many there are in the area."""

from __future__ import annotations

from planforge.facts.heads.left_heads import Head
from planforge.facts.names.indicators import Name
from planforge.facts.names.trimming import stripped
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_OF_AREA = expression("(?:年末|户籍|常住|城镇|城市|城区|县城|农村|乡村|农业|总|全部|实有|登记)*人口")
"""Everybody who lives or is registered in an area."""
_REACHED = expression(
    "(?P<by>[^，。；、\\d（）]{0,24}?)(?P<does>覆盖|惠及|受益|服务|保障|接种|检测|筛查|参保|供水|供热|供气|吸纳|转移|搬迁|安置)了?"
    "(?:全[省市县区])?(?P<who>(?:常住|户籍|城镇|农村|乡村|总)*人口)(?:达到?|约|近|超过?|突破|共|有)*"
)


def people_served(around: Around, head: Head, name: Name, parent: Statement | None) -> Topic | None:
    """Return the topic of residents reached by something, or who are a part of those it reaches.

    The name tells what reaches them (供水管网覆盖常住人口), of a part the scope (服务人口30万人，其中常住人口20万人).
    """
    if not name.indicator.endswith(_PEOPLE) or _OF_AREA.fullmatch(name.indicator) is None:
        return None
    reached = _REACHED.fullmatch(around.region.lstrip("，,、"))
    if reached is not None:
        named = stripped(reached["by"]) + reached["does"] + reached["who"]
        return Topic(Name(named), head.name, head.verbs, parent, head.inherited)
    if parent is None or not parent.indicator or _OF_AREA.fullmatch(parent.indicator) is not None:
        return None
    whole = parent.scope + parent.tier + parent.indicator
    return Topic(Name(name.indicator, name.tier, whole, name.known), head.name, head.verbs, parent)


_PEOPLE = "人口"
_BENEFIT = expression(
    "(?P<by>[^，。；、\\d（）]{0,16}?)(?:惠及|受益)了?(?:全[省市县区])?"
    "(?P<who>(?:城乡|城镇|农村|沿线|周边)?(?:居民|群众|住户|家庭|百姓|农户|业主))(?:达到?|约|近|超过?|突破|共)*"
)


def benefited(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return the topic of those whom something is done for: 改造老旧小区120个，惠及居民3.2万户.

    What does them good is said right before, or is what the sentence last counted or measured; what it cost is none.
    """
    may_be = around.figure.unit.counts and ("惠及" in around.region or "受益" in around.region)
    told = _BENEFIT.fullmatch(around.region.lstrip("，,、；")) if may_be else None
    if told is None:
        return None
    before = (one for one in reversed(reader.same_sentence(around.figure)) if one.quantity.unit.kind in _COUNTED)
    last = next(before, None)
    by = stripped(told["by"]) or (last.indicator if last is not None else "")
    if not by or _BENEFITS in by:
        return None
    return Topic(Name(by + _BENEFITS + told["who"]), head.name, head.verbs)


_COUNTED = ("counter", "physical")
_BENEFITS = "惠及"
