"""Tables one cell a line below a caption whose last head spans years: 地区, 常住人口, 比重, below it 2020年, 2010年."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import begins_name, is_age, is_amount, is_figure
from planforge.readers.stacked_heads import joined

Row = tuple[Characters, ...]
_YEAR = expression(r"(?:19|20)\d\d年")
_LEAST_ROWS = 2
_WIDEST = 12


def named(cell: str) -> bool:
    """Whether a cell names a row: no figure, but for ages."""
    return is_age(cell) or (begins_name(cell) and not is_figure(cell))


def divided_by_rows(cells: Sequence[Characters]) -> tuple[tuple[Row, ...], int]:
    """Return the table that begins with such a head, and how many cells it takes; no rows when none does."""
    words = [cell.value.strip() for cell in cells[: _WIDEST + 1]]
    first = next((at for at, word in enumerate(words) if at and is_amount(word) and not _YEAR.fullmatch(word)), 0)
    head = _head(cells[: first - 1], words[: first - 1]) if first > _LEAST_ROWS else ()
    rows, at = [head], first - 1
    while head and _is_row(row := tuple(cells[at : at + len(head)]), len(head)):
        rows.append(row)
        at += len(head)
    return (tuple(rows), at) if len(rows) > _LEAST_ROWS else ((), 0)


def _head(cells: Sequence[Characters], words: Sequence[str]) -> Row:
    """Return the columns of a head: 地区, 人口, 比重 above 2020年 and 2010年."""
    top = next((at for at, word in enumerate(words) if _YEAR.fullmatch(word)), len(words))
    below = cells[top:]
    if len(below) > 1 and top > 1 and all(_YEAR.fullmatch(word) for word in words[top:]):
        return (*cells[: top - 1], *(joined([cells[top - 1], year]) for year in below))
    return ()


def _is_row(row: Row, width: int) -> bool:
    words = [cell.value.strip() for cell in row]
    return len(row) == width and named(words[0]) and all(map(is_amount, words[1:]))
