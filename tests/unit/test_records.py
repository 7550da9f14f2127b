"""Records behave as frozen dataclasses do, but for the refusal that the type checker makes."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

from planforge.records import cached_property, record


@record(frozen=True)
class _Pair:
    first: int
    second: str = ""

    @cached_property
    def reckoned(self) -> list[int]:
        return [self.first]


@record(frozen=True, eq=False, slots=True)
class _Thing:
    name: str


def test_equal_fields_make_equal_records_of_one_hash() -> None:
    assert _Pair(1, "a") == _Pair(1, "a") != _Pair(1, "b")
    assert len({_Pair(1, "a"), _Pair(1, "a"), _Pair(2, "a")}) == 2
    assert replace(_Pair(1, "a"), second="b") == _Pair(1, "b")
    assert copy(_Pair(1, "a")) == _Pair(1, "a")


def test_records_told_to_be_apart_are_apart() -> None:
    assert _Thing("a") != _Thing("a")
    assert len({_Thing("a"), _Thing("a")}) == 2


def test_a_cached_property_is_reckoned_once() -> None:
    pair = _Pair(1)
    assert pair.reckoned is pair.reckoned
    assert isinstance(_Pair.reckoned, cached_property)
