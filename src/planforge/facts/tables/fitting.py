"""What a change without a unit must be, told by the row's own two ends: 980 or 16.6 beside 5920 and 6900.

A head as 增减 or 累计增长 may stand above amounts as well as above percentages. The meaning that the head suggests is
kept unless the figure is near to what another one would give, and far from what that gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.facts.figures.quantity import Quantity
from planforge.facts.tables.column import Column, Meaning

_NEAR = 1.5
"""The greatest quotient of two figures that may be meant to be one."""
_ERROR, _RELATIVE_ERROR, _FAR = 0.15, 0.02, 0.1
"""How far a percentage in whole or tenths may be off that of rounded levels, and how far off a difference must be."""


def fitting(column: Column, base: Quantity, end: Quantity, figure: Quantity) -> Column:
    """Return a column of changes with the meaning that its figure has between two levels.

    Args:
        column: a column of changes whose head names no unit.
        base: the level that the change starts from.
        end: the level that it leads to.
        figure: the figure of the change, without a unit of its own.
    """
    if column.meaning is Meaning.MIXED:
        return _mixed(column, base, end, figure)
    exact = abs(end.written.number - base.written.number) == abs(figure.written.number)
    if exact:
        return replace(column, meaning=Meaning.DIFFERENCE)
    near = [meaning for meaning, value in _changes(column, base, end) if _is_near(value, float(figure.written.number))]
    if len(near) != 1 or near[0] is column.meaning:
        return column
    yearly = column.years is not None and column.years.single
    adjusted = near[0] is Meaning.TOTAL and yearly  # growth on the year before: at constant prices
    return replace(column, meaning=Meaning.ANNUAL if adjusted else near[0], adjusted=adjusted)


def is_difference(base: Quantity, end: Quantity, figure: Quantity) -> bool:
    """Whether a figure is about the difference of two levels: a sum over the years to the last is no less than it."""
    first, last, said = (float(one.written.number) for one in (base, end, figure))
    return abs(said) < last and _is_near(last - first, said)


def is_only_percentage(base: Quantity, end: Quantity, figure: Quantity) -> bool:
    """Whether a figure without a unit is how much two levels differ in percent, and far from their difference."""
    first, last, said = (float(one.written.number) for one in (base, end, figure))
    if first <= 0 or last <= 0 or said == 0:
        return False
    change = (last / first - 1) * 100
    error = max(_ERROR, _RELATIVE_ERROR * abs(said))
    return abs(abs(change) - abs(said)) <= error and abs(abs(last - first) - abs(said)) > _FAR * abs(said)


def _mixed(column: Column, base: Quantity, end: Quantity, figure: Quantity) -> Column:
    """Return a column of rates, or sums, with the meaning of a figure that stands there without brackets."""
    default = Meaning.DIFFERENCE if column.cumulative else Meaning.ANNUAL
    if "%" in column.head.replace("％", "%") and not _fits_only_as_amount(base, end, figure):
        return column
    near = [meaning for meaning, value in _changes(column, base, end) if _is_near(value, float(figure.written.number))]
    return column if len(near) != 1 or near[0] is default else replace(column, meaning=near[0])


def _fits_only_as_amount(base: Quantity, end: Quantity, figure: Quantity) -> bool:
    """Whether a figure below 年均增长（%）或累计 is no rate: points of a share, or just what the two ends differ by."""
    difference = abs(end.written.number - base.written.number)
    return base.unit.kind == "ratio" or difference == abs(figure.written.number)


def _changes(column: Column, base: Quantity, end: Quantity) -> Iterator[tuple[Meaning, float]]:
    """Yield what the change is as a difference, in percent, and in percent by the year."""
    first, last = float(base.written.number), float(end.written.number)
    yield Meaning.DIFFERENCE, last - first
    if first <= 0 or last <= 0 or column.years is None:
        return
    years = column.years.last - column.years.first + 1
    yield Meaning.TOTAL, (last / first - 1) * 100
    if years > 1:
        yield Meaning.ANNUAL, ((last / first) ** (1 / years) - 1) * 100


def _is_near(one: float, other: float) -> bool:
    small, great = sorted((abs(one), abs(other)))
    return great <= small * _NEAR
