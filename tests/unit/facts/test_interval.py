"""Interval arithmetic is exact, and open ends are kept."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.facts.figures.interval import Interval, exactly

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw an interval, perhaps open, perhaps unbounded, perhaps empty."""
    low = draw(st.none() | numbers)
    high = draw(st.none() | numbers)
    return Interval(low, high, draw(st.booleans()) and low is not None, draw(st.booleans()) and high is not None)


@given(intervals(), intervals(), numbers)
def test_meet_holds_exactly_what_both_hold(one: Interval, two: Interval, number: Fraction) -> None:
    """A number lies in the meet when it lies in both."""
    assert (number in one.meet(two)) == (number in one and number in two)


@given(intervals(), intervals(), numbers)
def test_the_hull_holds_what_either_holds(one: Interval, two: Interval, number: Fraction) -> None:
    """And of two that meet nothing else."""
    held = number in one or number in two
    assert number in one.hull(two) if held else True
    assert held or not (one.meets(two) and number in one.hull(two))


@given(intervals(), numbers)
def test_empty_intervals_hold_nothing(one: Interval, number: Fraction) -> None:
    """Empty means that no number lies in it."""
    assert not (one.empty and number in one)


@given(intervals(), intervals())
def test_meeting_is_symmetric(one: Interval, two: Interval) -> None:
    """It does not matter which is asked."""
    assert one.meets(two) == two.meets(one) == (not one.meet(two).empty)


@given(intervals(), intervals(), numbers, numbers)
def test_sums_hold_the_sums(one: Interval, two: Interval, a: Fraction, b: Fraction) -> None:
    """The sum of two members is a member of the sum."""
    if a in one and b in two:
        assert a + b in one + two


positive = st.fractions(min_value=Fraction(1, 100), max_value=1000, max_denominator=100)


@given(positive, positive, positive, positive, positive, positive)
def test_ratios_hold_the_ratios(
    b0: Fraction, b1: Fraction, e0: Fraction, e1: Fraction, b: Fraction, e: Fraction
) -> None:
    """The ratio of two members is a member of the ratio."""
    base, end = Interval(min(b0, b1), max(b0, b1)), Interval(min(e0, e1), max(e0, e1))
    if b in base and e in end:
        assert e / b in end.ratio_to(base)


def test_half_open_ends_do_not_touch() -> None:
    """An open end does not meet the number it excludes."""
    assert not Interval(Fraction(1), Fraction(2), high_open=True).meets(exactly(2))
    assert Interval(Fraction(1), Fraction(2)).meets(exactly(2))


def test_ratio_to_zero_is_refused() -> None:
    """Division by zero is no interval."""
    with pytest.raises(ValueError, match="positive"):
        exactly(3).ratio_to(exactly(0))
