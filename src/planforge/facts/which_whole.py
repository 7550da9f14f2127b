"""Which whole 其中 divides where that is not simply the figure before it."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.quantity import Quantity
from planforge.facts.statement import Statement
from planforge.patterns import expression

_LISTED = expression(r"、[^，。；、\d]*")


def whole_that_moves(reader: PassageReader, figure: Quantity) -> Statement | None:
    """Return the whole of a part listed behind one that rose or fell: 其中甲减少100万吨、乙减少300万吨."""
    moved = reader.done[-1] if reader.done else None
    whole = moved.parent if moved is not None and moved.adds else None
    if moved is None or whole is None or whole.indicator == moved.indicator or moved.quantity.unit is not figure.unit:
        return None
    return whole if _LISTED.fullmatch(reader.words, moved.quantity.end, figure.start) is not None else None
