"""Sorts that exclude one another, so that what they have adds up: 小学 and 初中, 一级公路 and 二级公路, two years.

Names that only end alike say nothing: a 制造业贷款 may be a 中长期贷款, and a 民营企业 a 高新技术企业.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.statement import Flow, Statement
from planforge.patterns import expression

_FAMILIES = tuple(
    expression(words)
    for words in (
        "小学|初中|高中(?!阶段)|中职|中等职业|特殊教育|特教|幼儿园|学前|高校|高职|普通高等|研究生|本科|专科",
        "^[特一二三四五六](?=级)|等外",
        "^[1-5](?=A级)|^[二三四五](?=星级)",
        "国道|省道|县道|乡道|村道|专用公路",
        "人工造林|封山育林|飞播造林|退化林修复|退耕还林|森林抚育|低效林改造",
        "水电|火电|风电|光伏|太阳能|核电|生物质",
        "稻谷|小麦|玉米|大豆|薯类|高粱|谷子|青稞",
        "猪肉|牛肉|羊肉|禽肉",
        "公办|民办",
        "公立|民营",
        "续建|新建",
        "铁路|公路|水运|水路|民航|管道",
        "第[一二三]产业",
        "城镇(?!化)|城市|乡村|农村",
        "男|女",
        "乔木林|灌木林|竹林",
        "农业|工业|建筑业|服务业",
        "约束性|预期性",
        "产业(?:发展|类)?项目|基础设施|民生|生态环保|社会事业",
        "中央财政|省级财政|市级财政|县级财政|区级财政",
        "一般债[券务]|专项债[券务]",
        "上级补助|地方财政|地方配套|银行贷款|自筹|社会资本",
    )
)
"""Each of these divides things one way; what falls under two of its words (国省道, 铁路公路) is left alone."""


def exclude_one_another(one: Statement, two: Statement) -> bool:
    """Whether nothing of one part can be in the other, by their names or, of what happened, by their years."""
    if one.head == two.head:
        return _happened_in(one) and _happened_in(two) and one.years != two.years
    return any(bool(first and second) and first != second for first, second in _sorts(one.head, two.head))


def _happened_in(one: Statement) -> bool:
    return one.flow is Flow.FLOW and one.years is not None and one.years.single


def _sorts(*names: str) -> Iterator[tuple[str, ...]]:
    """Yield, by each family, the one sort that each name falls under, "" for none or several."""
    for family in _FAMILIES:
        found = [set(family.findall(name)) for name in names]
        yield tuple(one.pop() if len(one) == 1 else "" for one in found)
