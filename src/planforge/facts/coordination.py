"""One wording for several indicators: 甲、乙和丙分别达到a、b和c, 国家级、省级孵化器各1个, 成交额和增加值翻一番."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from planforge.facts.heads import Head, plain_name
from planforge.facts.listed import quantities
from planforge.facts.naming import PER_HEAD
from planforge.facts.numbers import chinese
from planforge.facts.passage import PassageReader
from planforge.facts.quantity import Form
from planforge.facts.topic import Around, Topic
from planforge.facts.words import SHARE_OF, table
from planforge.patterns import expression

_EACH = expression("各(?:达到|达|为|有)?$")
_TIERS = expression("国家级|省级|市级|县级|省部级")
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
_THEN_LEADS = expression("[，,][^，。；\\d]{0,4}(?:增|提|上升|扩|发展|下降|降|减|缩|压)[^，。；\\d]{0,3}(?:到|至|为)")
_APART = expression("分别|各(?=增长|下降|提高|上升|增加|减少|回落|下滑)")
_ALIKE = expression("均|都|双双")
_RATE = expression("(?:率|比例|比重|占比)$")
_TWO_RATES = expression(r"\d[\d.]*%[和与、]\d[\d.]*%(?=[，。；、])")
_SECOND = expression("[和、](?=[0-9])")
_SHARE = expression(rf"{SHARE_OF}.*$")
_CONTRIBUTION = expression("对[^对]*增长的?贡献率$")
_ORDINAL = expression("第[一二三四五六七八九]")
_SHORT_ORDINALS = expression("第一(?P<second>[、和及与]二)?(?P<third>[、和及与]三)?(?=产业)")
"""第一、二产业 for 第一、第二产业."""
_PEOPLE = expression("[\\dA-Z\u4e00-\u9fff]{2,9}?((?:患者|病人|人群|居民|农户|家庭|企业|学生|儿童).*率)$")
"""高血压、糖尿病患者规范管理率."""
_SEASON = expression("[春夏秋冬]季")
"""夏、秋季降水量."""
_SIDE = expression(".(?=[部方线翼侧级区])")
# What a last part lends to those before it: 化学需氧量、氨氮排放量.
_LENT_TAIL = expression(
    "(?:生均[^、]{2,16}|(?:从业|就业)人员(?:占比)?|(?:产业|行业)?(?:增加值|产值|产量|收入|投资)占[^占]*(?:比重|比例)|(?:重点工程)?减排量|(?:患者|病人|人群).{0,4}管理率|(?:综合|有效|资源化|循环|再生)?(?:利用|回收|处理|处置)率|排放总?量|使用量|施用量|里程|长度|(?:货物|旅客|客运|货运)?周转量|总?产量|总?产值|增加值|销售额|零售额|(?:日均|月均|年均)?(?:客运|货运|订单|运输|旅客吞吐|货物吞吐|吞吐|用电|发电|销售|成交|交易|存栏|出栏|保有|拥有|接待|收购|储备)量|(?:完成|合格|毛?入学|毛?入园|巩固|签约|开工|满意)率|满意度|(?:平均)?资费|费率|引资|价格|总额|余额|税收|利润|收入|投资|面积|保险(?:基金)?|比重|占比|比例|参保率|覆盖率|普及率|达标率|(?:PM2\\.5|PM10|细颗粒物|臭氧)?(?:年?平均|年均)?浓度|数量|装机(?:容量|规模)?)$"
)
_MEASURE = expression(
    r"(?:总?产量|总?产值|(?:播种|种植|养殖|建筑|占地)?面积|增加值|销售额|零售额|出口额|进口额|销量|存栏|出栏|数量)"
)
_MEASURED = expression(rf"(?P<owner>[\u4e00-\u9fff]{{2,8}}?)(?P<measure>{_MEASURE.pattern})")
_SHARES = ("比例", "占比", "比重")
_COMPLETE = expression(
    "[额值率数重比度费款]$|(?:游客|人次|旅客)$|(?:产|总|数|用|销|储|流|容|存|电|单|工|运|货|客|载|供|排)量$|总产|收入|支出|投资|面积|余额|水平|装机"
)


def handed_out(reader: PassageReader, around: Around, head: Head) -> list[str]:
    """Return the heads that 分别 hands out, when there are as many figures, else nothing."""
    figure = around.figure
    said = _APART.search(reader.words, around.start, figure.start) is not None
    if not said and not _of_both(reader, around) and not _changes_of_both(reader, around):
        return []
    head = replace(head, name=_SHORT_ORDINALS.sub(_whole_ordinals, head.name.replace("分别占比", "占比")))
    count = reader.left_in_clause(figure)
    if _BEGAN.search(reader.words, around.start, figure.start):
        parts = _of_a_collective(head.name, count) or [part for part in _COORDINATION.split(head.name) if part]
        apart = len(parts) == count and _THEN_LEADS.match(reader.words, reader.clauses.clause_end(figure.end))
        return _completed(reader, parts) * (1 if apart else 2) if apart or len(parts) * 2 == count else []
    if count < 2:
        return []
    if share := (_SHARE.search(head.name) if head.inherited else _CONTRIBUTION.search(head.name)):
        return _shares_of_each(reader, count, share[0])
    if PER_HEAD.fullmatch(head.name) or _TIERS.fullmatch(head.name):
        return [head.name + name for name in _last_names(reader, count)]  # 众创空间30家、孵化器15家，其中国家级分别…
    if collected := _of_a_collective(head.name, count) or _owners_before(reader, around, head, count):
        return collected
    parted = ([part for part in marks.split(head.name) if part] for marks in _COORDINATIONS)
    parts = next((found for found in parted if len(found) == count), [])
    if parts and all(len(part) > 1 for part in parts[1:]) and len(parts[0]) > 1:
        shares = figure.form is Form.PERCENT and around.grown is None
        return _sharing(_completed(reader, parts)) if shares else _completed(reader, parts)
    spelt = _spelt_out(plain_name(head.name))
    if len(spelt) == count:
        return _completed(reader, spelt)
    return _completed(reader, parts) if parts else _of_same_owners(reader, around, head.name, count)


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


def _sharing(parts: list[str]) -> list[str]:
    """Give all parts the share that stands behind the last: 生活用水、工业用水分别占全国同类用水的a%、b%."""
    share = _SHARE.search(parts[-1])
    if share is None:
        return parts
    return [part if _SHARE.search(part) or _RATE.search(part) else part + share[0] for part in parts]


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
    before = [one.indicator or "" for one in reader.same_sentence(around.figure)][-count:]
    if not _MEASURE.fullmatch(measure):
        return []
    owned = [_MEASURED.fullmatch(name) for name in dict.fromkeys(before)]
    if len(owned) != count or len({found["measure"] for found in owned if found}) != 1:
        return []
    return [found["owner"] + measure for found in owned if found]


def _of_both(reader: PassageReader, around: Around) -> bool:
    """面积和产量是95亩和37吨: two names, two figures of different units, without 分别."""
    end = reader.clauses.clause_end(around.figure.end)
    second = _SECOND.match(reader.words, around.figure.end, end)
    if second is None or _PAIR.search(reader.words, around.start, around.figure.start) is None:
        return False
    other = next(iter(quantities(reader.words[second.end() : end])), None)
    return other is not None and not other.unit.comparable(around.figure.unit)


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
    return [name + share for name in _last_names(reader, count)]


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
    tiers = _TIERS.findall(around.region) if _EACH.search(around.region) else []
    if len(tiers) < 2:
        return []
    bare = _TIER_LIST.sub("", head.name)
    return [Topic(reader.situation.table.resolve(tier + bare), head.name, head.verbs) for tier in tiers]


def coordinated(reader: PassageReader, around: Around, head: Head) -> list[Topic]:
    """One change or rank for several indicators, all of them known: 成交额和增加值较…翻一番."""
    alike = _ALIKE.search(reader.words, around.start, around.figure.start) is not None
    if around.grown is None and around.figure.form is not Form.RANK and not alike:
        return []
    parts = [part for part in _COORDINATION.split(head.name) if len(part) >= 3]
    if len(parts) < 2:
        return []
    parts = _completed(reader, parts)
    if alike and around.grown is None and around.figure.form is not Form.RANK and not _all_measure(parts):
        return []
    names = [reader.situation.table.resolve(part) for part in parts]
    words = reader.words[around.start : around.figure.start]
    each = "分别" in words and _LENT_TAIL.search(parts[-1]) is not None
    if not (each or alike) and not all(name.known for name in names):
        return []
    return [Topic(name, part, head.verbs) for name, part in zip(names, parts, strict=True)]


def _all_measure(parts: list[str]) -> bool:
    """Whether each part measures by itself: 通硬化路率、通客车率均达100%; 供水总量和用水总量均为5.8亿立方米."""
    return all(_RATE.search(part) or _COMPLETE.search(part) for part in parts)


def _completed(reader: PassageReader, parts: list[str]) -> list[str]:
    """Give the parts what they share: later ones the beginning of the first, earlier ones the end of the last."""
    if len(parts) > 1 and parts[-1] in _SHARES:  # 等级路里程及比例
        return [*parts[:-1], parts[-2] + parts[-1]]
    if (levelled := _TIERS.match(parts[-1])) and levelled.end() < len(parts[-1]):  # 国家级、省级创新平台
        bare = parts[-1][levelled.end() :]
        parts = [part + bare if _TIERS.fullmatch(part) else part for part in parts]
    known, tail = reader.situation.table.names, _beside(parts) or _LENT_TAIL.search(parts[-1])
    parts = [*(_with_ending(known, part, parts[-1]) for part in parts[:-1]), parts[-1]]
    if (ordinal := _ORDINAL.match(parts[-1])) is not None:
        parts = [part + parts[-1][ordinal.end() :] if _ORDINAL.fullmatch(part) else part for part in parts]
    if _SEASON.match(parts[-1]):
        parts = [part + parts[-1][1:] if _SEASON.fullmatch(f"{part}季") else part for part in parts]
    if tail is not None:
        last = parts[-1]
        parts = [*(part if _is_whole(known, part) else _lengthened(part, last, tail[0]) for part in parts[:-1]), last]
    return [parts[0], *(_lent(reader, parts[0], part) for part in parts[1:])]


def _beside(parts: list[str]) -> re.Match[str] | None:
    """Return what follows the last name's own part, told by the length of the one beside it: 城市、农村供电可靠率."""
    if len(parts) > 1 and (people := _PEOPLE.match(parts[-1])) and not _COMPLETE.search(parts[-2]):
        return _OWN_TAIL.match(parts[-1], people.start(1))  # 高血压、2型糖尿病患者规范管理率
    length = len(parts[-2]) if len(parts) > 1 else 0
    if (used := _USED_AREA.search(parts[-1])) and len(parts[-1]) - length == len(used[0]) + 1:
        return used  # 中药材、设施蔬菜种植面积: no name ends inside 蔬菜
    alike = parts[-1].find(parts[-2][-1]) + 1 if length > _LONGEST_PART else 0  # 公共图书馆、文化馆一级馆率
    if parts and parts[-1].startswith(_AND_MORE, alike):  # 0—14岁、60岁及以上人口比重
        alike += len(_AND_MORE)
    if alike > 1 and not _COMPLETE.search(parts[-2]):
        return _OWN_RATE.match(parts[-1], alike)
    if not 2 <= length <= _LONGEST_PART or len(parts[-1]) - length < _SHORTEST_TAIL or _COMPLETE.search(parts[-2]):
        return None
    return _OWN_TAIL.match(parts[-1], length)


