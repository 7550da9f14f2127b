"""What a figure takes over from the whole that it is a part of: its years, its scope, that it was added."""

from __future__ import annotations

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Quantity
from planforge.facts.parts.wholes import in_step, parent_of
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Flow, Role, Statement
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Topic
from planforge.patterns import expression


def added_with(parent: Statement, figure: Quantity, kind: Kind) -> bool:
    """Whether a part is of what was added: 新增学位4.28万个（其中小学2.61万个）."""
    alike = parent.quantity.unit.name == figure.unit.name and kind is Kind.LEVEL
    return alike and parent.kind is Kind.INCREMENT and not parent.adds


def scope_of_whole(parent: Statement | None, figure: Quantity, topic: Topic, kind: Kind) -> str:
    """Return whose a part is that counts, or is known by name: 海洋生产总值90亿元，其中第二产业增加值30亿元."""
    if parent is None or kind.is_change:
        return ""
    return parent.scope if figure.unit.counts or (topic.name.known and parent.known) else ""


def part_of_which(
    reader: PassageReader, figure: Quantity, topic: Topic, kind: Kind, years: Years | None
) -> Statement | None:
    """Return the whole of a part; a value of another year in brackets (上年同期为…) is no part."""
    inside = reader.clauses.bracket_around(figure.start) is not None
    parent = topic.parent or (
        parent_of(reader, figure) if inside else None if kind.is_change else in_step(reader, figure)
    )
    if parent is not None and topic.name.indicator.endswith(_BALANCES) and not _OF_MONEY_HELD.search(parent.indicator):
        return None  # 金融业增加值10.2亿元。其中，贷款余额230亿元
    if parent is None or kind.is_change or years is None or parent.years is None:
        return parent
    by_year = parent.flow is Flow.FLOW or topic.inherited  # 到2025年新建38所，其中2024年12所
    summed = by_year and (parent.role is Role.TARGET or not parent.gates.time)
    apart = (years.last < parent.years.first and not summed) or years.first > parent.years.last
    return None if apart else parent


_BALANCES = ("余额", "总资产")
_OF_MONEY_HELD = expression("余额|资产|存款|贷款|融资|债务|债券|资金|基金|公积金")


def summed_with(parent: Statement, kind: Kind, flow: Flow, years: Years | None) -> bool:
    """Whether a part adds up over the years of its whole: 五年累计完成投资1106亿元，其中工业投资398亿元."""
    sums = kind is Kind.LEVEL and flow is not Flow.PER_YEAR and parent.flow is Flow.FLOW
    return sums and parent.years is not None and not parent.years.single and years is not None and years.single


def stands_with(parent: Statement, kind: Kind, flow: Flow, years: Years | None) -> bool:
    """Whether a part is a state of the same time as its whole: 期间，总里程达到2100公里，其中高速公路94公里."""
    states = kind is Kind.LEVEL and flow is Flow.STOCK is parent.flow
    runs = years is not None and not years.single and parent.years is not None and parent.years.single
    return states and runs and years is not None and parent.years is not None and years.last == parent.years.last
