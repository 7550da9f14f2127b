"""Whose each of several figures is, where owners and one measure are named: 甲、乙两个区分别实现地区生产总值a和b."""

from __future__ import annotations

import re

from planforge.facts.figures.numbers import chinese
from planforge.facts.heads.left_heads import Head
from planforge.facts.lists.deeds_apart import of_each_deed
from planforge.facts.lists.handed_again import of_same_list
from planforge.facts.lists.lent_counts import of_those_before
from planforge.facts.lists.lent_names import (
    MEASURE,
    completed,
)
from planforge.facts.lists.marks import COORDINATION, SHORT_ORDINALS, spelt_out, whole_ordinals
from planforge.facts.lists.places import of_each_place
from planforge.facts.names.trimming import stripped
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

CONTRIBUTED = expression("(?P<of>[^，。；：]{2,40}?)(?P<share>对[^对，。；]*(?:增长|增加值)的?贡献率)")


def contributions(reader: PassageReader, told: re.Match[str], count: int) -> list[str]:
    """第一、二、三次产业对经济增长的贡献率分别为a、b和c."""
    owners = SHORT_ORDINALS.sub(whole_ordinals, stripped(told["of"]))
    parts = [part for part in COORDINATION.split(owners) if part]
    parts = _sectors_of(owners) if len(parts) == 1 else parts
    parts = completed(reader, parts) if owners.startswith(_ORDINAL_BEGINS) else parts
    return [part + told["share"] for part in parts] if len(parts) == count else []


def _sectors_of(owners: str) -> list[str]:
    """Return what a short way of naming several means, behind whose they are: 民营经济三次产业."""
    whose = owners[:at] if (at := owners.find(_THREE)) > 0 else ""
    return [whose + one for one in spelt_out(owners.removeprefix(whose))]


_THREE = "三次产业"
_ORDINAL_BEGINS = "第一"
_DEED = "(?:新)?(?:签约|开工|在建|续建|竣工|投产|建成|落地|入库|储备|达产|完工|拟建|洽谈|引进|入统)"
_DEEDS = expression(
    rf"(?P<first>{_DEED})(?P<deeds>(?:[、和及与]{_DEED})+)(?P<noun>[\u4e00-\u9fff]{{0,8}}?(?:项目|企业|工程))(?:数量?|个数)?分别"
)


def _deeds(around: Around, count: int) -> list[str]:
    """签约、开工、投产项目分别不少于a个、b个、c个: one noun, of which each count tells what was done."""
    told = _DEEDS.search(around.region) if "、" in around.region and around.figure.unit.counts else None
    if told is None:
        return []
    deeds = [told["first"], *(part for part in COORDINATION.split(told["deeds"]) if part)]
    return [deed + told["noun"] for deed in deeds] if len(deeds) == count else []


def of_listed_owners(reader: PassageReader, around: Around, head: Head, count: int) -> list[str]:
    """Return the measure that a head names of each place, owner or deed listed before it, nothing where none are."""
    placed = _tiers(head.name, count) or of_each_place(head.name, count) or of_a_collective(head.name, count)
    return placed or _owners_before(reader, around, head, count) or _deeds(around, count) or of_each_deed(head, count)


def _tiers(name: str, count: int) -> list[str]:
    """省、市、县三级疾控机构设备达标率: what is measured of each tier."""
    told = _TIERS.fullmatch(name) if "级" in name else None
    if told is None or chinese(told["n"].replace("两", "二")) != count:
        return []
    tiers = [part for part in COORDINATION.split(told["tiers"]) if part]
    return [f"{tier}级{told['of']}" for tier in tiers] if len(tiers) == count else []


_TIERS = expression(
    "(?P<tiers>(?:国家|[省市县区乡镇村])(?:[、和及与][省市县区乡镇村])+)(?P<n>[两二三四])级(?P<of>[\u4e00-\u9fff]{2,})"
)


def _owners_before(reader: PassageReader, around: Around, head: Head, count: int) -> list[str]:
    """甲、乙和丙三个行政区分别实现地区生产总值a、b和c: one name, of as many areas."""
    said = _OWNERS.search(reader.words, around.start, around.figure.start)
    if said is None or COORDINATION.search(head.name):
        return []
    owners = [part for part in COORDINATION.split(said["owners"]) if part]
    return [owner + head.name for owner in owners] if len(owners) == count else []


_OWNERS = expression(
    "(?:^|[，,。；：])?(?P<owners>[^，。；：、\\d]{1,8}?(?:[、和及与][^，。；：、和及与\\d]{1,8}?)+)"
    "(?:等?[二两三四五六七八九十]{1,2}个?(?:行政区|功能区|区县|县区|县市|区|县|市|镇|乡镇|街道|园区|片区|城市|地区))?分别(?:实现|完成)(?!了?目标)"
)


def of_a_collective(name: str, count: int) -> list[str]:
    """水稻、小麦、玉米三大主粮播种面积: how many they are and what they are called is no part of any one's name."""
    found = _COLLECTIVE.search(name)
    parts = [part for part in COORDINATION.split(name[: found.start()]) if part] if found else []
    if found is None or len(parts) != count or chinese(found["n"].replace("两", "二")) != count:
        return []
    return [part + found["shared"] for part in parts]


_COLLECTIVE = expression(
    "等?(?P<n>[二两三四五六七八九十])[大个类种项](?:[^、和及与]{0,4}(?:产业|行业|主粮|作物|品种|产品|领域|园区|集群|板块|社会保险|保险|险种|区县|县区|城区|城市|乡镇|畜种|群体))"
    "(?=(?P<shared>.{2,})$)"
)
_MEASURED = expression(rf"(?P<owner>[\u4e00-\u9fff]{{2,8}}?)(?P<measure>{MEASURE.pattern})")


def of_same_owners(reader: PassageReader, around: Around, measure: str, count: int) -> list[str]:
    """蔬菜、水果产量分别为a、b，面积分别为c、d: another measure of what the last figures, handed out too, belong to."""
    if again := of_same_list(reader, around, measure, count):
        return again
    told = reader.same_sentence(around.figure)
    if counted := of_those_before(told, measure, count):
        return counted
    before = [one.indicator or "" for one in told][-count:]
    if not MEASURE.fullmatch(measure):
        return []
    owned = [_MEASURED.fullmatch(name) for name in dict.fromkeys(before)]
    if len(owned) != count or len({found["measure"] for found in owned if found}) != 1:
        return []
    return [found["owner"] + measure for found in owned if found]
