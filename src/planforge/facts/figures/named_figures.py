"""Figures that only name something and state nothing: capacities, thresholds inside names, ages, marks passed."""

from __future__ import annotations

import re
from functools import cache

from planforge.facts.figures.precision import Comparator
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression


@cache
def _sums() -> re.Pattern[str]:
    return expression(f"的?(?:各类|各级|上级)?(?:{alternation(table('units')['sums_of_money'])})")


_LONGEST_STATE = 6
_COUNT_FOLLOWS = expression(
    r"(?:的?有?|的(?:企业)?(?:已|共|将)?(?:有|达到?|为|超过?|突破|增至|增加到))\d+(?:\.\d+)?[万亿余多]?[家个项户人]"
)
_NOUN = expression(r"的?[\u4e00-\u9fff“A-Z]")


@cache
def _not_noun() -> re.Pattern[str]:
    return expression(f"的?(?:{alternation(table('phrases')['not_noun'])})")


@cache
def _states() -> re.Pattern[str]:
    return expression(f"(?:{alternation(table('phrases')['states'])}|\\d[条段座处项个])$")


@cache
def _bare_names() -> re.Pattern[str]:
    names = alternation(table("units")["bare_names"])
    between = alternation(
        ["已", "为", "是", "达", "到", "至", "在", "由", "从", "提高", "降低", "下降", "缩小", "控制", "保持", "稳定"]
    )
    then = r"(?:(?:(?:19|20)\d\d年|上年|去年)(?:同期|[底末])?的?)?"
    change = rf"(?:[\d.]+(?:[:：]1)?(?:提高|降低|下降|缩小|扩大|上升|优化|调整|[降升增减])(?:到|至|为){then})?"
    return expression(rf"(?:{names})[^，。；、\d]{{0,3}}?(?:{between})*{then}{change}$")


_LONGEST_BARE_NAME = 34
_ASIDE = expression("（[^（）]*）(?=[^（）]{0,4}$)")
"""总人口性别比（以女性为100）为105.1."""
_LONGEST_CHANGE = 12
_LONGEST_AGE = 10
_JOINED_ON = expression(r"[和及与、]\d")
_SHARE_OF_SUCH = expression("的?[\u4e00-\u9fff]{2,14}?(?:率|比例|比重|占比|覆盖面)[\u4e00-\u9fff]{0,6}\\d")
"""20户以上自然村通硬化路率90%: the bound says of which villages the share is."""
_SO_MANY_OF_SUCH = expression(
    "的[\u4e00-\u9fff]{1,10}?(?:共?有|共|为|达到?)?\\d[\\d.]*[万亿余多]*[家个项户所处座起名人]"
)
"""旅客吞吐量达到100万人次以上的机场有6个: the bound says of which ones so many are."""
_DWELLERS = frozenset({"body", "person"})
_SUCH_PLACES = expression(
    "的?[较更]?大?(?:自然村|自然屯|村民小组|村寨|居民点|聚居点|安置[点区]|行政村|建制村|乡镇|小区)(?!\\d)"
)
"""30户以上自然村通硬化路7.87万公里: how many live there says which places."""
_CROSSED = expression("(?:新的?)?[十百千万亿]+元?级?(?:新)?(?:台阶|大关|关口|门槛)")
"""连跨3个百亿元台阶."""
_BATCH = "批次"
_REACHED_WITHIN = expression("[上到达通可抵直](?![，。；、])")
"""30分钟上高速, 1小时通达."""
SHARE_OF_IT = expression(r"的(?:约|近)?\d[\d.]{0,6}[%％]")
"""Behind the value of a whole: 占一般公共预算收入102.4亿元的66.7%, 完成年度任务150公里的112%."""
_SUCH_FOLLOW = expression("的?[\u4e00-\u9fff]{2,12}\\d")
"""流域面积200—3000平方公里中小河流3200公里: the range says which rivers."""
_ADDED = expression("(?:新增|新形成|增加)$")
_OBJECT_ENDS = expression("的?[\u4e00-\u9fff]{2,10}(?:[，。；、]|$)")
_STEP = expression("大关|台阶|关口|门槛")
_AGE = expression("年限|寿命|年数|受教育|周期|工期|年龄")
"""Years that are measured; 近5年来, 打破9年无上市企业的局面 only say how long."""
_DIFFERS = expression(
    "[比较](?:上年|去年|20\\d\\d年)(?:同期|末)?(?:缩小|扩大|提高|下降|降低|上升|减少|增加|提升|回落)了?$"
)


