"""Rows that stand below a numbered one with figures of its own: 国内游客 below 二、旅行社接待量."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planforge.facts.tables.cells import has_figure
from planforge.facts.tables.head_units import unit_in, without_unit
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
NUMBER = expression("^(?:" + "|".join(level.pattern for level in _LEVELS) + ")")
"""Any of them."""


def rows_above(table: Table, at: int) -> Mapping[int, str]:
    """Return for the rows of a table, by their number, the name of the numbered row with figures they stand below.

    Args:
        table: the table.
        at: the column with the names of the rows.
    """
    return {number: without_unit(words) for number, words in _above(table, at)}


def units_above(table: Table, at: int) -> Mapping[int, str]:
    """Return for the rows that name no unit, by their number, that of the row above which they are a sort of.

    国内旅游者 below 接待旅游者总计（万人次） is counted as this is; 从业人员 below 营业收入（亿元） is not.
    """
    found: dict[int, str] = {}
    for number, above in _above(table, at):
        words = reading_of(table.rows[number][at]).text.strip() if unit_in(above) else ""
        whole = _SUM.sub("", without_unit(above))
        if words and not unit_in(words) and len(whole) >= _ALIKE and words.endswith(whole[-_ALIKE:]):
            found[number] = unit_in(above)
    return found


_ALIKE = 2
_SUM = expression("(?:合计|总计|小计|总[数量额人])$")


def _above(table: Table, at: int) -> Iterator[tuple[int, str]]:
    """Yield the number of each row below a numbered one with figures, and the words of this, "" where it has none."""
    above: dict[int, str] = {}
    for number, row in enumerate(table.rows):
        words = reading_of(row[at]).text.strip() if at < len(row) else ""
        level, name = _numbered(words)
        above = {one: said for one, said in above.items() if one < level}
        if above:
            yield number, above[max(above)]
        if level < len(_LEVELS):
            above[level] = name if _has_figures(row, at) else ""


def _numbered(words: str) -> tuple[int, str]:
    """Return the level of a row, beyond the last for one without a number, and its words without the number."""
    for level, number in enumerate(_LEVELS):
        if (match := number.match(words)) is not None:
            return level, words[match.end() :]
    return len(_LEVELS), ""


def _has_figures(row: Sequence[Text], at: int) -> bool:
    return any(has_figure(cell) for cell in row[at + 1 :])
