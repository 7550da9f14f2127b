"""Heads that only say which part is meant: 城镇, 东部地区, 一产, 男性, the pupils of one sort of school."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.changes.grown_parts import named_like_whole
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.heads.left_heads import Head
from planforge.facts.lists.places import is_place
from planforge.facts.names.indicators import Name
from planforge.facts.names.part_names import STAGES, is_measured, of_other_size, of_sort, with_measure
from planforge.facts.parts.area_parts import of_area
from planforge.facts.parts.grown_places import grown_in_place
from planforge.facts.parts.regions import of_region, told_of_region
from planforge.facts.parts.registered_parts import of_registered
from planforge.facts.parts.which_part import AREAS, measured_of, names_part
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic
from planforge.facts.writing.words import table, word_list
from planforge.patterns import expression

_PERSON = "人"


def part_of(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """城镇为29.5%，农村为33.0%: the head only says which part of what was named before is meant."""
    if (stage := _next_stage(reader, head)) is not None:
        return stage
    if (rate := _rate_of_area(reader, around, head) or told_of_region(reader, around, head)) is not None:
        return rate
    if around.grown is not None and (grown := _grown_part(reader, around, head.name)) is not None:
        return Topic(grown, head.name, head.verbs)
    last = reader.last_level(around.figure)
    sized = last is not None and head.name.endswith("级") and _SIZE.fullmatch(head.name) is not None
    if last is not None and sized and (sort := _SIZED.match(last.indicator)):
        return Topic(reader.situation.table.resolve(head.name + last.indicator[sort.end() :]), head.name, head.verbs)
    if last is not None and (other := _of_other_size(reader, head, last)) is not None:
        return Topic(other, head.name, head.verbs)
    if last is not None and (those := _divided_so(reader, around, head, last)):
        return those
    if (sector := _SECTORS.get(head.name)) and last is not None and around.grown is None:
        return _sector(reader, around, head, sector)
    if last is not None and names_part(reader, head.name, last) and not head.right_end:  # else 城市 is what is counted
        last = _first_of_people(reader, around) or last if head.name in _SEXES else last
        whole_name = reader.situation.table.resolve(head.name + measured_of(last, head.name))
        same = whole_name.known and not last.scope and whole_name.indicator != last.indicator
        name = whole_name if same else Name(last.indicator, last.tier, head.name, last.known)
        return Topic(name, head.name, head.verbs, last if head.child else None)
    whole = _whole_of_member(reader, around, head, last)
    if whole is None:
        return None
    name = reader.situation.table.resolve(head.name)
    return Topic(replace(name, scope=whole.scope + whole.tier + whole.indicator), head.name, head.verbs, whole)


def _grown_part(reader: PassageReader, around: Around, name: str) -> Name | None:
    """Return what grows where its words only say which part of a whole, or for which place, it does."""
    return named_like_whole(reader, around.figure, name) or grown_in_place(reader, around, name)


def _of_other_size(reader: PassageReader, head: Head, last: Statement) -> Name | None:
    """Return what was counted before in another size class: 营业收入超亿元的企业400家，超10亿元的达到40家."""
    if name := of_other_size(head.name, last.indicator):
        return reader.situation.table.resolve(name)
    scope = of_other_size(head.name, last.scope) if last.scope else ""
    return Name(last.indicator, last.tier, scope, last.known) if scope else None


def handed_part(reader: PassageReader, around: Around, name: str) -> Name | None:
    """Return what 分别 hands out to parts of what was measured: 城镇化率65.5%，其中东部、中部分别达到73%和63%."""
    if (region := of_region(reader, around, name)) is not None:
        return region
    if around.grown is not None:
        return _grown_part(reader, around, name)
    if not (name in table("phrases")["parts"] or _SIDES.fullmatch(name) or is_place(name)):
        return None
    levels = (one for one in reversed(reader.done) if not one.kind.is_change and not _is_side(one.head))
    last = next(levels, None)
    if last is None or not last.indicator or not last.quantity.unit.comparable(around.figure.unit):
        return None
    return Name(_without_place(last.indicator), last.tier, name, last.known)


def _without_place(indicator: str) -> str:
    """Return what is measured without the first place it was told of: 酒泉市风电装机容量 → 风电装机容量."""
    placed = _OF_PLACE.match(indicator)
    return indicator[placed.end() :] if placed is not None and is_place(placed[0]) else indicator


_OF_PLACE = expression("[\u4e00-\u9fff]{2,4}?[市县区旗州](?=[\u4e00-\u9fff]{3})")


def _is_side(head: str) -> bool:
    return _SIDES.fullmatch(head) is not None or is_place(head)


_SIDES = expression("[东中西]部(?:地区)?|东北(?:地区)?")


def _rate_of_area(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return the rate of another area: 中部地区贷款增速10.8%，西部地区11.2%."""
    last = reader.done[-1] if reader.done else None
    if last is None or around.grown is not None or around.figure.form is not Form.PERCENT:
        return None
    before = AREAS.match(last.indicator)
    if not last.kind.is_change and before is not None and (share := _SHARE_OF_AREA.fullmatch(head.name)):
        name = share["area"] + last.indicator[before.end() :]  # 东部地区人口占39.93%，中部地区占25.83%
        return Topic(reader.situation.table.resolve(name), head.name, head.verbs) if last.kind is Kind.SHARE else None
    if not last.kind.is_change:
        return None
    same = last.position.sentence == reader.sentence
    if before is None or not same or AREAS.fullmatch(head.name) is None or last.quantity.form is not Form.PERCENT:
        return None
    name = reader.situation.table.resolve(head.name + last.indicator[before.end() :])
    return Topic(name, head.name, head.verbs, kind=last.kind)


