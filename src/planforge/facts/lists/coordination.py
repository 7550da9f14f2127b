"""One wording for several indicators: 甲、乙和丙分别达到a、b和c, 国家级、省级孵化器各1个, 成交额和增加值翻一番."""

from __future__ import annotations

import re
from dataclasses import replace

from planforge.facts.figures.listed import quantities
from planforge.facts.figures.numbers import chinese
from planforge.facts.figures.quantity import Form
from planforge.facts.heads.left_heads import Head
from planforge.facts.heads.naming import PER_HEAD
from planforge.facts.lists.lent_counts import of_those_before, with_what_is_counted
from planforge.facts.lists.lent_names import (
    LENT_TAIL,
    MEASURE,
    SHARE,
    TIERS,
    all_measure,
    completed,
    rates_of_each,
    sharing,
)
from planforge.facts.lists.places import is_place, of_each_place
from planforge.facts.names.joined_names import split_apart
from planforge.facts.names.trimming import plain_name, stripped
from planforge.facts.parts.part_heads import handed_part
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.facts.writing.words import table
from planforge.patterns import expression

_EACH = expression("各(?:达到|达|为|有)?$")
_TIER_LIST = expression("(?:(?:国家级|省级|市级|县级|省部级)[、和及]?)+")
_COORDINATION = expression("以及|[、和与]|及(?!以[上下外内])")
"""三级及以上航道 is one name."""
# 文化及相关产业、旅游及相关产业: the marks between names may be fewer than those that can join words.
_COORDINATIONS = (_COORDINATION, expression("、|和"), expression("、"))
_PAIR = expression(
    "和[^、和，]+(?:是|为|达到?|(?:同比|[比较](?:上年|去年)(?:同期)?)?(?:分别)?(?:减少|增加|下降|增长))$"
)
_AND = expression("[和与、]")
_BEGAN = expression("分别[由从]")
"""甲、乙分别由a、b提高到c、d: each part has two figures."""
_FROM_THERE = expression("[由从][^，。；]*$")
_LEADS_APART = expression(
    r"(?:[、和与及]\d[^，。；、和与及]{0,8})+?[，,]?分别(?:已|由|从)?(?:增|提|上升|扩|发展|下降|降|减|缩|压)[^，。；\d]{0,3}(?:到|至|为)"
)
_THEN_LEADS = expression("[，,][^，。；\\d]{0,4}(?:增|提|上升|扩|发展|下降|降|减|缩|压)[^，。；\\d]{0,3}(?:到|至|为)")
_APART = expression("分别|各(?=增长|下降|提高|上升|增加|减少|回落|下滑)")
_ALIKE = expression("均|都|双双")
_TWO_RATES = expression(r"\d[\d.]*%[和与、]\d[\d.]*%(?=[，。；、])")
_SECOND = expression("[和、](?=[0-9])")
_SECOND_BEGINS = ("和", "、")
_CONTRIBUTION = expression("对[^对]*增长的?贡献率$")
_CONTRIBUTED = expression("(?P<of>[^，。；：]{2,40}?)(?P<share>对[^对，。；]*增长的?贡献率)")
_SHORT_ORDINALS = expression(
    "第?一(?:(?P<second>[、和及与]二)(?P<third>[、和及与]三)?|(?P<later>[、和及与]三))次?(?=产业)"
)
"""第一、二产业 for 第一、第二产业."""
_MEASURED = expression(rf"(?P<owner>[\u4e00-\u9fff]{{2,8}}?)(?P<measure>{MEASURE.pattern})")


def handed_out(reader: PassageReader, around: Around, head: Head) -> list[str]:
    """Return the heads that 分别 hands out, when there are as many figures, else nothing."""
    figure = around.figure
    said = _APART.search(reader.words, around.start, figure.start) is not None
    began = _began(reader, around)
    both = said or began or _of_both(reader, around) or _changes_of_both(reader, around)
    if not (both or _spelt_row(reader, around, head)):
        return []
    head = replace(head, name=_SHORT_ORDINALS.sub(_whole_ordinals, head.name.replace("分别占比", "占比")))
    count = reader.left_in_clause(figure)
    if began:
        parts = _of_a_collective(head.name, count) or [part for part in _COORDINATION.split(head.name) if part]
        parts = _spelt_out(parts[0]) if len(parts) == 1 else parts
        apart = len(parts) == count and _THEN_LEADS.match(reader.words, reader.clauses.clause_end(figure.end))
        return completed(reader, parts) * (1 if apart else 2) if apart or len(parts) * 2 == count else []
    if count < 2:
        return []
    if (told := _CONTRIBUTED.search(around.region)) and (each := _contributions(reader, told, count)):
        return each
    if share := (SHARE.search(head.name) if head.inherited else _CONTRIBUTION.search(head.name)):
        return _shares_of_each(reader, count, share[0])
    if PER_HEAD.fullmatch(head.name) or TIERS.fullmatch(head.name):
        return [head.name + name for name in _last_names(reader, count)]  # 众创空间30家、孵化器15家，其中国家级分别…
    if owned := _of_listed_owners(reader, around, head, count):
        return owned
    parted = (split_apart(head.name, marks) for marks in _COORDINATIONS)
    parts = with_what_is_counted(next((found for found in parted if len(found) == count), []), figure)
    if parts and all(len(part) > 1 for part in parts[1:]) and len(parts[0]) > 1:
        shares = figure.form is Form.PERCENT and around.grown is None
        return sharing(completed(reader, parts)) if shares else completed(reader, parts)
    spelt = _spelt_out(plain_name(head.name))
    if len(spelt) == count:
        return completed(reader, spelt)
    return completed(reader, parts) if parts else _of_same_owners(reader, around, head.name, count)


