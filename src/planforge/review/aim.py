"""Which way the figure of a target is to go, and what it promises, so that two versions of it can be judged."""

from __future__ import annotations

from planforge.facts.book import FactBook
from planforge.facts.direction import less_is_better
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Approximation, Comparator
from planforge.facts.statement import Statement
from planforge.patterns import expression
from planforge.plan.ledger import Indicator
from planforge.review.change import Judgement
from planforge.review.judge import judged

_AT_MOST = frozenset({Comparator.LE, Comparator.LT})
_AT_LEAST = frozenset({Comparator.GE, Comparator.GT})
_LED_DOWN = expression("(?:下降|降低|减少|压减|压缩|缩短|缩小|回落|降|减)(?:到|至)")


def judge(old: Statement, new: Statement, book: FactBook) -> Judgement:
    """Return what replacing a target's figure does to it; `book` is what the new plan states."""
    return judged(_promise(old), _promise(new), less_is_better=_less_is_better(old, new, book))


def _less_is_better(old: Statement, new: Statement, book: FactBook) -> bool:
    """Return whether the lower figure is the better one; of what shall fall the greater fall is."""
    return _aims_down(old, new, book) != new.falls


def _aims_down(old: Statement, new: Statement, book: FactBook) -> bool:
    """As the ledger says; else a ceiling, or words that lead down to the figure, or the indicator's name tell."""
    own: Indicator | None = book.names.own.get(new.indicator)
    if own is not None and own.direction:
        return own.direction == "降"
    if new.kind.is_change or new.adds:
        return less_is_better(book, new.indicator)
    bounds = {old.comparator, new.comparator}
    if bounds & _AT_MOST or bounds & _AT_LEAST:
        return not bounds & _AT_LEAST
    led = all(_LED_DOWN.search(one.quote.text) for one in (old, new))
    return led or less_is_better(book, new.indicator)


def _promise(statement: Statement) -> Interval:
    """Return what a target holds out: a plain figure its very value (1万家 is 10000家), a range both its ends."""
    quantity = statement.quantity
    plain = statement.comparator is Comparator.EQ and quantity.approximation is Approximation.NONE
    if not plain:
        return statement.interval
    high = quantity.written.value
    return Interval(quantity.low.value if quantity.low is not None else high, high)
