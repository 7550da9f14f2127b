"""The findings of PF201, PF202, PF207 and PF208: one sentence, both figures, what may explain them, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.book import FactBook
from planforge.facts.statement import Flow, Source, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.explain import explanation
from planforge.lint.judging.conflicts.found import Between, Conflict, conflicts
from planforge.lint.judging.index import index
from planforge.lint.judging.words import related, shown, subject_name, where
from planforge.lint.rule import Rule
from planforge.lint.subject import Subject as Checked


def contradictions(rule: Rule, subject: Checked, between: Between) -> Iterator[Finding]:
    """Yield one finding for every group of statements that exclude each other between the given places."""
    book = subject.facts
    for conflict in conflicts(book):
        if conflict.between is between:
            yield _finding(rule, book, conflict)


def _finding(rule: Rule, book: FactBook, conflict: Conflict) -> Finding:
    others = sorted([*conflict.against, *conflict.with_it, *_named_alike(book, conflict)], key=lambda one: one.order)
    return rule.finding(
        conflict.first.span,
        _message(book, conflict),
        severity=None if conflict.sure else Severity.WARNING,
        related=related(others),
        indicator=conflict.group.topic.subject.indicator,
        key=f"{subject_name(conflict.group.topic.subject)} {conflict.group.topic.years}",
    )


def _named_alike(book: FactBook, conflict: Conflict) -> list[Statement]:
    """Return statements of the same figure that name a tier where the first one names none (市级…165家)."""
    first, topic = conflict.first, conflict.group.topic
    if topic.subject.tier:
        return []
    return [
        other
        for other in index(book).by_indicator.get(first.indicator, ())
        if other.tier
        and not other.referenced
        and other.indicator == first.indicator
        and other.scope == first.scope
        and other.value == first.value
        and other.years == first.years
        and other.kind is first.kind
        and other.role.done == first.role.done
    ]


def _message(book: FactBook, conflict: Conflict) -> str:
    first, topic = conflict.first, conflict.group.topic
    same = [first, *(one for one in conflict.with_it if one.value == first.value), *_named_alike(book, conflict)]
    facing = _facing(conflict)
    what = f"“{subject_name(topic.subject)}”{_time(conflict)}"
    here, there = _where_all(same), where(facing)
    if here == there:
        here, there = f"{here}一处", "另一处"
    said = f"{here}为{shown(first)}，{there}为{shown(facing)}"
    why = explanation(book, conflict.group.statements, first, facing)
    doubt = "" if conflict.sure else _doubt(first, facing)
    return f"{what}的数字前后不一：{said}{doubt}；{why + '，' if why else ''}{_advice(facing, why)}"


def _doubt(first: Statement, facing: Statement) -> str:
    if first.interval.meets(facing.interval):
        return "（末位相差一，可能一处四舍五入、一处截尾）"
    return "（年份或口径为推断，请先核对）"


def _facing(conflict: Conflict) -> Statement:
    """Return the statement that the first one is held against: the ledger's, a table's, else the next one."""
    order = {Source.LEDGER: 0, Source.TABLE: 1}
    return min(conflict.against, key=lambda one: (order.get(one.source, 2), one.order))


def _where_all(statements: list[Statement]) -> str:
    count = len({one.span.start for one in statements if one.source is statements[0].source})
    return where(statements[0]) + (f"{count}处" if count > 1 else "")


def _time(conflict: Conflict) -> str:
    topic = conflict.group.topic
    years = f"{topic.years}年"
    if topic.flow is Flow.PER_YEAR:
        return f"{years}年均"
    return years if topic.done else f"{years}目标"


def _advice(facing: Statement, why: str) -> str:
    if "口径" in why:
        return "请统一数字，或分别写明口径"
    if facing.source is Source.LEDGER:
        return "请以台账为准改正，或引用台账"
    return "请核实后统一"
