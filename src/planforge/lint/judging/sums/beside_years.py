"""What is told beside a sum over years and beside each of them: 三年改造小区126个、居民2.68万户 / 2024年45个、9300户.

That the first figure of every such sentence is the year's share of the first figure of the sum says that the others
are so, too, unless they tell how much there is by then (总数达到300个).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Flow, Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.printed import words_before, words_between
from planforge.lint.judging.sums.division import Division, can_be_part
from planforge.patterns import expression

_STATE = expression("总(?!投资)|累计|达到?|提高|增[至到加]|扩大|率|均|每|保持|稳定|存量|余额")
"""Before figures that tell how much there is in all at that time, or how much each has."""
_CLAUSE = expression("[。；;]")
_BEFORE = 16


def beside_years(book: FactBook, division: Division) -> Iterator[Division]:
    """Yield the other sums that the sentence of a sum over years tells, with what each year's sentence gives them.

    Amounts of deeds with a name (惠及居民) are sums over years of their own.
    """
    if not division.sum.meets(division.total.interval):
        return
    of_years = [_behind(book, part) for part in division.parts]
    for total in _behind(book, division.total):
        found = [[one for one in told if _alike(one, total)] for told in of_years]
        parts = tuple(one[0] for one in found if len(one) == 1)
        if len(parts) == len(division.parts) and not _rises_to(parts, total):
            yield Division(total, parts, complete=True, said=False, of_years=True)


def _behind(book: FactBook, first: Statement) -> list[Statement]:
    """Return the amounts told behind a figure in its sentence, without those of other deeds or states."""
    told: list[Statement] = []
    for one in index(book).by_passage.get(first.position.passage, ()):
        if one.position == first.position and one.order > first.order:
            if _CLAUSE.search(words_between(first, one)):
                break
            told.append(one)
    return [one for one in told if _is_sum(one)]


def _is_sum(one: Statement) -> bool:
    plain = one.kind is Kind.LEVEL and one.flow is not Flow.PER_YEAR and not one.adds and one.parent is None
    found_alone = one.flow is Flow.FLOW and one.indicator != ""
    words = re.split("[，,、；;。]", words_before(one, _BEFORE))[-1]
    return plain and not found_alone and one.head != "" and _STATE.search(words) is None


def _alike(one: Statement, total: Statement) -> bool:
    return one.head == total.head and one.role is total.role and can_be_part(one, total)


def _rises_to(parts: Sequence[Statement], total: Statement) -> bool:
    """Whether the years lead up to the whole, as of what there is by then: 120、150、180, and 180 in all."""
    values = [one.value for one in parts]
    return values == sorted(values) and values[-1] == total.value
