"""Rates told right before the counts they come from: 一网办率72%，1846项事项中1329项实现一网办.

The part is named by the word that the rate is named by.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Statement
from planforge.lint.judging.printed import words_between
from planforge.patterns import expression


def rates_before_counts(book: FactBook) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield rate, whole and part of every rate told right before both."""
    for rate, whole, part in zip(book.statements, book.statements[1:], book.statements[2:], strict=False):
        if rate.kind is Kind.SHARE and rate.quantity.unit.name == "%" and _are_counts(whole, part, rate):
            yield rate, whole, part


def _are_counts(whole: Statement, part: Statement, rate: Statement) -> bool:
    counts = all(one.kind is Kind.LEVEL and one.quantity.written.exact for one in (whole, part))
    same = rate.position == whole.position == part.position and part.value <= whole.value
    plain = all(one.comparator is Comparator.EQ for one in (rate, whole, part))
    if not (counts and same and plain) or _RATE.search(rate.head) is None:
        return False
    deed = _DONE.sub("", part.head)
    named = len(deed) >= _SHORTEST and deed in rate.head  # 水体比例93.3%，15个断面中14个达标 may be another measure
    return named and _TO.fullmatch(words_between(rate, whole)) is not None and _is_out_of(whole, part)


def _is_out_of(whole: Statement, part: Statement) -> bool:
    return _OUT_OF.fullmatch(words_between(whole, part)) is not None


_RATE = expression("率$|比例$|比重$")
_TO = expression("[，,](?:其中)?(?:在)?(?:全部|全[省市县区州])?")
_OUT_OF = expression("[^，,；;。、\\d]{1,16}中[，,]?(?:有|已有)?")
_DONE = expression("^(?:已经?|全部|实现|达到|完成|通过)+")
_SHORTEST = 2