_LONGEST_PART, _SHORTEST_TAIL = 3, 3
_USED_AREA = expression("(?:播种|种植|养殖|栽培|建筑|占地)面积$")
_OWN_TAIL = expression(
    r"(?![级市县区率性业型化类品园部人员的])[\u4e00-\u9fff]+(?:率|比例|比重|占比|面积|产量|数量|浓度|水平)$"
)
_AND_MORE = "及以上"
_OWN_RATE = expression(r"(?![级市县区率性业型化类品园部人员的])[\u4e00-\u9fff]{2,}(?:率|比例|比重|占比)$")


def _lengthened(part: str, last: str, tail: str) -> str:
    """第二 of 第三产业占比重 → 第二产业占比重, 东 of 西部地区比重 → 东部地区比重, else with the end that measures."""
    people = _PEOPLE.match(last) if tail.endswith("率") else None
    if people is not None:
        return part + people[1]
    alike = _ORDINAL.match(last) if _ORDINAL.fullmatch(part) else _SIDE.match(last) if len(part) == 1 else None
    return part + last[alike.end() :] if alike else part + tail


def _is_whole(known: Mapping[str, str], part: str) -> bool:
    return plain_name(part) in known or _COMPLETE.search(part) is not None


def _with_ending(known: Mapping[str, str], part: str, last: str) -> str:
    """城镇 of 城镇和农村居民人均可支配收入 → 城镇居民人均可支配收入, where that is a known name."""
    candidates = (part, *(part + last[at:] for at in range(1, len(last) - 1)))
    return next((name for name in candidates if plain_name(name) in known), part)


