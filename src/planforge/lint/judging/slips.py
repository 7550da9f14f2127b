"""Slips of the keyboard: figures that another digit, another order of two, or another unit would put right."""

from __future__ import annotations

from fractions import Fraction

from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Statement
from planforge.lint.judging.sums.division import Division

_FEW, _MANY = 2, 3


def digits_slipped(one: Statement, two: Statement) -> str:
    """Return “one” when two figures differ in one digit, “order” when in the order of two, else "".

    A bound, a range or 近60 rounds on purpose: that 不足60家 has all but a digit of 62家 is no slip.
    """
    if not (_is_plain(one) and _is_plain(two)):
        return ""
    first, second = one.literal, two.literal
    if len(first) != len(second) or len(first) < 2 or one.quantity.scale != two.quantity.scale:
        return ""
    differing = [at for at in range(len(first)) if first[at] != second[at]]
    if len(differing) == 1:
        return "one"
    return "order" if len(differing) == 2 and sorted(first) == sorted(second) else ""


def _is_plain(one: Statement) -> bool:
    return one.comparator is Comparator.EQ and one.quantity.low is None


def unit_slipped(one: Statement, two: Statement) -> bool:
    """Whether two figures have the same digits, two at least, and another unit or scale: 3.2万公里, 3.2公里."""
    plain = one.quantity.low is None and two.quantity.low is None
    return plain and one.literal == two.literal and one.unit != two.unit and digits_told(one) >= _FEW


def one_digit_off(division: Division) -> bool:
    """Whether another digit in one figure would make the parts the whole of the total: a slip, perhaps.

    Only figures long enough count, and parts that come near the total, so that few such sums are chance.
    """
    total, parts = division.total, division.parts
    scales = {one.quantity.scale for one in (total, *parts)}
    gap = total.value - division.exact_sum
    if len(parts) < _FEW or len(scales) > 1 or not gap or abs(gap) * 4 > total.value or not division.firm:
        return False
    if _left_by_rounding(division, gap):
        return False
    turned = [(total, total.value - gap), *((part, part.value + gap) for part in parts)]
    return any(_slipped_to(one, wanted, many=len(parts) >= _MANY) for one, wanted in turned)


def _slipped_to(one: Statement, wanted: Fraction, *, many: bool) -> bool:
    """Whether a figure long enough is one digit, or the order of two, off what is wanted.

    Of two parts the gap is often one digit of a short figure by chance; that the order of its two digits is, is rare.
    """
    differing = _digits_differing(one, wanted) if digits_told(one) >= _FEW else 0
    return differing == _FEW or (differing == 1 and (many or digits_told(one) >= _MANY))


def _left_by_rounding(division: Division, gap: Fraction) -> bool:
    """Whether measured parts, each rounded, can miss their total by so little: 7.1＋7.3＋7.5＋7.6＋7.2 and 36.8."""
    written = [one.quantity.written for one in (division.total, *division.parts)]
    coarsest = max(one.unit_in_last_place for one in written)
    return not all(one.exact for one in written) and abs(gap) * 2 <= coarsest * len(division.parts)


def digits_told(one: Statement) -> int:
    """How many digits a figure has that are neither zeros before it nor a round ending: of 900 and of 0.9 only one."""
    digits = "".join(character for character in one.literal if character.isdigit()).lstrip("0")
    return len(digits if "." in one.literal else digits.rstrip("0"))


def _digits_differing(one: Statement, wanted: Fraction) -> int:
    """Return 1 or 2 where `wanted`, printed as the figure is, differs in a digit or the order of two, else 0."""
    step = one.quantity.written.unit_in_last_place
    if wanted <= 0 or (wanted / step).denominator > 1:
        return 0
    printed, other = str(int(one.value / step)), str(int(wanted / step))
    if len(printed) != len(other):
        return 0
    differing = sum(a != b for a, b in zip(printed, other, strict=True))
    return differing if differing == 1 or (differing == _FEW and sorted(printed) == sorted(other)) else 0
