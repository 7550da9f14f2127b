"""Totals of tables by their place alone: a row 合计, a column 合计, whatever the table is about.

Only what is surely additive is added up: no rates and averages, no rows that are a part of others (其中), no column
with missing figures. Subtotals (小计) and groups stand for their rows; what some reading of the rows gives is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.facts.figures.interval import Interval
from planforge.facts.figures.quantity import Quantity
from planforge.facts.tables.cells import cell_quantity
from planforge.facts.tables.head_units import unit_in, without_unit
from planforge.facts.tables.layout import is_total
from planforge.facts.writing.normalise import reading_of
from planforge.lint.judging.sums.additive import is_mean
from planforge.lint.judging.sums.division import summed
from planforge.lint.judging.sums.nesting import folded, groups, readings, row_of
from planforge.lint.judging.sums.whole_by_share import parts_by_share
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Plan, Table
from planforge.records import record
from planforge.source.place import Span

_RATE = expression("率|比|增|均|占|倍|价|指数|位次|排名|序号|编号|年份|较|±|[为完].{0,10}[%％]")
_COUNT = expression("(?:个|家|户|人|件|台|套|项目?)数$|数量$")
_SHARE = expression("比重|占比|构成|比例")
_LEAST = 2
_HEADS = 3
"""The first cells of a row that its number and its name are in."""
_HUNDRED = 100


@record(frozen=True)
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


@record(frozen=True)
class _Line:
    """Cells of a column or row; `readings` are the ways to take some as the parts of the one at `total`.

    A `group` is a row with the rows below it; no word says that they are all of it. What `needs_proof` is a total only
    where another line of the table comes out.
    """

    name: str
    total: int
    cells: tuple[Text, ...]
    figures: tuple[Quantity | None, ...]
    readings: tuple[tuple[int, ...], ...]
    group: bool = False
    needs_proof: bool = False


@record(frozen=True)
class _Reading:
    """A line with its figures and the parts that its total has, or most likely has."""

    line: _Line
    total: Quantity
    parts: tuple[tuple[int, Quantity], ...]

    @property
    def summands(self) -> tuple[Quantity, ...]:
        return tuple(part for _, part in self.parts)

    @property
    def fits(self) -> bool:
        return summed(part.interval for part in self.summands).meets(self.total.interval)


def cell_sums(plan: Plan) -> Iterator[CellSum]:
    """Yield every total of the plan's tables that can be checked."""
    for passage in plan.tables():
        table = passage.table
        if not table.from_ledger:
            yield from _checked(table, list(_columns(table)))
            yield from _checked(table, list(_rows(table)))
            by_share = list(parts_by_share(table))
            columns = list(_read_columns(table)) if by_share else []
            for total, parts in by_share:
                yield from _checked(table, list(_divided(table, columns, total, parts)))


def _checked(table: Table, lines: Sequence[_Line]) -> Iterator[CellSum]:
    read_lines = [reading for line in lines if (reading := _read(line)) is not None]
    proven = any(reading.fits for reading in read_lines)
    for reading in read_lines:
        cells, line = reading.line.cells, reading.line
        if line.needs_proof and not proven:
            continue
        yield CellSum(
            table,
            _span(cells[line.total], reading.total),
            reading.total,
            reading.summands,
            tuple(_span(cells[at], part) for at, part in reading.parts),
            line.name,
            proven and not line.group,
            _is_share(line, reading.total),
        )


def _is_share(line: _Line, total: Quantity) -> bool:
    return _SHARE.search(line.name) is not None and total.written.value == _HUNDRED


def _read(line: _Line) -> _Reading | None:
    """Return the reading of a line that gives its total, else the likeliest; None when it cannot be added up."""
    total = line.figures[line.total]
    if total is None or (_is_rate(line.name, total) and not _is_share(line, total)):
        return None
    ways = (_plain(line.figures, way) for way in line.readings)
    found = [_Reading(line, total, parts) for parts in ways if len(parts) >= _LEAST and _alike(total, parts)]
    return next((one for one in _likely(found) if one.fits), found[0] if found else None)


def _is_rate(name: str, total: Quantity) -> bool:
    return _RATE.search(name) is not None or is_mean(without_unit(name), total.unit)


def _alike(total: Quantity, parts: Sequence[tuple[int, Quantity]]) -> bool:
    """Whether parts can be summed to a total at all: not 18万平方米 and 12公里 of what is built to 51.8."""
    return all(part.unit.comparable(total.unit) for _, part in parts)


def _likely(found: Sequence[_Reading]) -> Iterator[_Reading]:
    """Yield the readings, and last the longest one with its groups told by arithmetic."""
    yield from found
    if found:
        yield _folded(max(found, key=lambda one: len(one.parts)))


