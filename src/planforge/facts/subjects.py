"""What a figure of prose speaks of: the name its head means, or the name it takes over from another figure.

One figure may speak of several things (各1个; 成交额和增加值翻一番), several figures of as many heads (分别达到).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from planforge.facts.coordination import coordinated, each_tier, handed_out
from planforge.facts.heads import Head, plain_name
from planforge.facts.indicators import Name
from planforge.facts.inheriting import inherited, opened_by, renamed_partitive
from planforge.facts.naming import PER_HEAD
from planforge.facts.owners import named_before_bracket, owner_of
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.plan_shares import of_base, of_plan
from planforge.facts.quantity import Quantity
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic
from planforge.facts.words import table, word_list
from planforge.outline.text import SegmentKind

_REFERENCE = re.compile(r"\{\s*(?P<name>[^{}@:：]+)@")
_CLAUSE_MARK = re.compile("[，。；,;]")
_PERSON = "人"
_PARTITIVE = frozenset({"", "其中", "数", "总数", "总量", "规模", "总数量", "总里程"})


def topics_of(reader: PassageReader, around: Around, head: Head | None) -> Iterator[Topic]:
    """Yield what a figure speaks of, mostly one thing."""
    resolve = reader.situation.table.resolve
    between = _EACH_TIME.sub("", around.region.strip("，,"))
    if reader.waiting and (between in JOINERS or _BECOMES.fullmatch(between)):
        handed = reader.waiting.pop(0)
        yield Topic(resolve(handed), handed)
        return
    reader.waiting = []
    referenced = _referenced_name(reader, around.figure)
    if referenced is not None and around.grown is None:
        yield Topic(resolve(referenced), referenced, head.verbs if head else ())
    elif planned := of_plan(reader, around) or of_base(reader, around):
        yield planned
    elif head is None and not around.region and (owner := named_before_bracket(reader, around)):
        yield Topic(Name(""), owner, actor=owner)
    elif head is None:
        yield from inherited(reader, around)
    else:
        yield from _named(reader, around, head)


def _referenced_name(reader: PassageReader, figure: Quantity) -> str | None:
    segment = reader.segment(figure)
    if segment.kind is not SegmentKind.REFERENCE:
        return None
    match = _REFERENCE.match(reader.text.file.text, segment.start, segment.end)
    return match["name"].strip() if match else None


def _named(reader: PassageReader, around: Around, head: Head) -> Iterator[Topic]:
    resolve = reader.situation.table.resolve
    if handed := handed_out(reader, around, head):
        reader.waiting = handed[1:]
        yield Topic(resolve(handed[0]), handed[0], head.verbs)
        return
    if shared := each_tier(reader, around, head) or coordinated(reader, around, head):
        yield from shared
        return
    if reader.done and (PER_HEAD.fullmatch(head.name) or head.name in _EACH_ONE):
        before = reader.done[-1].indicator  # 实有床位4.12万张，每千人口6.86张
        yield Topic(resolve(head.name + before), head.name, head.verbs)
        return
    name = resolve(head.name)
    parent = parent_of(reader, around.figure, head)
    part = _part(reader, around, head)
    if part is not None:
        yield part
        return
    plain = plain_name(head.name)
    if owned := _owned(reader, around, head, plain):
        yield owned
        return
    if plain in table("phrases")["generic"]:
        owner = head.actor or ("" if around.figure.unit.counts else owner_of(reader, around))
        yield Topic(replace(name, indicator=""), head.name, head.verbs, parent, head.inherited, owner)
    elif plain_name(name.indicator) in _PARTITIVE:
        yield _partitive(reader, around, head, name, parent)
    else:
        yield Topic(name, head.name, head.verbs, parent, head.inherited, head.actor)


def _owned(reader: PassageReader, around: Around, head: Head, plain: str) -> Topic | None:
    """普通高中41所，在校生7.92万人; 粮食种植面积48.2万亩，总产量19.6万吨: of what was named right before."""
    if not reader.done:
        return None
    if plain in table("phrases")["yields"]:
        return _of_crop(reader, around, head, plain)
    if plain == _ADDED_VALUE and (branch := _BRANCH.match(reader.done[-1].indicator)):
        return Topic(reader.situation.table.resolve(branch[0] + plain), head.name, head.verbs)
    if plain not in table("phrases")["owned"]:
        return _lengthened(reader, around, head, plain)
    before = [one for one in reader.same_sentence(around.figure) if not one.kind.is_change and not one.adds]
    named = (one for one in reversed(before) if one.quantity.unit.counts and plain_name(one.head) != plain)
    owner = next((one for one in named if plain_name(one.head) not in table("phrases")["owned"]), None)
    if owner is None or not owner.indicator or owner.indicator in table("phrases")["owned_by_all"]:
        return None
    name = replace(reader.situation.table.resolve(head.name), scope=owner.scope + owner.tier + owner.indicator)
    return Topic(name, head.name, head.verbs)


def _of_crop(reader: PassageReader, around: Around, head: Head, plain: str) -> Topic | None:
    before = (one for one in reversed(reader.same_sentence(around.figure)) if not one.kind.is_change and not one.adds)
    fields = (one.indicator for one in before if _CROPPED.search(one.indicator) or one.quantity.unit.classes & _AREA)
    crop = _CROPPED.sub("", next(fields, ""))
    return Topic(reader.situation.table.resolve(crop + plain), head.name, head.verbs) if crop else None


def _lengthened(reader: PassageReader, around: Around, head: Head, plain: str) -> Topic | None:
    """全社会研发经费增长10%，投入强度达到2.6%: with the beginning of the name before, the head is a known one."""
    known, last = reader.situation.table.names, reader.done[-1]
    if len(plain) < _SHORTEST_ENDING or plain in known:
        return None
    if last.position.sentence != reader.clauses.sentence_start(around.figure.start):
        return None
    names = (last.indicator[:end] + plain for end in range(len(last.indicator), 1, -1))
    name = next((one for one in names if one in known), None)
    if name and around.figure.scale and PER_HEAD.match(name):
        return None  # 1.92万人 are not those of each thousand
    return Topic(reader.situation.table.resolve(name), head.name, head.verbs) if name else None


_SHORTEST_ENDING = 3
_EACH_TIME = re.compile("(?<=[、和与及])每(?:人每)?[月年人户亩]$")
_EACH_ONE = ("人均", "户均", "亩均")
_BECOMES = re.compile("[^，。；]{1,4}?[到至]")
_ADDED_VALUE = "增加值"
_BRANCH = re.compile("[\u4e00-\u9fff]+?业(?=总?产值)")
"""农林牧渔业总产值69.93亿元，增加值37.90亿元."""
_AREA = frozenset({"area_mu", "area_ha"})
_CROPPED = re.compile("(?:播种|种植|养殖|栽培)?面积$")


def _part(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """城镇为29.5%，农村为33.0%: the head only says which part of what was named before is meant."""
    last = reader.last_level(around.figure)
    if (sector := _SECTORS.get(head.name)) and last is not None and around.grown is None:
        return _sector(reader, around, head, sector)
    parts = head.name in table("phrases")["parts"] or _AREAS.fullmatch(head.name) is not None
    if last is not None and parts and not head.right_end:  # behind its figure 城市 is what is counted
        last = _first_of_people(reader, around) or last if head.name in _SEXES else last
        name = Name(last.indicator, last.tier, head.name, last.known)
        return Topic(name, head.name, head.verbs, last if head.child else None)
    whole = _whole_of_member(reader, around, head, last)
    if whole is None:
        return None
    name = reader.situation.table.resolve(head.name)
    return Topic(replace(name, scope=whole.scope + whole.tier + whole.indicator), head.name, head.verbs, whole)


def _sector(reader: PassageReader, around: Around, head: Head, sector: str) -> Topic:
    """一产, 二产 and 三产 of 地区生产总值 are what these sectors add to it; of another total they are its parts."""
    before = [one for one in reader.same_sentence(around.figure) if not one.kind.is_change and not one.adds]
    whole = next((one for one in reversed(before) if one.head not in _SECTORS), None)
    if whole is None or whole.indicator == _PRODUCT:
        return Topic(reader.situation.table.resolve(f"{sector}增加值"), head.name, head.verbs)
    return Topic(Name(sector, scope=whole.scope + whole.tier + whole.indicator), head.name, head.verbs, whole)


def _first_of_people(reader: PassageReader, around: Around) -> Statement | None:
    """Return the whole population of a sentence, of which men and women are told behind those of town and country."""
    unit = around.figure.unit
    return next((one for one in reader.same_sentence(around.figure) if one.quantity.unit.comparable(unit)), None)


_SEXES = ("男性", "女性")
_PRODUCT = "地区生产总值"
_SECTORS = {"一产": "第一产业", "二产": "第二产业", "三产": "第三产业"}
_AREAS = re.compile("(?:[东西南北中]{1,2}部|粤|苏|皖|浙|闽|辽|鲁|陕|川)[\u4e00-\u9fff]{0,8}地区")
"""东部地区, 粤东粤西粤北地区: where, not what."""


def _whole_of_member(reader: PassageReader, around: Around, head: Head, last: Statement | None) -> Statement | None:
    """Return the persons that those of a school or firm are a part of: 招收44122人，其中高中7132人，初中13667人."""
    persons = around.figure.unit.name == _PERSON and head.name.endswith(word_list("phrases", "members"))
    if last is None or not persons or last.position.sentence != reader.clauses.sentence_start(around.figure.start):
        return None
    return last if head.child else last.parent


def _partitive(reader: PassageReader, around: Around, head: Head, name: Name, parent: Statement | None) -> Topic:
    """国家级4家 is a part of the figure before; 总数达到150家 speaks of what the clause before speaks of."""
    opened = None if parent else opened_by(reader, around.start)
    if opened is not None:
        return Topic(opened, head.name, head.verbs, inherited=True)
    whole = parent or reader.last_level(around.figure)
    if whole is not None:
        name = renamed_partitive(name, whole)
    return Topic(name, head.name, head.verbs, parent, head.inherited, head.actor)


_RECOUNTED = re.compile("共|合计|总计|拆分|分解|折合|换算")


def parent_of(reader: PassageReader, figure: Quantity, head: Head | None = None) -> Statement | None:
    """Return the figure that this one is a part of: before its bracket, or before 其中."""
    around = reader.clauses.bracket_around(figure.start)
    if around is not None:
        before = next((one for one in reversed(reader.done) if one.quantity.end <= around[0]), None)
        if _RECOUNTED.search(reader.words, around[0], figure.start):
            return None  # 444项（拆分后共569项）
        if before is None or reader.clauses.bracket_around(before.quantity.start) is not None:
            return None  # 甲线（86公里）、乙线（124公里）: neither is a part of the other
        return before if before.quantity.unit.comparable(figure.unit) else None
    last = reader.last_level(figure)
    if last is None or (head is not None and head.child):
        return last
    between = reader.words[last.quantity.end : figure.start]
    same = last.position.sentence == reader.clauses.sentence_start(figure.start)
    return last.parent if same and not _CLAUSE_MARK.search(between) else None
