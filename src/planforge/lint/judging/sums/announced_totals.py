"""Totals that the paragraph right above a table announces, beside those of its row 合计.

规划项目46个，总投资78.2亿元，具体见表1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from planforge.facts.book import FactBook
from planforge.facts.figures.quantity import Quantity
from planforge.facts.statement import Statement
from planforge.facts.tables.cells import cell_quantity
from planforge.facts.tables.head_units import unit_in, without_unit
from planforge.facts.tables.layout import is_total
from planforge.facts.writing.normalise import reading_of
from planforge.lint.judging.index import index
from planforge.lint.judging.sums.nesting import row_of
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Plan, Table
from planforge.records import record
from planforge.source.place import Span

_POINTS = expression("(?:详|具体)?见(?:下|附)?表|如下|下表|如表|列(?:于|入)表")
_LABELS = expression(r"表\s*(?P<number>\d+(?:[-—.－]\d+)?)")
_HEADS = 3
_ESTIMATED = expression("^(?:计划|规划|估算|概算|预计|匡算)+")
_COUNTED = expression("(?:个|总)?数量?$")


@record(frozen=True)
class AnnouncedTotal:
    """A figure of the paragraph above a table and the cell of the row 合计 that gives another for the same.

    Attributes:
        column: the head of the cell's column.
    """

    told: Statement
    table: Table
    at: Span
    figure: Quantity
    column: str


def announced_totals(plan: Plan, book: FactBook) -> Iterator[AnnouncedTotal]:
    """Yield every total that a paragraph announces of the table right below it and that the table gives otherwise."""
    tables = (passage.table for passage in plan.tables())
    totals = [(table, row_of_totals(table)) for table in tables if not table.from_ledger and table.head]
    pointing = _pointing(plan) if any(row is not None for _, row in totals) else {}
    for table, row in totals if pointing else ():
        above = _right_above(pointing, table) if row is not None else None
        if row is not None and above is not None and _refers(above.words, table):
            yield from _beside(table, row, wholes(index(book).by_passage[above.number]))


@record(frozen=True)
class _Pointing:
    """A paragraph, by its number, that sends the reader to a table."""

    number: int
    words: str
    span: Span


def _pointing(plan: Plan) -> Mapping[int, Sequence[_Pointing]]:
    """Return the paragraphs that send the reader to a table from top to bottom, by the file they stand in."""
    found: dict[int, list[_Pointing]] = defaultdict(list)
    for number, passage in enumerate(plan.passages()):
        words = passage.text.printed
        if _POINTS.search(words) is not None:
            span = passage.text.span(0, len(words))
            found[id(span.file)].append(_Pointing(number, words, span))
    return {file: sorted(paragraphs, key=_end) for file, paragraphs in found.items()}


def _end(paragraph: _Pointing) -> int:
    return paragraph.span.end


def _right_above(pointing: Mapping[int, Sequence[_Pointing]], table: Table) -> _Pointing | None:
    """Return the paragraph between which and the head of a table nothing stands but its caption and unit."""
    head = table.head[0].span(0, len(table.head[0].printed))
    paragraphs = pointing.get(id(head.file), ())
    at = bisect_right(paragraphs, head.start, key=_end)
    if not at or head.start - (above := paragraphs[at - 1]).span.end > _FURTHEST:
        return None
    between = head.file.text[above.span.end : head.start]
    return above if len(between) - len(table.caption.printed) <= _NEAR else None


_FURTHEST, _NEAR = 120, 60
"""Characters between the two at most, with the caption and without it."""


def _refers(words: str, table: Table) -> bool:
    """Whether a paragraph sends the reader to this table and no other, and for what it has told."""
    numbers = {found["number"] for found in _LABELS.finditer(words)}
    label = _LABELS.search(table.label)
    own = label is None or numbers <= {label["number"]}
    return len(numbers) <= 1 and own and "其中" not in words and _OF_OTHERS.search(words) is None


_OF_OTHERS = expression(
    "(?:(?<=[，；。])|^)(?!具体|各|详细|以上|上述|重[大点]|主要|其)[^，；。]{2,10}(?:项目|工程|企业)[^，；。]{0,4}(?:见|如)"
)
"""续建项目如下表, 其中续建项目46个，见表1: the table is of some only."""


def row_of_totals(table: Table) -> tuple[Text, ...] | None:
    """Return the one row 合计 of a table, its first or its last."""
    rows = [row_of([reading_of(cell).text for cell in row[:_HEADS]]) for row in table.rows]
    named = [at for at, row in enumerate(rows) if is_total(row.name) and not row.is_subtotal]
    return table.rows[named[0]] if len(named) == 1 and named[0] in (0, len(rows) - 1) else None


def wholes(told: Sequence[Statement]) -> list[Statement]:
    """Return the amounts of wholes among those that a paragraph tells."""
    return [one for one in told if one.kind.is_amount and one.parent is None and not one.adds]


def _beside(table: Table, row: Sequence[Text], told: Sequence[Statement]) -> Iterator[AnnouncedTotal]:
    """Yield a total for each column that measures what exactly one figure of the paragraph does, and gives another."""
    columns = [reading_of(head).text for head in table.head]
    for at, column in enumerate(columns[: len(row)]):
        figure = figure_under(column, row[at])
        if figure is None:
            continue
        alike = [one for one in told if column_of(one, column, figure)]
        if any(is_the_total(one, figure) for one in told):
            continue
        if len(alike) == 1 and sum(1 for other in columns if column_of(alike[0], other, figure)) == 1:
            yield AnnouncedTotal(alike[0], table, row[at].span(*figure.number_at), figure, column)


def figure_under(column: str, cell: Text) -> Quantity | None:
    """Return the figure of a cell under a head that names its unit."""
    unit = unit_in(column)
    return cell_quantity(cell.printed, unit) if unit and cell.printed else None


def is_the_total(one: Statement, figure: Quantity) -> bool:
    """Whether a figure of the paragraph is that of the cell, under whatever name."""
    return one.quantity.unit.name == figure.unit.name and one.interval.meets(figure.interval)


def column_of(one: Statement, column: str, figure: Quantity) -> bool:
    """Whether a figure is of what a column holds: 总投资 | 总投资（亿元）, 重大项目46个 | 项目数（个）."""
    if one.quantity.unit.name != figure.unit.name:
        return False
    name, head = without_unit(column), one.head or one.indicator
    if figure.unit.counts:
        counted = str(_COUNTED.sub("", name))
        return counted != "" and head.endswith(counted)
    return str(_ESTIMATED.sub("", name)) == str(_ESTIMATED.sub("", head))
