"""What one of something has or costs: a sum divided by a count, and which figures can be either."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Statement
from planforge.lint.judging.changes.claim import operand
from planforge.lint.judging.index import index
from planforge.lint.judging.once import once_a_book
from planforge.lint.judging.reckoned.told import Reckoned
from planforge.lint.judging.words import shown, told


def quotient(
    mean: Statement, whole: Statement, count: Statement, called: str = "", cut: Fraction | None = None
) -> Reckoned:
    """Return a mean with its sum and its count, above zero; `cut` is how far the mean may lie off for its rounding."""
    how = f"{told(whole)}{shown(whole)}÷{told(count)}{shown(count)}"
    found = operand(whole).ratio_to(operand(count))
    found = found if cut is None else found + Interval(-cut, cut)
    return Reckoned(mean, (whole, count), found, whole.value / count.value, how, called)


@once_a_book
def told_of_each(book: FactBook) -> tuple[tuple[Sequence[Statement], int], ...]:
    """Return what each passage tells together with where in it a figure stands that one of something may have."""
    passages = index(book).by_passage.values()
    places = ((together, at) for together in passages for at in range(len(together)))
    return tuple((together, at) for together, at in places if _says_each(together[at].quote.text))


def _says_each(words: str) -> bool:
    return "均" in words or "每" in words


def is_money(one: Statement) -> bool:
    """Whether a figure is an amount of money, or one for each of something."""
    return one.quantity.unit.kind == "money" or one.quantity.unit.name.startswith("元/")


def is_plain(one: Statement) -> bool:
    """Whether a figure says itself how much there is, exactly or about: no bound, range or difference."""
    own = not one.adds and not one.referenced and one.quantity.low is None
    return own and one.comparator in (Comparator.EQ, Comparator.APPROX)
