"""Rows that stand below a numbered one with figures of its own: 国内游客 below 二、旅行社接待量."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planforge.facts.tables.cells import has_figure
from planforge.facts.tables.head_units import without_unit
from planforge.facts.writing.normalise import reading_of
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Table

_CHINESE = "[一二三四五六七八九十]+"
_LEVELS = (
    expression(rf"{_CHINESE}、\s*"),
    expression(rf"[（(]{_CHINESE}[）)]\s*"),
    expression(r"\d{1,2}[.．、](?!\d)\s*"),
    expression(r"[（(]\d{1,2}[）)]\s*"),
)
"""The numbers before a name, from the outermost to the innermost."""


def rows_above(table: Table, at: int) -> Mapping[int, str]:
    """Return for the rows of a table, by their number, the name of the numbered row with figures they stand below.

    Args:
        table: the table.
        at: the column with the names of the rows.
    """
    found: dict[int, str] = {}
    above: dict[int, str] = {}
    for number, row in enumerate(table.rows):
        words = reading_of(row[at]).text.strip() if at < len(row) else ""
        level, name = _numbered(words)
        above = {one: said for one, said in above.items() if one < level}
        if above:
            found[number] = above[max(above)]
        if level < len(_LEVELS):
            above[level] = name if _has_figures(row, at) else ""
    return found


def _numbered(words: str) -> tuple[int, str]:
    """Return the level of a row, beyond the last for one without a number, and its name without number and unit."""
    for level, number in enumerate(_LEVELS):
        if (match := number.match(words)) is not None:
            return level, without_unit(words[match.end() :])
    return len(_LEVELS), ""


def _has_figures(row: Sequence[Text], at: int) -> bool:
    return any(has_figure(cell) for cell in row[at + 1 :])
