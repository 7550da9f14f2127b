"""What a plan's own area is called, so that 霍山县茶园面积 in its plan is 茶园面积.

The area is written in full as the title does (天津市滨海新区), by its last part (滨海新区), by its sort where it is a
new area (新区) and, of a province, without its sort (甘肃煤炭产量).
"""

from __future__ import annotations

import re
from functools import lru_cache

from planforge.facts.writing.words import alternation
from planforge.patterns import expression

_FIRST = expression("(?P<home>[\u4e00-\u9fff]{1,10}?(?:自治区|自治州|自治县|[省市盟县区旗]))")
_BEFORE = expression("《?(?:关于)?(?:(?:印发|下达|发布)《?)?(?:中共)?")
_HOLDS_OTHERS = ("省", "市", "自治区", "自治州")
_NEW_AREA = "(?!(?:国家|各|城市|产业|新|老|沿)[\u4e00-\u9fff]*新区)[\u4e00-\u9fff]{2,4}新区"
_SORT_ONLY = (
    "[\u4e00-\u9fff]{0,4}?(?:[市城地社小校灾牧林山片成景库辖园发新高镇验范税港户老湖护滩聚开农]区"
    "|[城上超股夜都集门县强]市|[城乡全各强级困区市范]县)"
)
_WITHIN = expression(
    rf"(?:{_NEW_AREA}|[\u4e00-\u9fff]{{2,8}}?(?:自治县|自治州)|(?!{_SORT_ONLY})[\u4e00-\u9fff]{{1,4}}?[市县区旗])"
    "(?![域场块间位级城乡辖舰])"
)
"""The part of a province or city that a title is for: 安徽省|霍山县, but not 河南省|城市, 江苏省|高新区."""
_SORTS = {
    "新区": ("新区",),
    "高新区": ("高新区",),
    "高新技术产业开发区": ("高新区",),
    "经开区": ("经开区",),
    "经济技术开发区": ("经开区", "开发区"),
    "经济开发区": ("经开区", "开发区"),
}
_PROVINCE = expression(
    "(?P<region>内蒙古|广西|宁夏|新疆|西藏)[\u4e00-\u9fff]*自治区"
    "|(?P<province>[\u4e00-\u9fff]{2,3})省|(?P<city>北京|天津|上海|重庆)市"
)
_NAME_GOES_ON = expression("[级域内外长区辖属委直会]|场(?!馆)|民(?![营生用间办族宿])|政(?!务)|城(?![镇乡市])")
"""合肥市级, 合肥市场, 合肥市民: the words are no area and what it has."""
_MEASURED = expression(
    "(?!.*(?:[港站场厂网馆]|大学|学院|油田|气田|集团|公司|石化|钢铁|银行|高速|铁路|公路|自贸|新区|都市|城市|茅台|啤酒))"
    "[\u4e00-\u9fff]{2,10}(?:产量|产值|增加值|装机(?:容量)?|总额|总量|收入|面积|存量|储量|消费量|发电量|用电量|覆盖率|普及率)"
)
"""甘肃煤炭产量, but 上海港吞吐量, 贵州茅台酒产量."""
_SHORTEST = 2


def area_in(title: str) -> str:
    """Return the area that a title begins with, with the one it lies in: 天津市滨海新区; "" for none."""
    before = _BEFORE.match(title)
    start = before.end() if before is not None else 0
    first = _FIRST.match(title, start)
    if first is None:
        return ""
    end = first.end()
    while title.endswith(_HOLDS_OTHERS, start, end) and (within := _WITHIN.match(title, end)) is not None:
        end = within.end()
    return title[start:end]


@lru_cache(maxsize=8)
def names_of_area(home: str) -> tuple[str, ...]:
    """Return what an area is called: in full, without those it lies in, by its sort; nothing for none."""
    parts, rest = [], home
    while rest:
        parts.append(rest)
        first = _FIRST.match(rest)
        rest = rest[first.end() :] if first is not None else ""
    sorts = [(ends, short) for ends, several in _SORTS.items() if home.endswith(ends) for short in several]
    told = (name for ends, short in sorts for name in (home.removesuffix(ends) + short, short))
    return tuple(dict.fromkeys((*parts, *told)))


def without_own_area(name: str, home: str) -> str:
    """Return a name without the plan's own area before it: 霍山县茶园面积 → 茶园面积."""
    if not home or name[:1] not in _beginnings(home):
        return name
    own = _own(home).match(name)
    if own is not None:
        goes_on = len(name) - own.end() < _SHORTEST or _NAME_GOES_ON.match(name, own.end()) is not None
        return name if goes_on else name[own.end() :]
    short = _without_sort(home)
    measured = short and name.startswith(short) and _MEASURED.fullmatch(name, len(short)) is not None
    return name[len(short) :] if measured else name


def _without_sort(home: str) -> str:
    """Return the name of a province without 省 or 自治区, "" for what is none."""
    found = _PROVINCE.fullmatch(home)
    return (found["region"] or found["province"] or found["city"]) if found is not None else ""


@lru_cache(maxsize=8)
def _beginnings(home: str) -> frozenset[str]:
    return frozenset(name[0] for name in names_of_area(home))


@lru_cache(maxsize=8)
def _own(home: str) -> re.Pattern[str]:
    return expression(alternation(names_of_area(home)))
