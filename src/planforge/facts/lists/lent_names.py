"""What the names of a list lend each other: 城镇和农村居民收入, 小麦机耕、机播比重, 生产安全事故起数、死亡人数."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planforge.facts.heads.widened import PER_HEAD
from planforge.facts.names.trimming import plain_name
from planforge.facts.passage import PassageReader
from planforge.facts.writing.words import SHARE_OF
from planforge.patterns import expression

TIERS = expression("国家级|省级|市级|县级|省部级")
"""What a list of tiers is made of: 国家级、省级创新平台."""
_RATE = expression("(?:率|比例|比重|占比)$")
SHARE = expression(rf"{SHARE_OF}.*$")
"""Of what a name tells the share, to its end."""
_ORDINAL = expression("第[一二三四五六七八九]")
_PEOPLE = expression("[\\dA-Z\u4e00-\u9fff]{2,9}?((?:患者|病人|人群|居民|农户|家庭|企业|学生|儿童).*率)$")
"""高血压、糖尿病患者规范管理率."""
_SEASON = expression("[春夏秋冬]季")
"""夏、秋季降水量."""
_CROP, _ONE_CROP = expression("[早中晚春夏秋冬](?:稻|粮|小麦|玉米|菜)"), expression("[早中晚春夏秋冬]")
_SIDE = expression(".(?=[部方线翼侧级区]|工业)")
LENT_TAIL = expression(
    "(?:(?<!^)(?:产业|行业|工业|企业)(?:总?产值|增加值|(?:主营业务|营业|销售)收入|利润总?额?|利税|投资)|生均[^、]{2,16}|(?:从业|就业)人员(?:占比)?|(?:产业|行业)?(?:增加值|产值|产量|收入|投资)占[^占]*(?:比重|比例)|(?:重点工程)?减排量|(?:患者|病人|人群).{0,4}管理率|(?:产地)?(?:冷链|低温|冷藏)(?:流通|处理|运输)率|(?:综合|有效|资源化|循环|再生)?(?:利用|回收|处理|处置)率|(?:最低生活保障|低保|特困(?:人员)?供养|基础养老金|养老金|补助|补贴|救助|供养)(?:平均)?(?:最低)?标准|排放总?量|使用量|施用量|里程|长度|(?:货物|旅客|客运|货运)?周转量|生师比|师生比|医护比|总?产量|总?产值|增加值|销售额|营业额|零售额|(?:日均|月均|年均)?(?:客运|货运|订单|运输|旅客吞吐|货物吞吐|吞吐|用电|发电|销售|成交|交易|存栏|出栏|饲养|保有|拥有|接待|收购|储备)量|(?:突破性)?新品种|(?:完成|合格|毛?入学|毛?入园|巩固|签约|开工|满意)率|满意度|(?:平均)?资费|费率|引资|价格|总额|余额|税收|利润|收入|支出|投资|面积|保险(?:基金)?|比重|占比|比例|参保率|覆盖率|普及率|达标率|(?:PM2\\.5|PM10|细颗粒物|臭氧)?(?:年?平均|年均)?浓度|数量|[存出]栏|装机(?:容量|规模)?)$"
)
"""What a last part lends to those before it: 化学需氧量、氨氮排放量."""
_SHARES = ("比例", "占比", "比重")
_COMPLETE = expression(
    "[额值率数重比度费款]$|(?:游客|人次|旅客)$|(?:产|总|数|用|销|储|流|容|存|电|单|工|运|货|客|载|供|排)量$|总产|收入|支出|投资|面积|余额|水平|装机"
)


def sharing(parts: list[str]) -> list[str]:
    """Give all parts the share that stands behind the last: 生活用水、工业用水分别占全国同类用水的a%、b%."""
    share = SHARE.search(parts[-1])
    if share is None:
        return parts
    return [part if SHARE.search(part) or _RATE.search(part) else part + share[0] for part in parts]


def all_measure(parts: list[str]) -> bool:
    """Whether each part measures by itself: 通硬化路率、通客车率均达100%; 供水总量和用水总量均为5.8亿立方米."""
    return all(_RATE.search(part) or _COMPLETE.search(part) for part in parts)


_SIZED = expression("(?:规模|限额)以上|[规限]上")


def completed(reader: PassageReader, parts: list[str]) -> list[str]:
    """Give the parts what they share: later ones the beginning of the first, earlier ones the end of the last.

    限额以上城镇、乡村零售额 is told of those above the limit both, where the first does not end what it measures.
    """
    sized = _SIZED.match(parts[0]) if len(parts) > 1 else None
    if sized is None or _is_whole(reader.situation.table.names, parts[0]) or _SIZED.match(parts[-1]):
        return _completed(reader, parts)
    return [sized[0] + part for part in _completed(reader, [parts[0][sized.end() :], *parts[1:]])]


def _completed(reader: PassageReader, parts: list[str]) -> list[str]:
    if len(parts) > 1 and parts[-1] in _SHARES:  # 等级路里程及比例
        return [*parts[:-1], parts[-2] + parts[-1]]
    if (levelled := TIERS.match(parts[-1])) and levelled.end() < len(parts[-1]):  # 国家级、省级创新平台
        bare = parts[-1][levelled.end() :]
        parts = [part + bare if TIERS.fullmatch(part) else part for part in parts]
    known, tail = reader.situation.table.names, _CONSUMED.search(parts[-1])
    tail = tail or _beside(parts) or LENT_TAIL.search(parts[-1])
    parts = [*(_with_ending(known, part, parts[-1]) for part in parts[:-1]), parts[-1]]
    if (ordinal := _ORDINAL.match(parts[-1])) is not None:
        parts = [part + parts[-1][ordinal.end() :] if _ORDINAL.fullmatch(part) else part for part in parts]
    if _CROP.match(parts[-1]):  # 早、中、晚稻播种面积
        parts = [part + parts[-1][1:] if _ONE_CROP.fullmatch(part) else part for part in parts]
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


_CONSUMED = expression("(?<=..)消费量?(?:占比|比重|比例)$")
_LONGEST_PART, _SHORTEST_TAIL = 3, 3
_USED_AREA = expression("(?:播种|种植|养殖|栽培|建筑|占地)面积$")
_OWN_TAIL = expression(
    r"(?![级市县区率性业型化类品园部人员的])[\u4e00-\u9fff]+(?:率|比例|比重|占比|面积|产量|数量|浓度|水平|零售额)$"
)
_AND_MORE = "及以上"
_OWN_RATE = expression(r"(?![级市县区率性业型化类品园部人员的])[\u4e00-\u9fff]{2,}(?:率|比例|比重|占比)$")


def _lengthened(part: str, last: str, tail: str) -> str:
    """第二 of 第三产业占比重 → 第二产业占比重, 东 of 西部地区比重 → 东部地区比重, else with the end that measures."""
    if part.endswith(tail):
        return part  # 工伤保险、生育保险
    people = _PEOPLE.match(last) if tail.endswith("率") else None
    if people is not None:
        return part + people[1]
    if (group := _GROUP.match(tail)) is not None and part.endswith(_ENDS_ALIKE[group[0]]):
        tail = tail[group.end() :]  # 旅游业、文化产业增加值
    if _POLLUTANT.search(part) is not None and (other := _POLLUTANT_FIRST.match(tail)) is not None:
        tail = tail[other.end() :]  # 二氧化硫、PM10年均浓度
    alike = _ORDINAL.match(last) if _ORDINAL.fullmatch(part) else _SIDE.match(last) if len(part) == 1 else None
    return part + last[alike.end() :] if alike else part + tail


_POLLUTANT = expression(r"(?:[SN]O[2xX]|CO|O3|PM\d[\d.]*|二氧化[硫氮]|一氧化碳|颗粒物|臭氧|铅|苯|氨氮?)$")
_POLLUTANT_FIRST = expression(r"PM2\.5|PM10|细颗粒物|臭氧")
_GROUP = expression("产业|行业|工业|企业")
_ENDS_ALIKE = {"产业": ("业",), "行业": ("业",), "工业": ("业",), "企业": ("企业", "公司")}


def rates_of_each(parts: list[str]) -> list[str]:
    """Return the rate of each of several things named alike, said once for all: 公交车、出租车新能源化率达到100%.

    Shares (占比) may be of all of them together, and are left as they are.
    """
    last, before = parts[-1], parts[:-1]
    alike = last.find(before[-1][-1]) if before and all(before) else -1
    rate = _RATE_OF_EACH.fullmatch(last, alike + 1) if alike > 0 else None
    same = all(part.endswith(last[alike]) and len(part) > 1 and not _RATE.search(part) for part in before)
    return [*(part + rate[0] for part in before), last] if rate is not None and same else []


_RATE_OF_EACH = expression("(?<![级建])[\u4e00-\u9fffA-Za-z0-9]{2,12}率")


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
    if (owned := _OWNED.fullmatch(first)) is not None and MEASURE.fullmatch(part) is not None:
        return owned["owner"] + part  # 小麦面积和产量
    candidates = (part, *(first[:end] + part for end in range(len(first), 0, -1)))
    return next((name for name in candidates if plain_name(name) in known), _begun_alike(first, part))


MEASURE = expression(
    "(?:总?产量|总?产值|(?:播种|种植|养殖|建筑|占地)?面积|增加值|销售额|零售额|出口额|进口额|销量|存栏|出栏|数量)"
)
"""What crops, goods and trades have; said after one with its owner it is that of the same."""
_OWNED = expression(rf"(?P<owner>(?!播种|种植|养殖|建筑|占地)[\u4e00-\u9fff]{{2,8}}?){MEASURE.pattern}")
_ACCIDENT = expression("[\u4e00-\u9fff]*事故(?=起数|数|$)")
_PAIRED = "水耗"
_PAIRED_ENDS = expression("耗$|[进出]口$|[产销存]量$|[存出]栏$")


def _begun_alike(first: str, part: str) -> str:
    """Return a part with what the first lends it, told by a character that both go on with: 小麦机耕、机播比重."""
    first, part = plain_name(first), plain_name(part)
    lent = len(first) - len(part)
    if len(part) == len(_PAIRED) and part[-1] == first[-1] and lent > 1 and _PAIRED_ENDS.search(part):
        return first[:lent] + part  # 单位工业增加值能耗、水耗
    alike = lent > 1 and first[lent] == part[0] and first[lent:] != part and _ends_alike(first, part)
    return first[:lent] + part if alike else part


def _ends_alike(first: str, part: str) -> bool:
    """Whether two names end alike; of short rates (自然村通达率、通畅率) the last character tells."""
    return first[-2:] == part[-2:] or (len(part) == _SHORT_RATE and part[-1] == first[-1] == "率")


_SHORT_RATE = 3
