"""Totals of tables by their place alone: a row 合计, a column 合计, whatever the table is about.

Only what is surely additive is added up: no rates and averages, no rows that are a part of others (其中), no column
with missing figures. Subtotals (小计) stand for the rows above them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from planforge.facts.cells import cell_quantity
from planforge.facts.columns import unit_in
from planforge.facts.interval import Interval
from planforge.facts.layout import is_total
from planforge.facts.normalise import read
from planforge.facts.quantity import Quantity
from planforge.lint.rules.figures._parts import summed
from planforge.outline.text import Text
from planforge.plan.model import Plan, Table
from planforge.source.place import Span

_PART = regex.compile("^(?:其中|#|＃|—|-|·)")
_SUBTOTAL = regex.compile("^小计$")
_RATE = regex.compile("率|比|增|均|占|倍|价|指数|位次|排名|序号|编号|年份")
_COUNT = regex.compile("(?:个|家|户|人|件|台|套|项目?)数$|数量$")
_SHARE = regex.compile("比重|占比|构成|比例")
_LEAST = 2
_HUNDRED = 100


@dataclass(frozen=True)
class CellSum:
    """A cell that is to be the sum of others.

    Attributes:
        line: the head of its column or the name of its row.
        proven: whether another column (row) of the same table comes out.
    """

    table: Table
    at: Span
    figure: Quantity
    parts: tuple[Quantity, ...]
    places: tuple[Span, ...]
    line: str
    proven: bool
    share: bool

    @property
    def fits(self) -> bool:
        """Whether the parts give the total."""
        return self.sum.meets(self.figure.interval)

    @property
    def sum(self) -> Interval:
        """What the parts together can be."""
        return summed(part.interval for part in self.parts)


@dataclass(frozen=True)
class _Line:
    name: str
    total: int
    cells: tuple[Text, ...]
    parts: tuple[int, ...]


def cell_sums(plan: Plan) -> Iterator[CellSum]:
    """Yield every total of the plan's tables that can be checked."""
    for passage in plan.tables():
        table = passage.table
        if not table.from_ledger:
            yield from _checked(table, list(_columns(table)))
            yield from _checked(table, list(_rows(table)))


def _checked(table: Table, lines: Sequence[_Line]) -> Iterator[CellSum]:
    checked = [(line, figures) for line in lines if (figures := _figures(line)) is not None]
    proven = any(_fits(line, figures) for line, figures in checked)
    for line, figures in checked:
        total = figures[line.total]
        if total is None:
            continue
        parts = [(figures[at], line.cells[at]) for at in line.parts]
        plain = [(part, cell) for part, cell in parts if part is not None]
        yield CellSum(
            table,
            _span(line.cells[line.total], total),
            total,
            tuple(part for part, _ in plain),
            tuple(_span(cell, part) for part, cell in plain),
            line.name,
            proven,
            _is_share(line, total),
        )


def _is_share(line: _Line, total: Quantity) -> bool:
    return _SHARE.search(line.name) is not None and total.written.value == _HUNDRED


def _figures(line: _Line) -> list[Quantity | None] | None:
    """Return the figures of a line, None when it cannot be added up: a part is missing or the total is."""
    unit = unit_in(line.name) or ("个" if _COUNT.search(line.name) else "")
    found = [cell_quantity(cell.printed, unit) if cell.printed else None for cell in line.cells]
    total = found[line.total]
    parts = [found[at] for at in line.parts]
    if total is None or any(part is None for part in parts) or len(parts) < _LEAST:
        return None
    if _RATE.search(line.name) and not _is_share(line, total):
        return None
    return found


def _fits(line: _Line, figures: Sequence[Quantity | None]) -> bool:
    total = figures[line.total]
    parts = [part for at in line.parts if (part := figures[at]) is not None]
    return total is not None and summed(part.interval for part in parts).meets(total.interval)


def _columns(table: Table) -> Iterator[_Line]:
    """Yield a line for each column below a row 合计 or above it."""
    names = [_name(row) for row in table.rows]
    totals = [at for at, name in enumerate(names) if is_total(name) and not _SUBTOTAL.match(name)]
    if len(totals) != 1 or totals[0] not in (0, len(names) - 1):
        return
    parts = _summands(names, totals[0])
    for column in range(1, len(table.head)):
        cells = tuple(row[column] for row in table.rows)
        yield _Line(read(table.head[column].printed).text, totals[0], cells, parts)


def _summands(names: Sequence[str], total: int) -> tuple[int, ...]:
    """Return the rows that make up the total: the subtotals if there are any, else all but parts of others."""
    subtotals = tuple(at for at, name in enumerate(names) if _SUBTOTAL.match(name))
    if subtotals:
        return subtotals
    return tuple(at for at, name in enumerate(names) if at != total and name and not _PART.match(name))


def _rows(table: Table) -> Iterator[_Line]:
    """Yield a line for each row with a column 合计."""
    heads = [read(head.printed).text.strip() for head in table.head]
    totals = [at for at, head in enumerate(heads) if is_total(regex.sub("[（(].*", "", head))]
    if len(totals) != 1:
        return
    for row in table.rows:
        parts = tuple(at for at in range(1, len(row)) if at != totals[0] and at < len(heads) and _counts(heads[at]))
        if len(row) > totals[0] and len(parts) >= _LEAST:
            yield _Line(_name(row), totals[0], row, parts)


def _counts(head: str) -> bool:
    return _RATE.search(head) is None and regex.search("单位|备注|属性|名称|指标", head) is None


def _name(row: Sequence[Text]) -> str:
    """Return the first words of a row, its number left out."""
    words = (read(cell.printed).text.strip() for cell in row[:2])
    return "".join(next((word for word in words if word and not word.isdigit()), "").split())


def _span(cell: Text, figure: Quantity) -> Span:
    return cell.span(*figure.number_at)
