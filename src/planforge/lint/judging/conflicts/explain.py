"""Why two figures of one thing may differ: a sum with a sibling, another year, a slip of the keyboard.

An explanation never turns a contradiction into silence; it tells the author where to look.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.linking import subject_of
from planforge.facts.statement import Flow, Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.slips import digits_slipped, unit_slipped
from planforge.lint.judging.words import shown, told


def explanation(book: FactBook, conflict_members: Iterable[Statement], one: Statement, two: Statement) -> str:
    """Return a Chinese clause that explains the difference of two figures, or ""."""
    members = list(conflict_members)
    return (
        _by_unit(one, two)
        or by_sum(book, members, one, two)
        or _by_other_year(book, one, two)
        or _by_other_year(book, two, one)
        or _by_slip(one, two)
    )


def by_sum(book: FactBook, members: list[Statement], one: Statement, two: Statement) -> str:
    """Return “191恰为……之和” when one figure is the other plus one or two siblings beside it."""
    larger, smaller = (one, two) if one.value > two.value else (two, one)
    parts = _parts(book, members, larger, smaller)
    if not parts:
        return ""
    named = _most_exactly_named(book, smaller)
    sum_of = "、".join(f"{told(part)}{shown(part)}" for part in parts)
    return f"{larger.literal}恰为{sum_of}与{told(named)}{shown(named)}之和，可能口径不同"


def _parts(book: FactBook, members: list[Statement], larger: Statement, smaller: Statement) -> tuple[Statement, ...]:
    missing = larger.value - smaller.value
    near = list(_siblings(book, set(members), smaller))
    alone = next((part for part in near if part.value == missing), None)
    return (alone,) if alone else _two_making(missing, near)


def _two_making(missing: Fraction, near: list[Statement]) -> tuple[Statement, ...]:
    """Return the two figures that make a sum, the earliest; looked up by value: a long text has thousands of them."""
    later: dict[Fraction, deque[Statement]] = {}
    for part in near:
        later.setdefault(part.value, deque()).append(part)
    for part in near:
        later[part.value].popleft()
        if other := later.get(missing - part.value):
            return part, other[0]
    return ()


def _siblings(book: FactBook, members: set[Statement], smaller: Statement) -> Iterator[Statement]:
    """Yield figures of the same family and year that stand in a passage with the smaller figure."""
    passages = {one.position.passage for one in _same_value(book, smaller)}
    family = book.names.siblings.get(smaller.indicator, frozenset())
    beside = (other for passage in sorted(passages) for other in index(book).by_passage.get(passage, ()))
    for other in beside:
        if other in members or not _level_beside(other, smaller):
            continue
        if other.indicator == smaller.indicator and other.tier == smaller.tier:
            continue
        if other.indicator in family or other.indicator[-2:] == smaller.indicator[-2:]:
            yield other


def _level_beside(other: Statement, smaller: Statement) -> bool:
    return (
        other.kind is smaller.kind
        and other.flow is Flow.STOCK
        and other.years == smaller.years
        and other.role is smaller.role
        and other.quantity.unit.comparable(smaller.quantity.unit)
    )


def _same_value(book: FactBook, statement: Statement) -> list[Statement]:
    """Return the statements of the same indicator and figure, whatever tier they name."""
    return [
        other
        for other in index(book).by_indicator.get(statement.indicator, ())
        if other.value == statement.value and other.years == statement.years
    ]


def _most_exactly_named(book: FactBook, statement: Statement) -> Statement:
    """Return the statement of the same figure that names a tier, if there is one."""
    return next((other for other in _same_value(book, statement) if other.tier), statement)


def _by_other_year(book: FactBook, one: Statement, two: Statement) -> str:
    """Return a clause when the figure `one` is what the document gives `two`'s indicator in another year."""
    for other in index(book).by_indicator.get(two.indicator, ()):
        if other.kind is not one.kind or other.years is None or other.value != one.value or other.years == one.years:
            continue
        if subject_of(other) == subject_of(two) and other.role.done == two.role.done and other is not one:
            return f"{shown(one)}与文中{other.years}年的数相同，请核对年份"
    return ""


def _by_unit(one: Statement, two: Statement) -> str:
    return f"两数的数字相同而单位不同（{one.unit}、{two.unit}），疑为单位写错" if unit_slipped(one, two) else ""


def _by_slip(one: Statement, two: Statement) -> str:
    slips = {"one": "两数只差一位数字，疑为笔误", "order": "两数的数字相同而次序不同，疑为笔误"}
    return slips.get(digits_slipped(one, two), "")
