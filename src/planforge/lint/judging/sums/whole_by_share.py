"""Rows of a table that are the whole of another, told by their shares: 常住人口 100, 其中：城镇 65.6, 乡村 34.4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.tables.cells import cell_quantity
from planforge.facts.writing.normalise import reading_of
from planforge.lint.judging.sums.division import summed
from planforge.patterns import expression
from planforge.plan.model import Table

_SHARE = expression("^(?:比重|占比|构成|比例)")
_PART = expression("^其中")
_HUNDRED = exactly(100)
_LEAST = 2
_HEADS = 3
"""The first cells of a row that its number and its name are in."""


def parts_by_share(table: Table) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield a row of 100 % and the rows from a 其中 on whose shares come to that, each by its number."""
    for column in range(1, len(table.head)):
        if _SHARE.match(reading_of(table.head[column]).text.strip()):
            shares = [_share(row[column].printed) if column < len(row) else None for row in table.rows]
            yield from _runs(shares, [_is_part(table, row) for row in range(len(table.rows))])


def _share(cell: str) -> Interval | None:
    figure = cell_quantity(cell, "%") if cell else None
    return figure.interval if figure is not None else None


def _is_part(table: Table, row: int) -> bool:
    return any(_PART.match(reading_of(cell).text.strip()) for cell in table.rows[row][:_HEADS])


def _runs(shares: Sequence[Interval | None], begins: Sequence[bool]) -> Iterator[tuple[int, tuple[int, ...]]]:
    whole = next((at for at, share in enumerate(shares) if share is not None and share.meets(_HUNDRED)), None)
    if whole is None:
        return
    for start in (at for at in range(whole + 1, len(shares)) if begins[at]):
        end = next((at for at in range(start + 1, len(shares)) if begins[at]), len(shares))
        run = [share for share in shares[start:end] if share is not None]
        if len(run) == end - start >= _LEAST and summed(run).meets(_HUNDRED):
            yield whole, tuple(range(start, end))
