"""Wholes that the paragraph above tells, for lists of shares of which all but one fit them.

…投诉3046件… ⏎ 商品类投诉1782件，占投诉总量的69%；服务类投诉1264件，占投诉总量的41%: the second share shows that 3046
is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.statement import Statement
from planforge.lint.judging.changes.claim import operand
from planforge.lint.judging.index import index
from planforge.lint.judging.shares.shares_alike import ToldShare, shares_with_parts
from planforge.lint.judging.shares.wholes_before import named_before


def wholes_above(book: FactBook) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield share, total and part where one share of a list does not fit the whole told above, as the others do."""
    lists: dict[tuple[int, str], list[ToldShare]] = defaultdict(list)
    for one in shares_with_parts(book):
        if one.whole:
            lists[one.share.position.passage, one.whole].append(one)
    for (passage, whole), told in lists.items():
        above = [one for one in index(book).by_passage.get(passage - 1, ()) if one.kind is Kind.LEVEL]
        yield from _odd(whole, told, above)


def _odd(
    whole: str, told: Sequence[ToldShare], above: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement, Statement]]:
    first = told[0].part
    alike = [one for one in above if one.scope == first.scope and one.role is first.role]
    total = named_before(whole, max((one.part for one in told), key=lambda part: part.value), alike)
    if total is None:
        return
    odd = [one for one in told if not one.share.interval.meets(_share(one.part, total))]
    if len(odd) == 1 < len(told):
        yield odd[0].share, total, odd[0].part


def _share(part: Statement, total: Statement) -> Interval:
    return operand(part).ratio_to(operand(total)).scaled(100)
