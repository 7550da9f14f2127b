"""Fixes that would overlap: what is found among stretches in order is what comparing each with each finds."""

from bisect import insort

from hypothesis import given
from hypothesis import strategies as st

from planforge.lint.fixes import _overlaps

STRETCHES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3)), max_size=12)


@given(STRETCHES)
def test_a_stretch_overlaps_as_comparing_with_each_tells(given_stretches: list[tuple[int, int]]) -> None:
    taken: list[tuple[int, int]] = []
    for begin, length in given_stretches:
        end = begin + length
        wanted = any(begin < stop and start < end for start, stop in taken)
        assert _overlaps(taken, begin, end) == wanted
        if not wanted:
            insort(taken, (begin, end))
