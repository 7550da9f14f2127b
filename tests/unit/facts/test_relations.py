"""The worked rows of the design, and the exact tests against each other."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.figures.precision import Mode, Written
from planforge.facts.relations import annual_fits, base_before, end_after, log2, mean_growth, whole_numbers


def rate(printed: str) -> Interval:
    """Return the fractions that a printed percentage stands for."""
    digits = len(printed.partition(".")[2])
    return Written(Fraction(printed), digits).plain().scaled(Fraction(1, 100))


def level(printed: str) -> Interval:
    """Return what a printed level stands for: a count is exact."""
    return Written(Fraction(printed), len(printed.partition(".")[2]), counted="." not in printed).plain()


@pytest.mark.parametrize(
    ("base", "end", "printed", "fits"),
    [
        ("32", "158", "37.9", False),
        ("45", "217", "36.9", True),
        ("58", "191", "26.4", False),
        ("58", "165", "26.4", False),
        ("1.57", "2.83", "12.5", True),
    ],
)
def test_worked_rows(base: str, end: str, printed: str, fits: bool) -> None:
    """Five-year rates of a real table."""
    assert annual_fits(level(end).ratio_to(level(base)), rate(printed), 5) is fits


def test_what_would_fit() -> None:
    """26.4% leads from 58 to 187, 37.9% from 32 to 160."""
    assert whole_numbers(end_after(exactly(58), rate("26.4"), 5)) == [187]
    assert whole_numbers(end_after(exactly(32), rate("37.9"), 5)) == [160]
    assert whole_numbers(base_before(exactly(191), rate("26.4"), 5)) == [59]


def test_shown_rates_and_doublings() -> None:
    """What messages show."""
    assert str(mean_growth(exactly(Fraction(191, 58)), 5).low)[:6] == "0.2691"
    assert str(log2(Fraction(158, 32)))[:4] == "2.30"


counts = st.integers(5, 5000)


@given(counts, counts, st.integers(1, 10), st.integers(1, 3))
def test_a_rate_printed_from_base_and_end_fits(base: int, end: int, years: int, digits: int) -> None:
    """Rounding or cutting off the true rate is never called wrong."""
    true = Fraction(mean_growth(exactly(Fraction(end, base)), years).low) * 100
    step = Fraction(1, 10**digits)
    rounded = Fraction(round(true / step)) * step
    cut = Fraction(int(true / step)) * step
    # a fall is printed with a word of its own; cut off to nothing it would be no rate at all
    for printed in (rounded, cut) if true >= 0 else (rounded,):
        claim = Written(printed, digits).plain()
        if printed >= 0:
            assert annual_fits(exactly(Fraction(end, base)), claim.scaled(Fraction(1, 100)), years)


@given(counts, counts, st.integers(1, 10))
def test_bases_and_ends_are_each_others_inverse(base: int, end: int, years: int) -> None:
    """An end reached from a base is reached from that base only."""
    claim = rate("12.5")
    reached = end_after(exactly(base), claim, years)
    assert (end in reached) == (base in base_before(exactly(end), claim, years))


def test_rounded_lies_within_the_default() -> None:
    """Both ways of shortening lie within the default reading."""
    written = Written(Fraction("36.9"), 1)
    for mode in (Mode.ROUNDED, Mode.TRUNCATED):
        assert written.plain(mode).low is not None
    assert written.plain(Mode.TRUNCATED).within(written.plain())
