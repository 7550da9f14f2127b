"""Which rows of a table make up a total: groups with their own sums among the rows, told by number or by arithmetic.

一 防洪工程 412 / 1 某河 156 / 2 某江 256: the total of the table is that of the groups, not of all rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.tables.layout import is_total
from planforge.patterns import expression
from planforge.records import record

_NUMBERS = [
    expression("第?[一二三四五六七八九十]+(?:[、.．]|部分|$)"),
    expression("[（(][一二三四五六七八九十]+[）)]"),
    expression(r"\d+(?:[.．、](?!\d)|$|(?=[^\d.．]))"),
    expression(r"\d++[.．]\d++、?(?![.．]\d)"),
    expression(r"\d++(?:[.．]\d++){2,}、?|[（(]\d+[）)]"),
]
"""How the numbers of rows look, from the outermost inward."""
_PART = expression("^(?:其中|#|＃|—|-|·)")
_SUBTOTAL = expression("^小计$")
_WITHIN = len(_NUMBERS)
_MOST_IN_A_GROUP = 200


@record(frozen=True)
class Row:
    """What the first cells of a row say: its number, "" for none, and its name."""

    number: str
    name: str

    @property
    def depth(self) -> int:
        """How far in its number is; a row without one belongs to the one above it."""
        return next((at for at, form in enumerate(_NUMBERS) if form.match(self.number)), _WITHIN)

    @property
    def is_subtotal(self) -> bool:
        """Whether it is a row 小计."""
        return _SUBTOTAL.match(self.name) is not None


def row_of(cells: Sequence[str]) -> Row:
    """Return the number and the name of a row: the first words, and the first that are no number.

    Args:
        cells: the printed texts of its first cells, normalised.
    """
    said = [word for cell in cells if (word := "".join(cell.split()))]
    number = said[0] if said and not is_total(said[0]) else ""
    total = next((word for word in said if is_total(word)), "")  # 小计 behind the name of its group
    return Row(number, total or next((word for word in said if not _is_number(word)), number))


def _is_number(word: str) -> bool:
    return any(form.fullmatch(word) for form in _NUMBERS)


def readings(rows: Sequence[Row], total: int) -> tuple[tuple[int, ...], ...]:
    """Return the ways to take rows as the parts of the total, the likeliest first."""
    flat = tuple(at for at, row in enumerate(rows) if at != total and row.name and not _PART.match(row.name))
    subtotals = tuple(at for at in flat if rows[at].is_subtotal)
    if subtotals:
        return (subtotals,)
    outermost = min((rows[at].depth for at in flat), default=_WITHIN)
    outer = tuple(at for at in flat if rows[at].depth == outermost)
    inner = tuple(
        at for at, below in zip(flat, (*flat, None)[1:], strict=True) if below is None or not _inside(rows, below, at)
    )
    return tuple(dict.fromkeys([outer, flat, inner]))


def _inside(rows: Sequence[Row], one: int, other: int) -> bool:
    return rows[one].depth > rows[other].depth


def groups(rows: Sequence[Row]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each row that has numbered rows one step further in below it, with these."""
    for at, row in enumerate(rows):
        if row.depth == _WITHIN or at + 1 == len(rows) or not row.depth < rows[at + 1].depth < _WITHIN:
            continue
        end = next((i for i in range(at + 1, len(rows)) if rows[i].depth <= row.depth), len(rows))
        inside = [i for i in range(at + 1, end) if not _PART.match(rows[i].name)]
        yield at, tuple(i for i in inside if rows[i].depth == rows[at + 1].depth)


def folded(figures: Sequence[tuple[int, Interval]]) -> tuple[int, ...]:
    """Return the rows that are left when each one that the next ones add up to stands for them.

    Args:
        figures: the position of each row and its figure.
    """
    found: list[int] = []
    at = 0
    while at < len(figures):
        place, whole = figures[at]
        found.append(place)
        at += 1 + _covered(whole, figures[at + 1 : at + 1 + _MOST_IN_A_GROUP])
    return tuple(found)


def _covered(whole: Interval, below: Sequence[tuple[int, Interval]]) -> int:
    """Return how many of the rows below add up to a row, 0 for none."""
    together = exactly(0)
    for count, (_, figure) in enumerate(below, 1):
        together = together + figure
        if together.meets(whole):
            return count
    return 0