def _is_difference(found: Quantity, text: str) -> bool:
    """Whether a number without a unit is a difference: 城乡收入比为2.39，比上年缩小0.06."""
    alone = not text[found.end : found.end + 1].strip("，。；、）)")
    before = max(0, found.start - _LONGEST_CHANGE)
    return found.written.decimals > 0 and alone and _DIFFERS.search(text, before, found.start) is not None


def _is_ratio(found: Quantity, text: str) -> bool:
    """Whether a number is that of a ratio to one: 人均GDP差距缩小到1.2:1."""
    if not text.startswith((":1", "：1"), found.number_at[1]):
        return False
    return _RATIO.search(text, max(0, found.start - _LONGEST_BARE_NAME), found.start) is not None


def _measures_years(found: Quantity, text: str) -> bool:
    """Whether years are what is measured: 受教育年限达到13.5年; 巩固率、受教育年限…分别达到98%和15年."""
    if _AGE.search(text, max(0, found.start - _LONGEST_AGE), found.number_at[0]) is not None:
        return True
    last_of_row = _ROW_BEFORE.search(text, max(0, found.start - _LONGEST_AGE), found.start) is not None
    return last_of_row and _AGE.search(text, max(0, found.start - _LONGEST_ROW), found.start) is not None


_ROW_BEFORE = expression(r"(?:\d[%％]?|以上|左右)[和、及与]$")
_LONGEST_ROW = 160
_PLACES_OF_SIZE = expression("(?<=以[上下])(?:人口)?的?(?:超|特|大|中|小)*(?:城市|县城|城区|县|镇)")
"""覆盖常住人口100万以上城市."""
_SO_MANY_SUCH = expression(r"\d[个家]$")
"""形成6个500亿元产业集群."""
_TERM = expression("周期|工期|时限|期限")
"""去化周期16个月 is a figure, 近6个月 and 6个月内 are none."""
_OTHER_RATIO = expression(r"[:：](?!1(?![\d.]))\d")
_RATIO = expression(r"(?:比|差距|差异|倍差)[\u4e00-\u9fff]{0,8}(?:[\d.]+[:：]1[、，和及与][\u4e00-\u9fff]{0,6})*$")


def belongs_to_name(found: Quantity, text: str) -> bool:
    """Whether the figure only names something: a capacity (30万吨乙醇装置), a threshold (30亿以上的企业), an age."""
    if found.unit.name == _BATCH and text[found.end : found.end + 1].isdigit():
        return True  # 遴选7批次1186家企业
    if found.unit.name == _DEGREE and _is_angle(found, text):
        return True
    if found.unit.kind == "counter":
        return _names_a_count(found, text)
    if found.unit.kind in {"ratio", "growth"}:
        return False
    if found.unit.name == "年" and found.start and not found.written.decimals:
        return not _measures_years(found, text)
    if found.unit.name == "个月":
        return _TERM.search(text, max(0, found.start - _LONGEST_AGE), found.number_at[0]) is None
    if found.form is Form.BARE and _OTHER_RATIO.match(text, found.number_at[1]):
        return True  # 医护比1:1.17: neither number alone
    if found.form is Form.BARE:
        before = _ASIDE.sub("", text[max(0, found.start - 2 * _LONGEST_BARE_NAME) : found.start])
        named = _bare_names().search(before[-_LONGEST_BARE_NAME:])
        return named is None and not _is_difference(found, text) and not _is_ratio(found, text)
    if found.comparator is not Comparator.EQ and _COUNT_FOLLOWS.match(text, found.end) is not None:
        return found.unit.kind in {"money", "physical"}  # 其中10亿元以上5个
    return _names_a_size(found, text) or _before_noun(found, text)