_SHARE_OF_AREA = expression("(?P<area>[东西南北中]{1,2}部?地区)占比?")


def _divided_so(reader: PassageReader, around: Around, head: Head, last: Statement) -> Topic | None:
    """Return the part that one of the ways to divide the last level makes of a head."""
    part = of_area(reader, around, head, last) or of_registered(reader, head, last)
    return part or _of_those(reader, around, head, last)


def _of_those(reader: PassageReader, around: Around, head: Head, last: Statement) -> Topic | None:
    """Return the rate of such a hospital, or what another zone has.

    病床使用率79.4%，其中公立医院86.0%; 开发区实际利用外资9.3亿美元；保税区3.9亿美元.
    """
    same = last.position.sentence == reader.sentence
    if around.grown is not None or head.right_end or not same or not last.indicator:
        return None
    child = head.child or reader.words.endswith(("其中，", "其中,"), 0, around.start)
    child = child or (around.region.startswith("、") and last is reader.done[-1] and last.scope == last.head)
    rate = around.figure.form is Form.PERCENT and child and _RATE.search(last.indicator) is not None
    mean = child and around.figure.unit is last.quantity.unit and _MEAN.search(last.indicator) is not None
    rate = (rate and last.kind is Kind.SHARE) or (mean and not names_part(reader, head.name, last))
    rate = rate and _WHO.search(head.name) is not None
    zone = around.figure.unit.kind == "money" and _ZONE.fullmatch(head.name) and _ZONE.search(last.scope)
    if not rate and not zone:
        return None
    return Topic(Name(last.indicator, last.tier, head.name, last.known), head.name, head.verbs)


_SIZE = expression("[一二三五十百千万亿\\d]+元?级")
_SIZED = expression("[一二三五十百千万亿\\d]+元?级(?=..)")
"""千亿级产业集群1个、五百亿级3个."""
_RATE = expression("率$")
_MEAN = expression("(?:平均|次均|日均)(?!每)[\u4e00-\u9fff]*(?:日|天数|费用|药费|时间|人数|次数)$")
"""平均住院日8.8天，其中民办医院7.6天."""
_WHO = expression("(?:医院|卫生院|机构|企业|学校|小学|初中|高中|高校|居民|人口|农户|家庭|园区|社区|单位)$")
_ZONE = expression("[\u4e00-\u9fff]{0,8}(?:开发区|高新区|保税区|新区|园区|试验区|示范区|经开区)")


def _next_stage(reader: PassageReader, head: Head) -> Topic | None:
    """Return what is measured of another stage of school: 生师比小学为17.2:1，初中为12.8:1."""
    stage = len(head.name) <= _LONGEST_STAGE and _STAGE.fullmatch(head.name) is not None
    last = reader.done[-1].indicator if reader.done and stage else ""
    measured = _OF_STAGE.fullmatch(last) if last else None
    if measured is None:
        return None
    return Topic(reader.situation.table.resolve(measured["of"] + head.name), head.name, head.verbs)


_STAGE, _LONGEST_STAGE = expression(STAGES), 6
_OF_STAGE = expression(f"(?P<of>[\u4e00-\u9fff]{{2,}}(?:比|率|经费|标准|面积|补助|数|额))(?:{STAGES})")


def like_whole(head: Head, whole: Statement) -> str:
    """Return the name of a part with what is measured of its whole: 装机容量…，其中风电; A级景区…，其中4A级."""
    if sort := of_sort(head.name, whole.indicator):
        return sort
    if not whole.indicator and _INVESTED.search(whole.head) and not is_measured(head.name):
        return f"{head.name}投资"  # 计划完成投资80亿元，其中铁路13亿元
    alone = whole.kind is Kind.LEVEL and not head.right_end
    return with_measure(head.name, whole.indicator) if alone else head.name


def divides(reader: PassageReader, figure: Quantity) -> bool:
    """Whether the sentence of a figure begins with 其中, so that it tells parts."""
    return reader.words.startswith("其中", reader.sentence)


def beside_parts(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return a thing measured as the parts before it are, in a sentence of them: 其中，稻谷13万吨…；玉米6万吨."""
    bare = around.grown is None and not head.right_end and not is_measured(head.name)
    if not bare or not divides(reader, around.figure):
        return None
    levels = (one for one in reader.same_sentence(around.figure) if not (one.kind.is_change or one.adds))
    first = next(levels, None)
    if first is None or first.parent is None or not first.quantity.unit.comparable(around.figure.unit):
        return None
    named = with_measure(head.name, first.indicator)
    lent = first.indicator == with_measure(first.head, first.indicator) != first.head
    return Topic(reader.situation.table.resolve(named), head.name, head.verbs) if lent and named != head.name else None


_INVESTED = expression("投资$")


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
"""东部地区, 粤东粤西粤北地区: where, not what."""


def _whole_of_member(reader: PassageReader, around: Around, head: Head, last: Statement | None) -> Statement | None:
    """Return the persons that those of a school or firm are a part of: 招收44122人，其中高中7132人，初中13667人."""
    persons = around.figure.unit.name == _PERSON and head.name.endswith(word_list("phrases", "members"))
    if last is None or not persons or last.position.sentence != reader.sentence:
        return None
    return last if head.child else last.parent
