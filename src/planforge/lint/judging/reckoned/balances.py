"""What a fund has left over, beside its income and outlay: 基金收入168.3亿元，支出152.6亿元，当年结余15.7亿元."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Source, Statement
from planforge.lint.judging.printed import words_before
from planforge.patterns import expression

_FILL = "(?:合计|总计|完成|实现|达到?|为|共)*$"
_INCOME = expression(rf"(?:基金|保险|医保)[^，,；;。]{{0,12}}收入{_FILL}|总收入{_FILL}|收入(?:总计|合计){_FILL}")
_OUTLAY = expression(rf"支出{_FILL}")
_ALL_OUTLAY = expression(rf"总支出{_FILL}|支出(?:总计|合计){_FILL}")
_LEFT = expression(rf"(?:当[期年]|本[期年])(?:收支)?(?:结余|结存)(?:资金)?{_FILL}")
_LEFT_OF_ALL = expression(rf"年终(?:结转)?结余(?:资金)?{_FILL}")
_BEFORE = 32


def balances(book: FactBook) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield what is left with the income and the outlay told right before it in one sentence."""
    levels = [one for one in book.statements if one.kind is Kind.LEVEL and one.source in (Source.PROSE, Source.BOX)]
    for (income, outlay), left in zip(pairwise(levels), levels[2:], strict=False):
        if _told_together(income, outlay, left) and _are_so_called(income, outlay, left):
            yield left, income, outlay


def _told_together(income: Statement, outlay: Statement, left: Statement) -> bool:
    if not (income.position == outlay.position == left.position):
        return False
    figures = (income, outlay, left)
    same = all(one.span.file is left.span.file for one in figures)
    plain = all(one.comparator is Comparator.EQ and one.years == left.years for one in figures)
    return same and plain and all(one.quantity.unit.comparable(left.quantity.unit) for one in figures)


def _are_so_called(income: Statement, outlay: Statement, left: Statement) -> bool:
    """Whether the words before the figures call them so; what is left at the end of a year is that of all income."""
    if _INCOME.search(words_before(income, _BEFORE)) is None:
        return False
    spent, over = words_before(outlay, _BEFORE), words_before(left, _BEFORE)
    if _LEFT.search(over) is not None:
        return _OUTLAY.search(spent) is not None
    return _ALL_OUTLAY.search(spent) is not None and _LEFT_OF_ALL.search(over) is not None
