"""The figures of a text, each read by itself: value, precision and comparator of what stands there.

`literals` tells where figures stand and of which words they consist; `listed` looks at rows of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.figures.as_quantity import as_quantity, bounds_of
from planforge.facts.figures.implied import implied_unit
from planforge.facts.figures.literals import Literal, literals
from planforge.facts.figures.numbers import LONGEST_NUMBER, SCALES, arabic, decimals, trailing_zeros
from planforge.facts.figures.precision import Written
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.figures.ranks_scanned import PLACE, read_rank
from planforge.facts.figures.units import NO_UNIT, unit_of
from planforge.facts.figures.words_scanned import read_chinese, read_doubling, read_fraction, read_percent, read_times
from planforge.patterns import expression


def figures_of(text: str) -> Iterator[Quantity]:
    """Yield the figures of a reading from left to right, each by itself; `listed` looks at rows of them."""
    for literal in literals(text):
        found = _READERS[literal.kind](literal)
        if found is not None:
            yield found


_PLACES = ("位", "位次", "个位次")
_MOVED = expression("(?:上升|前移|提升|跃升|前进|攀升|下降|后退|后移|下滑)了?$")


def _digits(literal: Literal) -> Quantity | None:
    number, opening, closing = literal.number, literal.opening, literal.closing
    words, scale, raw = number["number"], number["scale"] or "", literal.unit
    if len(words) > LONGEST_NUMBER or len(opening["number"]) > LONGEST_NUMBER:
        return None
    if not raw and closing and closing["paren"] and (inside := unit_of(closing["paren"][1:-1])).kind != "other":
        raw = inside.name
    unit = unit_of(raw)
    if unit is NO_UNIT and scale:
        unit = implied_unit(literal, scale)
    if raw in _PLACES and _MOVED.search(opening.string, max(0, opening.start() - 4), opening.start()):
        unit = PLACE  # 排名上升4位
    written = _written(words, scale, counted=unit.counts)
    low = None
    if number is not opening:
        low = _written(opening["number"], opening["scale"] or scale, counted=unit.counts)
        low = low if low.value < written.value else None
    form = FORMS.get(unit.name, Form.BARE if unit is NO_UNIT else Form.AMOUNT)
    at, bounds = number.span("number"), bounds_of(literal)
    return as_quantity(literal, at, form, written, unit, bounds, scale=scale, raw=raw, low=low)


FORMS = {
    "%": Form.PERCENT,
    "‰": Form.PERCENT,
    "百分点": Form.POINTS,
    "千分点": Form.POINTS,
    "倍": Form.TIMES,
    "番": Form.DOUBLINGS,
}
"""What a figure looks like by its unit; any other is an amount."""


def _written(words: str, scale: str, *, counted: bool) -> Written:
    size = SCALES.get(scale, 1)
    return Written(arabic(words.replace("−", "-")), decimals(words), size, counted, trailing_zeros(words))


_READERS = {
    "digits": _digits,
    "chinese": read_chinese,
    "percent": read_percent,
    "times": read_times,
    "rank": read_rank,
    "doubled": read_doubling,
    "fraction": read_fraction,
}
