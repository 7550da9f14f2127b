"""Totals of a table told again right above or below it: 共有学校119所，在校学生7.99万人，专任教师5838人.

Two or more that agree show that the paragraph tells the row 合计; then one that does not is a slip in either place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.statement import Statement
from planforge.facts.writing.normalise import reading_of
from planforge.lint.judging.index import index
from planforge.lint.judging.sums.announced_totals import (
    AnnouncedTotal,
    column_of,
    figure_under,
    is_the_total,
    row_of_totals,
    wholes,
)
from planforge.outline.text import Text
from planforge.plan.model import Plan, Table
from planforge.source.place import Span

_FURTHEST = 160
"""Characters between a table and a paragraph that stands right above or below it: caption, unit, a note."""
_LEAST = 2


def totals_told_again(plan: Plan, book: FactBook) -> Iterator[AnnouncedTotal]:
    """Yield every total of a table that the paragraph beside it gives otherwise, while it tells others as they are."""
    tables = [passage.table for passage in plan.tables() if not passage.table.from_ledger and passage.table.head]
    totals = [(table, row) for table in tables if (row := row_of_totals(table)) is not None]
    paragraphs = _paragraphs(plan) if totals else []
    for table, row in totals:
        for number in _beside(table, paragraphs):
            yield from _otherwise(table, row, wholes(index(book).by_passage.get(number, ())))


def _paragraphs(plan: Plan) -> list[tuple[int, int, int, int]]:
    """Return file, start, end and number of every passage, in their order."""
    found: list[tuple[int, int, int, int]] = []
    for number, passage in enumerate(plan.passages()):
        span = passage.text.span(0, len(passage.text.printed))
        found.append((id(span.file), span.start, span.end, number))
    return sorted(found)


def _beside(table: Table, paragraphs: Sequence[tuple[int, int, int, int]]) -> Iterator[int]:
    """Yield the paragraphs right above and right below a table."""
    first, last = _span(table.head[0]), _span(table.rows[-1][-1])
    at = bisect_left(paragraphs, (id(first.file), first.start, 0, 0))
    for file, start, end, number in paragraphs[max(0, at - 1) : at + 1]:
        gap = first.start - end if start < first.start else start - last.end
        if file == id(first.file) and 0 <= gap <= _FURTHEST:
            yield number


def _span(cell: Text) -> Span:
    return cell.span(0, len(cell.printed))


def _otherwise(table: Table, row: Sequence[Text], told: Sequence[Statement]) -> Iterator[AnnouncedTotal]:
    heads = [reading_of(head).text for head in table.head[: len(row)]]
    found = [(head, at, figure) for at, head in enumerate(heads) if (figure := figure_under(head, row[at])) is not None]
    agreeing: set[int] = set()
    odd: list[AnnouncedTotal] = []
    for head, at, figure in found:
        alike = [one for one in told if column_of(one, head, figure)]
        fitting = [one for one in alike if is_the_total(one, figure)]
        agreeing.update(one.span.start for one in fitting)
        if len(alike) == 1 and not fitting and sum(column_of(alike[0], other, figure) for other in heads) == 1:
            odd.append(AnnouncedTotal(alike[0], table, row[at].span(*figure.number_at), figure, head))
    if len(agreeing) >= _LEAST:
        yield from odd
