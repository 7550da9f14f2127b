"""发文机关标志 of several organs, which Word files have as a table: it is no table of the plan."""

from __future__ import annotations

from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.readers.piece import Piece
from planforge.readers.texts import joined

_NAME = expression(r"[\u4e00-\u9fff（）()·\s]+")
_ENDING = expression(r"文\s*件|命?令|公\s*报|(?:会议)?纪要")
_MOST_ORGANS = 20


def joint_head(piece: Piece) -> tuple[Text, ...]:
    """Return the names from top to bottom, the ending (文件) behind the last; () when a table is something else.

    The names stand in one cell or in a row each, the ending in one cell beside all of them.
    """
    rows = [[cell for cell in row if cell.value] for row in piece.rows]
    if not 0 < len(rows) <= _MOST_ORGANS or any(len(row) != 2 for row in rows):
        return ()
    if any(not (_NAME.fullmatch(name.value) and _ENDING.fullmatch(ending.value)) for name, ending in rows):
        return ()
    *names, last = (name.text() for name, _ in rows)
    return (*names, joined(last, rows[-1][1].text()))
