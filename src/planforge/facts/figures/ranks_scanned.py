"""Places in a ranking: 第3位, 前80名."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.figures.as_quantity import EXACTLY, as_quantity
from planforge.facts.figures.literals import Literal
from planforge.facts.figures.numbers import LONGEST_NUMBER, arabic, chinese
from planforge.facts.figures.places_told import among_places, is_bare
from planforge.facts.figures.precision import Approximation, Comparator, Written
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.figures.units import Unit
from planforge.patterns import expression

PLACE = Unit("位", frozenset({"rank"}), "rank")
_AIMED_AT = expression(
    "(?:进入|进|跻身|位列|位居|居|排名|排在|列|保持|稳定|冲刺|冲进|迈入|挤进|晋位|上升|提升|前移|跃升|攀升)(?:到|在|至)?[^，。；\\d]{0,16}$"
)
"""进入全国百强县前80名 is a place, 前3名的企业 counts those who have it."""
_FURTHEST_AIM = 20
_ABOUT = "左右"


def read_rank(literal: Literal) -> Quantity | None:
    """Read 第3位左右 and 前80名, and a bare 3位 only among places that others hold."""
    if literal.opening["rank_top"] is not None:
        return _top(literal)
    words = literal.opening["rank_n"]
    if is_bare(literal.opening) and not among_places(literal.opening):
        return None
    about = literal.opening.string.startswith(_ABOUT, literal.end)
    literal = replace(literal, end=literal.end + len(_ABOUT)) if about else literal
    bounds = (Comparator.APPROX, Approximation.ABOUT) if about else EXACTLY
    return _place(literal, words, literal.opening.span("rank_n"), bounds)


def _top(literal: Literal) -> Quantity | None:
    """Read 前80名 as the 80th place or a better one."""
    start = literal.opening.start()
    if _AIMED_AT.search(literal.opening.string, max(0, start - _FURTHEST_AIM), start) is None:
        return None
    at = literal.opening.span("rank_top")
    return _place(literal, literal.opening["rank_top"], at, (Comparator.LE, Approximation.NONE))


def _place(
    literal: Literal, words: str, at: tuple[int, int], bounds: tuple[Comparator, Approximation]
) -> Quantity | None:
    value = arabic(words) if words.isdigit() and len(words) <= LONGEST_NUMBER else chinese(words)
    return (
        as_quantity(literal, at, Form.RANK, Written(value, counted=True), PLACE, bounds) if value is not None else None
    )
