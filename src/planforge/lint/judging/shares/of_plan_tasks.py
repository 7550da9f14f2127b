"""Shares of what a whole plan is to do, told elsewhere: 三年共改造126个 / 2024年改造45个，占三年任务的35.7%."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import subject_of
from planforge.facts.statement import Flow, Source, Statement
from planforge.lint.judging.printed import words_between
from planforge.patterns import expression

_OF_TASK = expression(
    '[^，,；;。、\\d]{1,3}[，,](?:已)?(?:占|完成了?|达到?)(?:[三五]年|规划|[“"]?十[四五六]五[”"]?)(?:期间|规划)?的?总?'
    "(?:目标任务|任务|目标|计划)(?:总数|总量|数|量)?的"
)


def shares_of_tasks(book: FactBook) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield share, total and part where the plan gives one figure for what it is to do in all its years."""
    found = list(_shares(book))
    tasks: dict[object, list[Statement]] = defaultdict(list)
    for one in book.statements if found else ():
        if _is_task(book, one):
            tasks[subject_of(one), one.quantity.unit.name].append(one)
    totals = {task: _only(told) for task, told in tasks.items()}
    for share, part in found:
        total = totals.get((subject_of(part), part.quantity.unit.name))
        if total is not None and total.value >= part.value:
            yield share, total, part


def _only(told: Sequence[Statement]) -> Statement | None:
    return told[0] if len({one.value for one in told}) == 1 else None


def _shares(book: FactBook) -> Iterator[tuple[Statement, Statement]]:
    last: Statement | None = None
    for one in book.statements:
        if last is not None and one.kind is Kind.SHARE and one.indicator.endswith(PLAN_SHARE) and _is_of(one, last):
            yield one, last
        last = one


def _is_of(share: Statement, part: Statement) -> bool:
    deed = part.kind.is_amount and part.flow is Flow.FLOW and part.position == share.position
    plain = part.comparator is Comparator.EQ and part.indicator != "" and part.source is not Source.TABLE
    return deed and plain and _OF_TASK.fullmatch(words_between(part, share)) is not None


def _is_task(book: FactBook, one: Statement) -> bool:
    """Whether a figure is what all years of a plan are to do."""
    start, end = book.period.start, book.period.end
    deed = one.kind.is_amount and one.flow is Flow.FLOW and not one.role.done and not one.referenced
    if not deed or one.years is None or start is None or one.years.last != end:
        return False
    whole = one.years.first == start or (one.until and one.years.single)
    return start != end and whole and one.comparator is Comparator.EQ
