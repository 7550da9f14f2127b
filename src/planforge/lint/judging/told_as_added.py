"""What is added, told again without a word for it: 新增接入农户2.6万户，累计达到6.3万户 / 接入农户2.6万户."""

from __future__ import annotations

from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.linking import Subject, subject_of
from planforge.facts.statement import Flow, Statement
from planforge.lint.judging.once import once_a_book


def told_as_added(book: FactBook, one: Statement) -> bool:
    """Whether a level of no said time is what the plan elsewhere tells to be added of the same thing."""
    if one.gates.time or one.flow is not Flow.STOCK or one.kind is not Kind.LEVEL:
        return False
    return (subject_of(one), one.value) in _added(book)


@once_a_book
def _added(book: FactBook) -> frozenset[tuple[Subject, Fraction]]:
    return frozenset((subject_of(each), each.value) for each in book.statements if _adds(each))


def _adds(one: Statement) -> bool:
    return one.flow is Flow.FLOW and one.kind.is_amount and bool(one.indicator)
