"""For one indicator: every statement, how it was understood, which ones were held against each other, and the outcome.

A reader who doubts a finding, or misses one, sees here what was explicit, what was inferred, and why two figures were
or were not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.linking import Group, groups, says_enough
from planforge.facts.statement import Flow, Statement
from planforge.output.facts_words import KINDS, ROLES

_FLOWS = {Flow.STOCK: "", Flow.FLOW: "，期间累计", Flow.PER_YEAR: "，每年"}


def explained(book: FactBook, wanted: Sequence[Statement]) -> str:
    """Return the account of the statements asked for, in the order of the document."""
    if not wanted:
        return "没有读到这个指标的数字。"
    asked = {id(one) for one in wanted}
    every = groups(book.statements, book.period)
    together = [group for group in every if any(id(one) in asked for one in group.statements)]
    numbers = {id(one): number for number, group in enumerate(together, 1) for one in group.statements}
    lines = [line for one in wanted for line in _account(one, numbers.get(id(one)))]
    return "\n".join([*lines, "", *(_verdict(number, group) for number, group in enumerate(together, 1))])


def _account(one: Statement, number: int | None) -> Iterator[str]:
    name = "".join((one.scope, one.tier, one.indicator or one.head or "（未识别）"))
    yield f"{one.quote.place}  “{one.quote.text}”"
    yield f"    读作：{name} {ROLES[one.role]}{KINDS[one.kind]} {one.shown}，{_admits(one)}{_FLOWS[one.flow]}"
    yield f"    年份：{one.years or '不明'}{'' if one.gates.time else '（推断）'}" + (
        f"，基期 {one.base_year}{'' if one.gates.base else '（推断）'}" if one.base_year else ""
    )
    yield f"    归组：第{number}组" if number else f"    归组：不参加比对，{_why_alone(one)}"


def _admits(one: Statement) -> str:
    """Return what the figure lets be true: its interval, for a change that of the end divided by the base."""
    if one.kind is Kind.GROWTH_ANNUAL:
        return f"每年为上年的 {_shown(one.rate.shifted(1))} 倍"
    if one.kind.is_change:
        return f"期末为基期的 {_shown(one.ratio)} 倍"
    return f"可为 {_shown(one.interval)}{one.quantity.unit.name}"


def _why_alone(one: Statement) -> str:
    if one.referenced:
        return "由台账引用印出"
    if one.years is None:
        return "年份不明"
    return "不足以单独成组" if says_enough(one) else "名称太泛，或发生在没有写明的时间"


def _verdict(number: int, group: Group) -> str:
    topic = group.topic
    subject = "".join((topic.subject.scope, topic.subject.tier, topic.subject.indicator))
    head = f"第{number}组  {subject} {topic.years}年 {KINDS[topic.kind]}："
    if len(group.statements) == 1:
        return head + "只有一处，无可比对"
    common: Interval | None = group.statements[0].interval
    for one in group.statements[1:]:
        common = common.meet(one.interval) if common is not None else None
        if common is not None and common.empty:
            return head + f"{len(group.statements)}处不能同时成立"
    return head + f"{len(group.statements)}处相符，共同的范围是 {_shown(common)}" if common else head


def _shown(interval: Interval) -> str:
    """Return an interval as people read it: 229.5～231（不含）."""
    if interval.low is not None and interval.low == interval.high:
        return _number(interval.low)
    low = "" if interval.low is None else _number(interval.low) + ("（不含）" if interval.low_open else "")
    high = "" if interval.high is None else _number(interval.high) + ("（不含）" if interval.high_open else "")
    return f"{low or '不限'}～{high or '不限'}"


def _number(value: Fraction) -> str:
    return f"{float(value):.6f}".rstrip("0").rstrip(".")
