"""One figure for several indicators: 国家级、省级孵化器各1个, 成交额和增加值翻一番."""

from __future__ import annotations

from planforge.facts.figures.quantity import Form
from planforge.facts.heads.left_heads import Head
from planforge.facts.lists.lent_names import (
    LENT_TAIL,
    TIERS,
    all_measure,
    completed,
    rates_of_each,
)
from planforge.facts.lists.marks import COORDINATION
from planforge.facts.lists.one_by_one import AND, APART
from planforge.facts.lists.places import is_place
from planforge.facts.names.joined_names import split_apart
from planforge.facts.parts.part_heads import handed_part
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_EACH = expression("各(?:达到|达|为|有)?$")
_TIER_LIST = expression("(?:(?:国家级|省级|市级|县级|省部级)[、和及]?)+")
_ALIKE = expression("均|都|双双")


def each_tier(reader: PassageReader, around: Around, head: Head) -> list[Topic]:
    """One figure for several tiers: 国家级、省级孵化器各1个."""
    tiers = TIERS.findall(around.region) if "各" in around.region and _EACH.search(around.region) else []
    if len(tiers) < 2:
        return []
    bare = _TIER_LIST.sub("", head.name)
    return [Topic(reader.situation.table.resolve(tier + bare), head.name, head.verbs) for tier in tiers]


def coordinated(reader: PassageReader, around: Around, head: Head) -> list[Topic]:
    """One change or rank for several indicators, all of them known: 成交额和增加值较…翻一番."""
    alike = _ALIKE.search(reader.words, around.start, around.figure.start) is not None
    if around.grown is None and around.figure.form is Form.PERCENT and not alike:
        rates = rates_of_each(COORDINATION.split(head.name)) if AND.search(head.name) else []
        return [Topic(reader.situation.table.resolve(rate), rate, head.verbs) for rate in rates]
    if around.grown is None and around.figure.form is not Form.RANK and not alike:
        return []
    if (
        not alike
        and APART.search(reader.words, around.start, around.figure.start)
        and reader.left_in_clause(around.figure) > 1
    ):
        return []  # handed out one by one, but not to as many names
    parts = [part for part in split_apart(head.name, COORDINATION) if len(part) >= 3]
    if len(parts) < 2:
        return []
    places = [handed_part(reader, around, part) for part in parts] if alike and all(map(is_place, parts)) else []
    if places and all(places):
        return [Topic(name, part, head.verbs) for name, part in zip(places, parts, strict=True) if name]
    parts = completed(reader, parts)
    counted = alike and around.figure.unit.counts and _counted_each(reader, around, parts)
    if alike and around.grown is None and around.figure.form is not Form.RANK and not (counted or all_measure(parts)):
        return []
    names = [reader.situation.table.resolve(part) for part in parts]
    words = reader.words[around.start : around.figure.start]
    each = "分别" in words and LENT_TAIL.search(parts[-1]) is not None
    if not (each or alike) and not all(name.known for name in names):
        return []
    return [Topic(name, part, head.verbs) for name, part in zip(names, parts, strict=True)]


def _counted_each(reader: PassageReader, around: Around, parts: list[str]) -> bool:
    """Whether there are so many of each of several things: 科技企业孵化器、众创空间均超过1200家."""
    told = _SO_MANY_EACH.search(reader.words, around.start, around.figure.number_at[0]) is not None
    return told and all(_COUNTED.search(part) for part in parts)


_SO_MANY_EACH = expression("[均都](?:已|将)?(?:达到?|为|有|超过|突破|不少于)+$")
_COUNTED = expression("(?:[器馆院校站园所室库厂店]|空间|中心|基地|平台|机构|企业|街区|景区|小区|社区|团体|协会)$")