def _began(reader: PassageReader, around: Around) -> bool:
    """Whether a figure is where the first of several began: 分别由a、b提高到c、d; 由a、b分别提高到c、d."""
    start = around.figure.number_at[0]
    words = reader.words[around.start : start]
    if "由" not in words and "从" not in words:
        return False
    if _BEGAN.search(reader.words, around.start, around.figure.start):
        return True
    end = reader.clauses.clause_end(around.figure.end)
    from_there = _FROM_THERE.search(reader.words, around.start, start) is not None
    return from_there and _LEADS_APART.match(reader.words, around.figure.end, end) is not None


def _deeds(around: Around, count: int) -> list[str]:
    """签约、开工、投产项目分别不少于a个、b个、c个: one noun, of which each count tells what was done."""
    told = _DEEDS.search(around.region) if "、" in around.region and around.figure.unit.counts else None
    if told is None:
        return []
    deeds = [told["first"], *(part for part in _COORDINATION.split(told["deeds"]) if part)]
    return [deed + told["noun"] for deed in deeds] if len(deeds) == count else []


_DEED = "(?:新)?(?:签约|开工|在建|续建|竣工|投产|建成|落地|入库|储备|达产|完工|拟建|洽谈|引进|入统)"
_DEEDS = expression(
    rf"(?P<first>{_DEED})(?P<deeds>(?:[、和及与]{_DEED})+)(?P<noun>[\u4e00-\u9fff]{{0,8}}?(?:项目|企业|工程))(?:数量?|个数)?分别"
)


def _contributions(reader: PassageReader, told: re.Match[str], count: int) -> list[str]:
    """第一、二、三次产业对经济增长的贡献率分别为a、b和c."""
    owners = _SHORT_ORDINALS.sub(_whole_ordinals, stripped(told["of"]))
    parts = [part for part in _COORDINATION.split(owners) if part]
    parts = _spelt_out(owners) if len(parts) == 1 else parts
    parts = completed(reader, parts) if owners.startswith(_ORDINAL_BEGINS) else parts
    return [part + told["share"] for part in parts] if len(parts) == count else []


_ORDINAL_BEGINS = "第一"


def _of_listed_owners(reader: PassageReader, around: Around, head: Head, count: int) -> list[str]:
    placed = of_each_place(head.name, count) or _of_a_collective(head.name, count)
    return placed or _owners_before(reader, around, head, count) or _deeds(around, count)


def _owners_before(reader: PassageReader, around: Around, head: Head, count: int) -> list[str]:
    """甲、乙和丙三个行政区分别实现地区生产总值a、b和c: one name, of as many areas."""
    said = _OWNERS.search(reader.words, around.start, around.figure.start)
    if said is None or _COORDINATION.search(head.name):
        return []
    owners = [part for part in _COORDINATION.split(said["owners"]) if part]
    return [owner + head.name for owner in owners] if len(owners) == count else []


_OWNERS = expression(
    "(?:^|[，,。；：])?(?P<owners>[^，。；：、\\d]{1,8}?(?:[、和及与][^，。；：、和及与\\d]{1,8}?)+)"
    "(?:等?[二两三四五六七八九十]{1,2}个?(?:行政区|功能区|区县|县区|县市|区|县|市|镇|乡镇|街道|园区|片区|城市|地区))?分别(?:实现|完成)(?!了?目标)"
)


def _whole_ordinals(short: re.Match[str]) -> str:
    later = (part for part in short.groups() if part)
    return "第一" + "".join(f"{part[0]}第{part[1]}" for part in later)


def _of_a_collective(name: str, count: int) -> list[str]:
    """水稻、小麦、玉米三大主粮播种面积: how many they are and what they are called is no part of any one's name."""
    found = _COLLECTIVE.search(name)
    parts = [part for part in _COORDINATION.split(name[: found.start()]) if part] if found else []
    if found is None or len(parts) != count or chinese(found["n"].replace("两", "二")) != count:
        return []
    return [part + found["shared"] for part in parts]