def _figures(name: str, cells: Sequence[Text]) -> tuple[Quantity | None, ...]:
    """Return the figure of each cell of a column or row of that name."""
    unit = unit_in(name) or ("个" if _COUNT.search(name) else "")
    return tuple(cell_quantity(cell.printed, unit) if cell.printed else None for cell in cells)


def _plain(figures: Sequence[Quantity | None], way: Sequence[int]) -> tuple[tuple[int, Quantity], ...]:
    """Return the figures of a way to read the rows, none when one is missing."""
    found = tuple((at, figure) for at in way if (figure := figures[at]) is not None)
    return found if len(found) == len(way) else ()


def _folded(reading: _Reading) -> _Reading:
    kept = set(folded([(at, part.interval) for at, part in reading.parts]))
    return replace(reading, parts=tuple(part for part in reading.parts if part[0] in kept))


def _columns(table: Table) -> Iterator[_Line]:
    """Yield a line for each column below a row 合计 or above it, and for each group of rows in it."""
    rows = [row_of([reading_of(cell).text for cell in row[:_HEADS]]) for row in table.rows]
    named = [at for at, row in enumerate(rows) if is_total(row.name)]
    totals = [at for at in named if not rows[at].is_subtotal] or named  # a table may have a row 小计 only
    if len(totals) != 1 or totals[0] not in (0, len(rows) - 1):
        return
    of = [(totals[0], readings(rows, totals[0]), False), *((at, (parts,), True) for at, parts in groups(rows))]
    for name, cells, figures in _read_columns(table):
        for total, ways, group in of:
            yield _Line(name, total, cells, figures, ways, group, rows[total].is_subtotal)


_Column = tuple[str, tuple[Text, ...], tuple[Quantity | None, ...]]


def _read_columns(table: Table) -> Iterator[_Column]:
    """Yield the head, the cells and the figures of each column but the first."""
    for column in range(1, len(table.head)):
        name = reading_of(table.head[column]).text
        cells = tuple(row[column] for row in table.rows)
        yield name, cells, _figures(name, cells)


def _divided(table: Table, columns: Sequence[_Column], total: int, parts: tuple[int, ...]) -> Iterator[_Line]:
    """Yield a line for each column of a table whose shares tell which rows are the whole of another."""
    named = row_of([reading_of(cell).text for cell in table.rows[total][:_HEADS]]).name
    for head, cells, figures in columns:
        yield _Line(f"{named}{head}", total, cells, figures, (parts,))


def _rows(table: Table) -> Iterator[_Line]:
    """Yield a line for each row with a column 合计."""
    heads = [reading_of(head).text.strip() for head in table.head]
    totals = [at for at, head in enumerate(heads) if is_total(re.sub("[（(].*", "", head))]
    of_years = [at for at, head in enumerate(heads) if _OF_YEARS.match(head)] if not totals else []
    totals = totals or of_years
    if len(totals) != 1 or (table.rows and _is_head(table.rows[0])):
        return
    least = _LEAST_YEARS if of_years else _LEAST
    for row in table.rows:
        parts = tuple(at for at in range(1, len(row)) if at != totals[0] and at < len(heads) and _counts(heads[at]))
        stock = bool(of_years and parts) and row[parts[-1]].printed.strip() == row[totals[0]].printed.strip()
        if len(row) > totals[0] and len(parts) >= least and not stock:
            name = row_of([reading_of(cell).text for cell in row[:_HEADS]]).name
            yield _Line(name, totals[0], row, _figures(name, row), (parts,))


_OF_YEARS = expression("^[三五]年(?:总量|总任务|累计(?![增减降提下变]))|^任务总量")
"""三年总量 beside the years: what adds up equals their sum, what there is equals the last."""
_LEAST_YEARS = 3
"""五年累计 beside the first and the last year only is how much more there is."""


def _is_head(row: Sequence[Text]) -> bool:
    """Whether the first row goes on with the head: 套数 and 面积 below each of 合计, 2021—2023年, 2024—2025年."""
    words = [reading_of(cell).text.strip() for cell in row]
    return sum(1 for word in words if word) > 1 and not any(_DIGIT.search(word) for word in words)


_DIGIT = expression(r"\d")


def _counts(head: str) -> bool:
    return _RATE.search(head) is None and _WORDS.search(head) is None


_WORDS = expression("单位|部门|责任|牵头|时限|备注|属性|名称|指标")


def _span(cell: Text, figure: Quantity) -> Span:
    return cell.span(*figure.number_at)
