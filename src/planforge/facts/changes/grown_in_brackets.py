"""Rates in a row of brackets whose first alone says that they are growth: 甘肃（增长5.2%）、四川（6.1%）."""

from __future__ import annotations

from planforge.facts.changes.grown_parts import is_rate
from planforge.facts.changes.growth import Growth
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.passage import PassageReader
from planforge.patterns import expression

_NEXT = expression("[、，和及与][\u4e00-\u9fff]{1,12}")


def growth_in_bracket(reader: PassageReader, figure: Quantity) -> Growth | None:
    """Return the growth of a rate alone in its bracket, where the bracket before it in the row tells of one."""
    last = reader.done[-1] if reader.done else None
    if figure.form is not Form.PERCENT or last is None or reader.words[figure.start - 1] not in _OPEN:
        return None
    before, own = (reader.clauses.bracket_around(at) for at in (last.quantity.start, figure.start))
    if before is None or own is None or own != (figure.start - 1, figure.end + 1) or not is_rate(last):
        return None
    if _NEXT.fullmatch(reader.words, before[1], own[0]) is None:
        return None
    return Growth(last.kind, figure.start, last.falls and figure.written.value > 0, last.adds, settled=True)


_OPEN = "（("