_COLLECTIVE = expression(
    "等?(?P<n>[二两三四五六七八九十])[大个类种项](?:[^、和及与]{0,4}(?:产业|行业|主粮|作物|品种|产品|领域|园区|集群|板块|社会保险|保险|险种|区县|县区|城区|城市|乡镇|畜种|群体))"
    "(?=(?P<shared>.{2,})$)"
)


def _of_same_owners(reader: PassageReader, around: Around, measure: str, count: int) -> list[str]:
    """蔬菜、水果产量分别为a、b，面积分别为c、d: another measure of what the last figures, handed out too, belong to."""
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


def _of_both(reader: PassageReader, around: Around) -> bool:
    """面积和产量是95亩和37吨: two names, two figures of different units, without 分别."""
    if not reader.words.startswith(_SECOND_BEGINS, around.figure.end):
        return False
    end = reader.clauses.clause_end(around.figure.end)
    second = _SECOND.match(reader.words, around.figure.end, end)
    if second is None or _PAIR.search(reader.words, around.start, around.figure.start) is None:
        return False
    other = next(iter(quantities(reader.words[second.end() : end])), None)
    return other is not None and not other.unit.comparable(around.figure.unit)


def _spelt_row(reader: PassageReader, around: Around, head: Head) -> bool:
    """Whether as many levels in one unit follow one another as a short name means: 城乡居民收入27306元、8929元."""
    if around.grown is not None or not reader.words.startswith(_SECOND_BEGINS, around.figure.end):
        return False
    end = reader.clauses.clause_end(around.figure.end)
    second = _SECOND.match(reader.words, around.figure.end, end)
    count = len(_spelt_out(plain_name(head.name))) if second is not None else 0
    if second is None or count < _PAIRED or count != reader.left_in_clause(around.figure):
        return False
    other = next(iter(quantities(reader.words[second.end() : end])), None)
    return other is not None and other.unit is around.figure.unit


_PAIRED = 2


def _changes_of_both(reader: PassageReader, around: Around) -> bool:
    """城镇和农村居民收入年均增长8.9%和9.6%: two names, two rates, without 分别."""
    rates = around.grown is not None and around.figure.form is Form.PERCENT
    return (
        rates
        and _AND.search(around.region) is not None
        and _TWO_RATES.match(reader.words, around.figure.start) is not None
    )


def _shares_of_each(reader: PassageReader, count: int, share: str) -> list[str]:
    """甲增长a，乙增长b，占…比重分别为c、d: the shares are those of the last figures' indicators."""
    names = _last_names(reader, count)
    names = [name.removesuffix("增加值") for name in names] if share.startswith("对") else names
    return [name + share for name in names]


def _last_names(reader: PassageReader, count: int) -> list[str]:
    """Return the indicators of the last figures, nothing when there are fewer; those in closed brackets are passed."""
    named = list(dict.fromkeys(one.indicator for one in reader.done if one.indicator))
    open_ones = [one for one in reader.done if reader.clauses.bracket_around(one.quantity.start) is None]
    plain = list(dict.fromkeys(one.indicator for one in open_ones if one.indicator))
    named = plain if len(plain) >= count else named
    return named[-count:] if len(named) >= count else []


def _spelt_out(name: str) -> list[str]:
    """城乡居民收入 → 城镇居民收入, 农村居民收入."""
    for short, words in table("phrases")["spelt_out"].items():
        if name.startswith(short):
            return [word + name[len(short) :] for word in words]
    return [name]


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
        rates = rates_of_each(_COORDINATION.split(head.name)) if _AND.search(head.name) else []
        return [Topic(reader.situation.table.resolve(rate), rate, head.verbs) for rate in rates]
    if around.grown is None and around.figure.form is not Form.RANK and not alike:
        return []
    if (
        not alike
        and _APART.search(reader.words, around.start, around.figure.start)
        and reader.left_in_clause(around.figure) > 1
    ):
        return []  # handed out one by one, but not to as many names
    parts = [part for part in split_apart(head.name, _COORDINATION) if len(part) >= 3]
    if len(parts) < 2:
        return []
    places = [handed_part(reader, around, part) for part in parts] if alike and all(map(is_place, parts)) else []
    if places and all(places):
        return [Topic(name, part, head.verbs) for name, part in zip(places, parts, strict=True) if name]
    parts = completed(reader, parts)
    if alike and around.grown is None and around.figure.form is not Form.RANK and not all_measure(parts):
        return []
    names = [reader.situation.table.resolve(part) for part in parts]
    words = reader.words[around.start : around.figure.start]
    each = "分别" in words and LENT_TAIL.search(parts[-1]) is not None
    if not (each or alike) and not all(name.known for name in names):
        return []
    return [Topic(name, part, head.verbs) for name, part in zip(names, parts, strict=True)]
