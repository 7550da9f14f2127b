"""How far a row of a table fulfils its aim, beside the aim and what was reached: 2023年目标 100 | 完成 78 | 完成率 78%.

The rates of a table may be reckoned in another way (from a baseline, of an aim that was changed), which most of them
then show; and what goes beyond its aim is often given as 100%.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.direction import less_is_better
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Source, Statement
from planforge.lint.judging.changes.claim import operand

_ALL = 100

Fulfilled = tuple[Statement, Statement, Statement]


def fulfilled_rows(book: FactBook) -> Iterator[Fulfilled]:
    """Yield rate, aim and what was reached of rows of tables, where most rates of the table come out of these two."""
    tables: dict[int, list[Fulfilled]] = defaultdict(list)
    row: list[Statement] = []
    for one in book.statements:
        if one.source is not Source.TABLE:
            continue
        if row and _row_of(row[0]) != _row_of(one):
            row = []
        if one.kind is Kind.SHARE and one.indicator.endswith(PLAN_SHARE) and (found := _fulfilled(book, one, row)):
            tables[one.position.passage].append(found)
        row.append(one)
    for rows in tables.values():
        wrong = [one for one in rows if not _comes_out(*one)]
        if 2 * len(wrong) <= len(rows) or len(rows) == 1:
            yield from rows


def _fulfilled(book: FactBook, rate: Statement, before: Sequence[Statement]) -> Fulfilled | None:
    """Return the rate with the one aim and the one result of its row; None where there are others or no such two."""
    name = rate.indicator.removesuffix(PLAN_SHARE)
    of = (name, rate.scope, rate.tier, rate.years)
    levels = [one for one in before if one.kind.is_amount and (one.indicator, one.scope, one.tier, one.years) == of]
    aims, reached = [one for one in levels if not one.role.done], [one for one in levels if one.role.done]
    if len(aims) != 1 or len(reached) != 1 or not name or less_is_better(book, name):
        return None
    exact = all(one.comparator is Comparator.EQ for one in (*levels, rate)) and aims[0].value > 0
    capped = rate.value == _ALL and reached[0].value >= aims[0].value
    return (rate, aims[0], reached[0]) if exact and not capped else None


def _row_of(one: Statement) -> tuple[int, int]:
    return one.position.passage, one.position.row


def _comes_out(rate: Statement, aim: Statement, reached: Statement) -> bool:
    return operand(reached).ratio_to(operand(aim)).scaled(_ALL).meets(rate.interval)
