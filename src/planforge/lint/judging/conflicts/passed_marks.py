"""Marks that are said to be passed with what was reached right behind: 突破2亿元大关，达到2.1亿元."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import subject_of
from planforge.facts.statement import Source, Statement
from planforge.lint.judging.printed import words_between
from planforge.patterns import expression

_REACHED = expression("[^，,；;。、（）]{0,6}[，,]已?(?:达到?|为|实现|完成)")
_AIM = expression("目标|计划|任务|预期|预算")
"""超过年度目标2亿元 may be by so much."""


def passed_marks(book: FactBook) -> Iterator[tuple[Statement, Statement]]:
    """Yield every mark with what was reached, both of one thing and one year."""
    levels = (one for one in book.statements if one.kind is Kind.LEVEL and one.source in (Source.PROSE, Source.BOX))
    for mark, reached in pairwise(levels):
        if mark.comparator is Comparator.GT and _of_one(mark, reached) and _leads_to(mark, reached):
            yield mark, reached


def _of_one(mark: Statement, reached: Statement) -> bool:
    same = subject_of(mark) == subject_of(reached) and mark.position == reached.position
    units = mark.quantity.unit.comparable(reached.quantity.unit)
    return same and units and mark.years == reached.years is not None and bool(mark.indicator)


def _leads_to(mark: Statement, reached: Statement) -> bool:
    if mark.span.file is not reached.span.file or mark.referenced or reached.referenced:
        return False
    between = words_between(mark, reached)
    return _REACHED.fullmatch(between) is not None and _AIM.search(mark.quote.text) is None