def _lent(reader: PassageReader, first: str, part: str) -> str:
    known = reader.situation.table.names
    per_head = PER_HEAD.match(first)
    if per_head and not part.startswith("每") and plain_name(part) not in known:
        return per_head[0].removesuffix("拥有") + part  # 每千人口床位数、注册护士数
    if (accident := _ACCIDENT.match(first)) is not None and part.startswith(("死亡", "受伤")):
        return accident[0] + part  # 生产安全事故起数、死亡人数
    candidates = (part, *(first[:end] + part for end in range(len(first), 0, -1)))
    return next((name for name in candidates if plain_name(name) in known), _begun_alike(first, part))


_ACCIDENT = expression("[\u4e00-\u9fff]*事故(?=起数|数|$)")
_PAIRED = "水耗"
_PAIRED_ENDS = expression("耗$|[进出]口$|[产销存]量$|[存出]栏$")


def _begun_alike(first: str, part: str) -> str:
    """Return a part with what the first lends it, told by a character that both go on with: 小麦机耕、机播比重."""
    first, part = plain_name(first), plain_name(part)
    lent = len(first) - len(part)
    if len(part) == len(_PAIRED) and part[-1] == first[-1] and lent > 1 and _PAIRED_ENDS.search(part):
        return first[:lent] + part  # 单位工业增加值能耗、水耗
    alike = lent > 1 and first[lent] == part[0] and first[-2:] == part[-2:] and first[lent:] != part
    return first[:lent] + part if alike else part