_OWN = "拥有"
_OWNERS_FOLLOW = expression("(?:及?以上)?[\u4e00-\u9fff]{1,6}的(?:农户)?(?:有|为)?\\d[\\d.]*[万余多]*[户人]")
"""拥有1处住房的58.64万户: how much they own says which households."""
_DEGREE = "度"
_SLOPE = expression("(?:(?:以[上下])?的?(?:斜?坡|角)|(?:以[上下])?[）)]的?|(?:以[上下])[（(]?(?:含|的坡))")
_STRONG_OR_STEEP = expression("(?:折合?|含|坡度|酒精度)(?:为|在)?$")


def _is_angle(found: Quantity, text: str) -> bool:
    """Whether degrees say how steep land or how strong liquor is: 25度以上坡度, （含2度）, 折65度."""
    if _STRONG_OR_STEEP.search(text, max(0, found.start - 4), found.start) is not None:
        return True
    at = found.number_at[1] + len(_DEGREE)
    return _SLOPE.match(text, at) is not None


def _names_a_count(found: Quantity, text: str) -> bool:
    """Whether a count says which ones: 人口100万以上城市, 连跨3个百亿元台阶, 100万人次以上的机场有6个."""
    if found.scale and _PLACES_OF_SIZE.match(text, found.end) is not None:
        return True
    if _CROSSED.match(text, found.end) is not None:
        return True
    if text.startswith(_OWN, found.start - len(_OWN)) and _OWNERS_FOLLOW.match(text, found.end) is not None:
        return True
    bound = found.comparator is not Comparator.EQ
    if bound and found.unit.classes & _DWELLERS and _SUCH_PLACES.match(text, found.end) is not None:
        return True
    return bound and any(such.match(text, found.end) for such in (_SHARE_OF_SUCH, _SO_MANY_OF_SUCH))


def _names_a_size(found: Quantity, text: str) -> bool:
    """Whether a figure is the mark of 突破亿元大关, or the first of 750千伏和330千伏电网工程."""
    worded = not found.literal[:1].isdigit() and _STEP.match(text, found.end) is not None
    if found.unit.kind == "time" and _REACHED_WITHIN.match(text, found.end) is not None:
        return True
    if found.low is not None and found.unit.kind == "physical" and _SUCH_FOLLOW.match(text, found.end) is not None:
        return True
    return worded or (found.unit.named == "always" and _JOINED_ON.match(text, found.end) is not None)


LEFT_TO_DO = expression(
    "(?:[尚仍还亟急]?需要?|有待|[亟尚]待|尚?未|待)[\u4e00-\u9fff]{0,4}"
    "(?:改造|建设|更新|治理|整治|整改|修复|修缮|建成|完成|贯通|实施|改建|拆除|安置|拨付|落实|到位|解决|开工)(?=[，。；、）]|$)"
)
"""尚有160公里需改造: no noun, but what is still to be done with them."""
_STILL = ("尚有", "还有", "仍有", "剩余", "余下", "尚余")


def _is_left_to_do(found: Quantity, text: str) -> bool:
    return text.startswith(_STILL, found.start - 2) and LEFT_TO_DO.match(text, found.end) is not None


def _before_noun(found: Quantity, text: str) -> bool:
    noun_follows = _NOUN.match(text, found.end) is not None and _not_noun().match(text, found.end) is None
    if not noun_follows or _is_left_to_do(found, text) or SHARE_OF_IT.match(text, found.end) is not None:
        return False
    if found.unit.kind == "money" and text.startswith("过", found.start - 1):
        return _STEP.match(text, found.end) is None  # 产值过10亿元企业
    if found.unit.kind == "physical" and _ADDED.search(text, max(0, found.start - 4), found.start) is not None:
        return _OBJECT_ENDS.match(text, found.end) is None  # 年新增1000亿斤以上粮食产能
    if found.unit.kind == "money" and _SO_MANY_SUCH.search(text, max(0, found.start - 6), found.start) is not None:
        return True
    if found.comparator not in (Comparator.EQ, Comparator.APPROX) and found.unit.kind in {"money", "physical"}:
        return _sums().match(text, found.end) is None
    if found.unit.named == "true":
        return _states().search(text, max(0, found.start - _LONGEST_STATE), found.start) is None
    return found.unit.named == "always"
