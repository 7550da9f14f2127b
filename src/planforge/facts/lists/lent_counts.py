"""What the last name of a list lends those before it where things are counted: 小学、初中在校生.

Whether 养老机构、护理型床位 are two things or the beds of two tells the unit of the first figure: 20家 are no beds.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.names.trimming import plain_name
from planforge.facts.statement import Statement
from planforge.facts.writing.words import table
from planforge.patterns import expression

_OF_PEOPLE = (
    "(?:保险)?(?:参保|缴费|参加)(?:人员)?|在校学?生|招收学生|招生|毕业生|专任教师|教职工|在[园校](?:幼儿|儿童|学生)|就读(?:人员|学生)"
    "|卫生技术人员|注册护士|执业(?:（助理）)?(?:助理)?医师|(?:入住|收住|供养|集中供养)(?:老年?人|人员)|研究生"
)
_COUNTED_OF = {
    "人": expression(rf"(?<=..)(?:{_OF_PEOPLE})(?:总?人数|总数|数)?$"),
    "张": expression("(?<=..)(?:开放|护理型?|医疗|养老|编制)?床位(?:总数|数)?$"),
    "个": expression("(?<=..)(?:学位|托位|车位|停?车?泊位)(?:总数|数)?$"),
}
"""What figures in a unit count of those that a list names, at the end of the last name."""
_SORT = "公办|民办|公立|私立|国有|民营|公共|公用|专用|自用|普惠性?|营利性|非营利性|博士|硕士|固定|流动|新建|既有"
_SORTED = expression(rf"(?:{_SORT})(?P<of>(?!与|和)[\u4e00-\u9fff]{{2,}})")
_ONE_SORT = expression(_SORT)
_OF_RESIDENTS = expression("(?:城乡|城镇|农村)?居民(?P<of>(?:基本|大病|补充)?(?:养老|医疗|医保|社保).*)")
_OF_WORKERS = expression("(?:城镇|企业|机关事业单位)?(?:职工|居民)|机关事业单位|农村居民|城镇居民|灵活就业人员")
_INSURANCE = expression("(?:[\u4e00-\u9fff]{2,6}?)(?P<of>保险.*)")
_RISK = expression(
    "(?:企业职工|城镇职工|城乡居民|职工|居民)?(?:基本)?(?:养老|医疗|失业|工伤|生育|长期护理|大病|农业|财产|意外)"
)


def with_what_is_counted(parts: list[str], figure: Quantity) -> list[str]:
    """Return the names of a list, each with what is counted of it, which only the last one says."""
    if len(parts) < 2:
        return parts
    before, last = parts[:-1], parts[-1]
    if (sort := _SORTED.fullmatch(last)) and all(map(_ONE_SORT.fullmatch, before)):
        return [*(part + sort["of"] for part in before), last]
    if (insured := _OF_RESIDENTS.fullmatch(last)) and all(map(_OF_WORKERS.fullmatch, before)):
        return [*(part + insured["of"] for part in before), last]
    if (insurance := _INSURANCE.fullmatch(last)) and all(map(_RISK.fullmatch, before)):
        return [*(part + insurance["of"] for part in before), last]
    return _each_counted(parts, figure)


def _each_counted(parts: list[str], figure: Quantity) -> list[str]:
    last, ends = parts[-1], _COUNTED_OF.get(figure.unit.name) if figure.form is Form.AMOUNT else None
    counted = ends.search(last) if ends is not None else None
    if ends is None or counted is None:
        return parts
    others = (part if ends.search(part) else part + _not_twice(part, counted[0]) for part in parts[:-1])
    return [*others, last]


def _not_twice(part: str, counted: str) -> str:
    """Return what is counted without the 保险 that the part says itself: 失业保险|参保人数."""
    return counted.removeprefix("保险") if part.endswith(("保险", "医保", "社保")) else counted


def of_those_before(before: Sequence[Statement], measure: str, count: int) -> list[str]:
    """Return another count of what was counted before: 小学、初中招生分别为a、b，毕业生分别为c、d."""
    if measure not in table("phrases")["owned"]:
        return []
    names = list(dict.fromkeys(plain_name(one.indicator) for one in before if one.quantity.form is Form.AMOUNT))
    owners = [_COUNTED_OF["人"].sub("", name) for name in names[-count:]]
    return [owner + measure for owner in owners] if len(set(owners)) == count and all(owners) else []
