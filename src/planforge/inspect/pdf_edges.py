"""Where the text of a PDF begins and ends between the sides of its pages: its own area, not the official one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile
from statistics import median

from planforge.inspect.pdf_file import Line, Sheet
from planforge.inspect.pdf_frames import between_rules, frames_of, is_framed
from planforge.inspect.units import CHARACTER, LEFT, MIDDLE, RIGHT, WIDTH

Edges = tuple[float, float]
HANGING = "，。、；：？！”’）》"
"""Marks that may hang out, or stand in a line that is not full."""
_FLUSH = 0.3
"""Of text that is set flush so many lines end at its edge; others end before a mark that must not begin a line."""
_LONG = 20
_NEAR, _LIKELY = 1.0, 4.0
"""Millimetres: what stands at one edge; how far from the official one the left edge of a page is expected."""
_LABELS, _SMALL = ("抄送", "主送"), 15.5
"""What 版记 begins with, in a size (points) below that of the text."""
_ALIKE = 0.6
"""Points: how far sizes of one text may differ."""


def edges_of(sheets: Sequence[Sheet]) -> tuple[Edges, Edges]:
    """Return where the text of odd and of even pages begins and ends: the file's own text area.

    It need not be the official one, which stands for it where the lines do not tell. Both are the same unless the
    margins are mirrored, for which all is shifted.
    """
    text = _text(sheets)
    odd, even = (_edges([line for line in text if line.page % 2 == rest]) for rest in (1, 0))
    if odd is not None and even is not None:
        left, right = even[0] - odd[0], even[1] - odd[1]
        if abs(left) > _NEAR and abs(left - right) < _NEAR:
            return odd, even
    return (_edges(text) or (_left(text), RIGHT),) * 2


def _text(sheets: Sequence[Sheet]) -> list[Line]:
    """Return the lines of the text, in the size most of it has: not those of tables, boxes, 版记 and the red head."""
    frames = frames_of(sheets)
    upright = [sheet for sheet in sheets if sheet.height >= sheet.width]
    lines = takewhile(lambda line: not _opens_imprint(line), (line for sheet in upright for line in sheet.lines))
    kept = [line for line in lines if not (line.red or _is_centred(line) or is_framed(line, frames))]
    ruled = {id(line) for sheet in upright for line in between_rules(sheet)}
    free = [line for line in kept if id(line) not in ruled] or kept
    sizes = Counter[float]()
    for line in free:
        sizes[round(line.size)] += len(line.text)
    return [line for line in free if abs(line.size - sizes.most_common(1)[0][0]) <= _ALIKE]


def _opens_imprint(line: Line) -> bool:
    return line.size < _SMALL and line.text.lstrip().startswith(_LABELS)


def _is_centred(line: Line) -> bool:
    """Return whether a line is a short one in the middle: a title, a caption, a number."""
    return abs(line.centre - MIDDLE) < _NEAR and line.x1 - line.x0 < WIDTH - 2 * CHARACTER


def _edges(text: Sequence[Line]) -> Edges | None:
    """Return where text begins and ends, by the long lines below which its paragraphs go on; None without any."""
    left = _left(text)
    full = [line for line, below in pairwise(text) if len(line.text) >= _LONG and _goes_on(line, below, left)]
    if not full:
        return None
    rights = Counter(round(line.x1 * 2) / 2 for line in full)
    usual, count = rights.most_common(1)[0]
    beyond = [line for line in full if line.x1 > usual + _NEAR and line.text.rstrip()[-1:] not in HANGING]
    if count < _FLUSH * len(full) or len(beyond) > len(full) // 20:  # ragged: the longest is nearest to the edge
        return left, max(line.x1 for line in beyond or full)
    return left, median(line.x1 for line in full if round(line.x1 * 2) / 2 == usual)


def _left(text: Sequence[Line]) -> float:
    """Return where flush lines begin.

    Where none is seen, as in a text of headings and paragraphs of one line, all begin with the indent of two
    characters; where they begin further in, they do not tell.
    """
    starts = Counter(round(line.x0, 1) for line in text)
    often = [x for x, count in starts.items() if count >= max(1, len(text) // 20)]
    left, indent = min(often, default=LEFT), 2 * CHARACTER
    if any(abs(x - left - indent) < _NEAR for x in often) or left < LEFT + indent - _LIKELY:
        return left
    return left - indent if left < LEFT + indent + _LIKELY else LEFT


def _goes_on(line: Line, below: Line, left: float) -> bool:
    """Return whether the line below, or the first one of the next page, is flush: no new paragraph."""
    return abs(below.x0 - left) < _NEAR and below.page - line.page in (0, 1)


def on_page(number: int, both: tuple[Edges, Edges]) -> Edges:
    """Return the edges of a page, of those of odd and of even pages."""
    return both[number % 2 == 0]
