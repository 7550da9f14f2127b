"""Heads that only say for which area the same is told: 甲市新建560万亩，乙市720万亩; 收入126亿元（县本级98亿元）."""

from __future__ import annotations

from planforge.facts.heads.left_heads import Head
from planforge.facts.heads.right_heads import begins_with_verb
from planforge.facts.lists.places import is_place
from planforge.facts.names.indicators import Name
from planforge.facts.parts.sorting import divides
from planforge.facts.parts.wholes import parent_of
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.times.seasons import without_season
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression


def of_area(reader: PassageReader, around: Around, head: Head, last: Statement) -> Topic | None:
    """Return what was told last, or of the whole, for the area that is all a head names, None for other heads."""
    if head.right_end or around.grown is not None:
        return _of_place(reader, around, head, last)
    if head.name.endswith(_ENDS) and (_GOVERNMENT.fullmatch(head.name) or _ZONE.fullmatch(head.name)):
        return _of_zone(reader, around, head, last)
    return _of_place(reader, around, head, last)


_GOVERNMENT = expression("[省市县区州盟旗]?本级|市县区?|县市区?|县区|区县|旗县区?|乡镇|镇街|乡镇街道")
"""Whose account it is, where accounts are told by levels of government."""
_ZONE = expression(
    "[\u4e00-\u9fff]{0,8}(?:开发区|经开区|高新区|保税区|新区|园区|试验区|示范区|度假区|管理区)|(?:中心|主)?城区|县城"
)


_ENDS = tuple("级区市县旗州镇乡街道园城")
"""What the names of levels and zones end with."""


def _of_zone(reader: PassageReader, around: Around, head: Head, last: Statement) -> Topic | None:
    whole = parent_of(reader, around.figure, head)
    beside = last if _is_beside(reader, around, last) else None
    told = whole or beside or (last if _GOVERNMENT.fullmatch(head.name) else None)
    if told is None or not told.indicator or told.position.sentence != _sentence(reader, around):
        return None
    if told.indicator.endswith(_SORTS_OF_AREA) or begins_with_verb(head.name):
        return None  # 园区12个（开发区4个、高新区3个）: how many there are
    narrower = without_season(told.scope)[len(told.head) :] if told is beside else _own_scope(reader, told)
    name = Name(_OF_LEVEL.sub("", told.indicator), told.tier, head.name + narrower, told.known)
    return Topic(name, head.name, head.verbs, whole)


_OF_LEVEL = expression("^[省市县区州盟旗]?本级(?=..)")


def _own_scope(reader: PassageReader, told: Statement) -> str:
    """Return what the words of a level themselves narrow it to, not who acts in a clause before: 规上工业增加值."""
    scope, begin = without_season(told.scope), reader.clauses.clause_start(told.quantity.start)
    own = scope.startswith(_SIZED) or scope in reader.words[begin : told.quantity.start]
    return scope if own else ""


_SIZED = ("规模以上", "限额以上")
_SORTS_OF_AREA = ("开发区", "新区", "园区", "示范区", "试验区", "县", "平台", "载体", "基地", "城市", "乡镇", "村镇")


def _is_beside(reader: PassageReader, around: Around, last: Statement) -> bool:
    """Whether the last level is that of another area, in the same bracket or outside of all as well."""
    brackets = {reader.clauses.bracket_around(at) for at in (last.quantity.start, around.figure.start)}
    return len(brackets) == 1 and _is_area(last.head) and last.scope.startswith(last.head)


def _is_area(head: str) -> bool:
    return _GOVERNMENT.fullmatch(head) is not None or is_place_or_zone(head)


def is_place_or_zone(name: str) -> bool:
    """Whether a name is that of a city, county or district, or of a zone or the built-up part of one."""
    return name.endswith(_ENDS) and (_ZONE.fullmatch(name) is not None or is_place(name))


def _of_place(reader: PassageReader, around: Around, head: Head, last: Statement) -> Topic | None:
    if not _is_of_place(reader, around, head, last):
        return None
    name = Name(last.indicator, last.tier, head.name, last.known)
    return Topic(name, head.name, head.verbs, parent_of(reader, around.figure, head))


def _is_of_place(reader: PassageReader, around: Around, head: Head, last: Statement) -> bool:
    """Whether a head is only the place for which the same is told: 甲市新建560万亩，乙市新建720万亩."""
    if head.right_end or not is_place(head.name) or not last.indicator:
        return False
    if around.figure.raw_unit in _COUNTS_PLACES and not (head.child or is_place(last.scope)):
        return False  # 卫生城市3个、卫生县5个
    return divides(reader, last)


_COUNTS_PLACES = ("个", "座", "处", "片")


def _sentence(reader: PassageReader, around: Around) -> int:
    return reader.sentence
