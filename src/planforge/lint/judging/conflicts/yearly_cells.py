"""What each year of a table's sum had, not what there is in all: 累计达到6.3万户 / 0.8 | 1.0 | 0.8 | 合计2.6."""

from __future__ import annotations

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Flow, Source, Statement
from planforge.lint.judging.once import once_a_book
from planforge.lint.judging.told_as_added import told_as_added

_IN_ALL = ("累计", "总数", "总量", "总规模")


def in_all_beside_added(book: FactBook, one: Statement, two: Statement) -> bool:
    """Whether one figure is how much there is in all, or of another time, and the other what was added to it."""
    if told_as_added(book, one) != told_as_added(book, two):
        return True
    cells = [each for each in (one, two) if each.source is Source.TABLE]
    told = [each for each in (one, two) if each.source is not Source.TABLE]
    if len(cells) != 1 or told[0].flow is not Flow.STOCK or not any(word in told[0].quote.text for word in _IN_ALL):
        return False
    return is_yearly_cell(book, cells[0])


def is_yearly_cell(book: FactBook, one: Statement) -> bool:
    """Whether a figure stands in a row that adds up what single years had, and is of one of them."""
    if one.source is not Source.TABLE or one.years is None or not one.years.single:
        return False
    return (one.position.passage, one.position.row) in _rows(book)


@once_a_book
def _rows(book: FactBook) -> frozenset[tuple[int, int]]:
    """Return the rows of tables, by passage and row, that add up what single years had."""
    sums = (one for one in book.statements if one.source is Source.TABLE and _adds_years_up(one))
    return frozenset((one.position.passage, one.position.row) for one in sums)


def _adds_years_up(one: Statement) -> bool:
    several = one.years is not None and not one.years.single
    return several and one.flow is Flow.FLOW and one.kind is Kind.LEVEL
