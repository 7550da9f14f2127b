"""The built-up area that the first of several rates of air or services names, and the next ones leave out.

中心城区PM2.5年均浓度控制在33微克/立方米以内，空气质量优良天数比例达到92.5%: both are those of 中心城区.
"""

from __future__ import annotations

from planforge.facts.heads.left_heads import Head
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

_URBAN = expression("(?:城市)?(?:中心|主)?城区|市区|(?:城市|县城)?建成区|县城")
_AIR = "浓度|优良天数|空气"
_SERVICES = "供水普及|燃气普及|供热普及|供水管网|污水|垃圾|绿化|绿地|公园|路网|排水"
_FAMILIES = tuple(expression(family) for family in (_AIR, _SERVICES))
_OTHER_AREA = expression("人均|全[市省县区国域]|城镇|农村|乡村|乡镇|农户|流域|行政村|城区|市区|县城|建成区|全域|各")


def with_urban_area(reader: PassageReader, around: Around, head: Head) -> str:
    """Return the name of a head with the built-up area of the figure right before it, where it names no area itself."""
    last = reader.done[-1] if reader.done else None
    area = _URBAN.match(last.head) if last is not None and ("区" in last.head or "县城" in last.head) else None
    if last is None or area is None or head.right_end or head.child or head.actor:
        return head.name
    same = last.position.sentence == reader.sentence
    start = reader.clause
    right_behind = start <= last.quantity.end + _TO_NEXT
    apart = reader.words.startswith("；", start - 1)  # what is in the air goes on over semicolons
    families = _FAMILIES[:1] if apart else _FAMILIES
    alike = any(family.search(last.head) and family.search(head.name) for family in families)
    named = _OTHER_AREA.search(around.region) is not None
    return area[0] + head.name if same and right_behind and alike and not named else head.name


_TO_NEXT = 4
"""Characters between two figures that only bound the first: 以内，."""
