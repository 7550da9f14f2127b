"""Records behave as frozen dataclasses do, but for the refusal that the type checker makes."""

from __future__ import annotations

from copy import copy
from dataclasses import field, replace

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


@record(frozen=True, slots=True, order=True)
class _Step:
    level: int
    name: str = field(default="", compare=False, repr=False)


@record(frozen=True)
class _Marked(_Pair):
    mark: str = field(default="", compare=False)
    shown: str = field(default="", repr=False)


@record(frozen=True)
class _Nothing:
    """No fields."""


def test_a_field_that_does_not_count_is_not_compared() -> None:
    assert _Marked(1, mark="x") == _Marked(1, mark="y")
    assert hash(_Marked(1, mark="x")) == hash(_Marked(1, mark="y"))
    assert _Marked(1, shown="x") != _Marked(1, shown="y")


def test_records_of_two_classes_are_never_equal() -> None:
    assert _Marked(1) != _Pair(1)
    other: object = (1, "")
    assert _Pair(1) != other
    assert _Nothing() == _Nothing()
    assert len({_Nothing(), _Nothing()}) == 1


def test_records_in_order_are_sorted_by_what_counts() -> None:
    assert sorted([_Step(2), _Step(1, "b"), _Step(1, "a")]) == [_Step(1), _Step(1), _Step(2)]
    assert len({_Step(1, "a"), _Step(1, "b")}) == 1


def test_a_record_shows_its_fields() -> None:
    assert repr(_Marked(1, "a", "m", "hidden")) == "_Marked(first=1, second='a', mark='m')"
    assert (repr(_Thing("a")), repr(_Step(1, "a")), repr(_Nothing())) == (
        "_Thing(name='a')",
        "_Step(level=1)",
        "_Nothing()",
    )


def test_records_told_to_be_apart_are_apart() -> None:
    assert _Thing("a") != _Thing("a")
    assert len({_Thing("a"), _Thing("a")}) == 2


def test_a_cached_property_is_reckoned_once() -> None:
    pair = _Pair(1)
    assert pair.reckoned is pair.reckoned
    assert isinstance(_Pair.reckoned, cached_property)
