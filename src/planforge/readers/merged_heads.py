"""Tables in plain text whose rows have one cell more than their head, where a merged head cell names two columns.

指标, 2015年, 2020年 stand above 1.空气质量, 优良天数比率（%）, 76.7, 80: the first cell of a row is its class or its
number, the second its name. The head's cell is repeated, as Word files have merged cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import begins_name, is_figure
from planforge.readers.stacked_heads import kind_of

Row = tuple[Characters, ...]
_WITH_UNIT = expression(r"[）)]\s*$")
_NUMBER = expression(r"^\d{1,3}$")
_UNIT = expression(
    r"^(?:[十百千万亿]*(?:元|吨|人|户|个|家|所|张|岁|年|亩|件|项|台|套|座|次|种|辆|公里|平方公里|公顷|[平立]方米|千瓦时?|人次|标准煤|吨标准煤)|[%％‰]|[^\d，。；]{1,6}/[^，。；]{1,6})$"
)
_NAMED = ("name", "group")


def with_merged_head(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows of a table, its head first, with the head's cell 指标 above both class, or number, and name.

    Above units that no head names (地区生产总值, 亿元, 76.7) comes an empty cell. The rows are returned as they are
    where most of them are as wide as the head, or what stands second is neither.
    """
    head, *body = rows
    at = _merged(head)
    told = [row for row in body if any(is_figure(cell.value) for cell in row[at + 2 :])] if at is not None else []
    wider = [row[at:] for row in told if len(row) == len(head) + 1]
    if at is None or 2 * len(wider) <= len(told):
        return tuple(rows)
    if all(_UNIT.match(row[1].value.strip()) for row in wider):
        return ((*head[: at + 1], head[0].cut(0, 0), *head[at + 1 :]), *body)
    if not _have_two(wider):
        return tuple(rows)
    return ((*head[: at + 1], *head[at:]), *(_placed(row, at, len(head) + 1) for row in body))


def _merged(head: Row) -> int | None:
    """Return the one cell of a head that names rows, perhaps behind 类别; None for a head without or with several."""
    kinds = [kind_of(cell.value.strip()) for cell in head]
    first = next((at for at, kind in enumerate(kinds) if kind == "figure"), 0)
    named = first > 0 and kinds[first - 1] in _NAMED and set(kinds[: first - 1]) <= {"group"}
    return first - 1 if named and not {"name", "group", "index"}.intersection(kinds[first:]) else None


def _have_two(rows: Sequence[Row]) -> bool:
    """Whether rows begin with a class or a number and a name: 地区生产总值, 亿元 are a name and its unit.

    A class stands in the first of its rows alone, or beside names that end in their units.
    """
    firsts, names = [row[0].value.strip() for row in rows], [row[1].value.strip() for row in rows]
    named = all(not is_figure(name) and begins_name(name) for name in names if name)
    counted = all(_NUMBER.match(first) for first in firsts if first)
    apart = counted or "" in firsts or len(set(firsts)) < len(firsts) or any(map(_WITH_UNIT.search, names))
    return named and any(names) and len(set(names)) == len(names) and apart


def _placed(row: Row, at: int, width: int) -> Row:
    """Return a row as wide as the others: 森林覆盖率（%）, 21.66 has no class, and an empty end may be missing."""
    empty = row[0].cut(0, 0)
    named = len(row) > at + 2 and bool(row[at].value)
    if named and len(row) == width - 1 and _tells(row[at + 1]):
        return (*row[:at], empty, *row[at:])
    if named and len(row) == width and not row[at + 1].value and _tells(row[at + 2]):
        return (*row[:at], empty, row[at], *row[at + 2 :])  # one name over both columns
    return (*row, *(empty for _ in range(width - len(row))))


def _tells(cell: Characters) -> bool:
    return is_figure(cell.value.strip())
