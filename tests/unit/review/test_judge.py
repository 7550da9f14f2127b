"""Stronger or weaker, for every comparator and both directions."""

from __future__ import annotations

from fractions import Fraction

import pytest

from planforge.facts.figures.interval import Interval
from planforge.review.change import Judgement
from planforge.review.judge import judged


def _at_least(value: int, *, more: bool = False) -> Interval:
    return Interval(Fraction(value), None, low_open=more)


def _at_most(value: int, *, less: bool = False) -> Interval:
    return Interval(None, Fraction(value), high_open=less)


def _exactly(value: int) -> Interval:
    return Interval(Fraction(value), Fraction(value))


@pytest.mark.parametrize(
    ("old", "new", "falling", "judgement"),
    [
        (_at_least(230), _at_least(210), False, Judgement.WEAKER),
        (_at_least(230), _at_least(250), False, Judgement.STRONGER),
        (_at_least(230), _exactly(230), False, Judgement.EQUAL),
        (_exactly(230), _at_least(230, more=True), False, Judgement.STRONGER),
        (_at_least(230, more=True), _at_least(230), False, Judgement.WEAKER),
        (_exactly(230), Interval(Fraction(218), Fraction(242)), False, Judgement.WEAKER),
        (_at_least(230), _at_most(230), False, Judgement.WEAKER),
        (_at_most(3), _at_most(4), True, Judgement.WEAKER),
        (_at_most(3), _at_most(2), True, Judgement.STRONGER),
        (_at_most(3), _at_most(3, less=True), True, Judgement.STRONGER),
        (_at_most(3), _at_least(3), True, Judgement.WEAKER),
        (_exactly(3), _exactly(3), True, Judgement.EQUAL),
    ],
)
def test_what_a_target_promises_counts(old: Interval, new: Interval, falling: bool, judgement: Judgement) -> None:
    """The lower end where more is better, the upper end where less is."""
    assert judged(old, new, less_is_better=falling) is judgement
