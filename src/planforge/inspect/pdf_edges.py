"""Where the text of a PDF begins and ends between the sides of its pages: its own area, not the official one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from planforge.inspect.pdf_file import Sheet
from planforge.inspect.units import LEFT, RIGHT

Edges = tuple[float, float]
HANGING = "，。、；：？！”’）》"
"""Marks that may hang out, or stand in a line that is not full."""
_FLUSH = 0.3
"""Of text that is set flush so many lines end at its edge; others end before a mark that must not begin a line."""
_LONG = 20
_NEAR = 1.0


def edges_of(sheets: Sequence[Sheet]) -> tuple[Edges, Edges]:
    """Return where the long lines of odd and of even pages begin and end: the file's own text area.

    It need not be the official one; both are the same unless the margins are mirrored, for which all is shifted.
    """
    odd, even = (_edges(sheet for sheet in sheets if sheet.number % 2 == rest) for rest in (1, 0))
    left, right = even[0] - odd[0], even[1] - odd[1]
    if abs(left) > _NEAR and abs(left - right) < _NEAR:
        return odd, even
    return (_edges(sheets),) * 2


def _edges(sheets: Iterable[Sheet]) -> Edges:
    upright = (sheet for sheet in sheets if sheet.height >= sheet.width)
    long = [line for sheet in upright for line in sheet.lines if len(line.text) >= _LONG]
    if not long:
        return LEFT, RIGHT
    lefts = Counter(round(line.x0, 1) for line in long)
    left = min(x for x, count in lefts.items() if count >= max(1, len(long) // 20))
    rights = Counter(round(line.x1 * 2) / 2 for line in long)
    usual, count = rights.most_common(1)[0]
    beyond = [line for line in long if line.x1 > usual + _NEAR and line.text.rstrip()[-1:] not in HANGING]
    if count < _FLUSH * len(long) or len(beyond) > len(long) // 20:  # ragged: the longest is nearest to the edge
        return left, max(line.x1 for line in beyond or long)
    return left, median(line.x1 for line in long if round(line.x1 * 2) / 2 == usual)


def on_page(number: int, both: tuple[Edges, Edges]) -> Edges:
    """Return the edges of a page, of those of odd and of even pages."""
    return both[number % 2 == 0]
