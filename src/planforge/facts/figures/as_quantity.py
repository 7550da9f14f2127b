"""A figure made of its literal, and the bounds that the words around its number set."""

from __future__ import annotations

from planforge.facts.figures.literals import Literal
from planforge.facts.figures.precision import Approximation, Comparator, Written
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.figures.units import Unit

EXACTLY = (Comparator.EQ, Approximation.NONE)
_BEFORE = ("ge", "gt", "le", "lt", "about", "near")
_COMPARATORS = {"ge": Comparator.GE, "le": Comparator.LE, "gt": Comparator.GT, "lt": Comparator.LT}


def as_quantity(
    literal: Literal,
    number_at: tuple[int, int],
    form: Form,
    written: Written,
    unit: Unit,
    bounds: tuple[Comparator, Approximation] = EXACTLY,
    *,
    scale: str = "",
    raw: str | None = None,
    low: Written | None = None,
) -> Quantity:
    """Return a figure: `written` its value as printed, `low` the lower end of a range, `raw` the unit as printed."""
    shown, text = unit.name if raw is None else raw, literal.opening.string
    return Quantity(
        literal.opening.start(), literal.end, number_at, text[number_at[0] : number_at[1]], form, written, scale, unit,
        shown, *bounds, low,
    )  # fmt: skip


def bounds_of(literal: Literal) -> tuple[Comparator, Approximation]:
    """Return what the words around a number make of it; 突破…以上 counts as 以上."""
    opening, number, closing = literal.opening, literal.number, literal.closing
    after = (closing.lastgroup or "")[:2] if closing else ""
    bare = opening.start("number") == opening.start()  # most numbers have no such words before them
    said = {after, "" if bare else next((name for name in _BEFORE if opening[f"{name}_before"]), "")}
    for name, comparator in _COMPARATORS.items():
        if name in said:
            return comparator, Approximation.NONE
    if number["over1"]:
        return Comparator.APPROX, Approximation.OVER_NUMBER
    if number["over2"] or (closing and closing["over3"]):
        return Comparator.APPROX, Approximation.OVER_SCALE
    if "near" in said:
        return Comparator.APPROX, Approximation.NEAR
    return (Comparator.APPROX, Approximation.ABOUT) if said & {"about", "ab"} else EXACTLY
