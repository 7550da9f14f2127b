"""Shares in a column of a table beside the amounts they come from: 常住人口 218.6 100.0 / 城镇 131.6 60.2.

A row may be a share of its own group only; the other rows of the table then show that, and it is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Source, Statement
from planforge.lint.judging.changes.claim import operand
from planforge.lint.judging.index import index
from planforge.patterns import expression

_OF_WHOLE = expression("(?:比重|占比|构成)$")
_ALL = 100
_LEAST = 3
"""Rows below the whole; fewer do not show what the column is a share of."""

RowShare = tuple[Statement, Statement, Statement]


def share_columns(book: FactBook) -> Iterator[RowShare]:
    """Yield share, whole and part of each row of a table with one row of 100%, where most rows come out of it."""
    for told in index(book).by_passage.values():
        if told[0].source is Source.TABLE:
            for rows in _beside(told).values():
                yield from _of_whole(rows)


def _beside(told: Sequence[Statement]) -> Mapping[object, list[tuple[Statement, Statement]]]:
    """Return amount and share of each row by their columns, where the share stands right behind the amount."""
    cells = {(one.position.row, one.position.column): one for one in told}
    found: dict[object, list[tuple[Statement, Statement]]] = defaultdict(list)
    for share in told:
        row, column = share.position.row, share.position.column
        amount = cells.get((row, column - 1)) if _is_share(share) else None
        if amount is not None and _is_amount(amount) and amount.years == share.years:
            found[column, amount.quantity.unit.name].append((amount, share))
    return found


def _is_share(one: Statement) -> bool:
    percent = one.kind is Kind.SHARE and one.quantity.unit.name == "%" and one.comparator is Comparator.EQ
    return percent and _OF_WHOLE.search(one.indicator) is not None


def _is_amount(one: Statement) -> bool:
    return one.kind is Kind.LEVEL and one.comparator is Comparator.EQ and one.value > 0


def _of_whole(rows: Sequence[tuple[Statement, Statement]]) -> Iterator[RowShare]:
    wholes = [amount for amount, share in rows if share.value == _ALL]
    parts = [(share, wholes[0], amount) for amount, share in rows if share.value != _ALL] if len(wholes) == 1 else []
    wrong = sum(not _comes_out(*one) for one in parts)
    if len(parts) >= _LEAST and 2 * wrong < len(parts):
        yield from parts


def _comes_out(share: Statement, whole: Statement, part: Statement) -> bool:
    return operand(part).ratio_to(operand(whole)).scaled(_ALL).meets(share.interval)
