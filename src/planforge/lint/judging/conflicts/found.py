"""Statements of one thing whose figures exclude each other: found once for the rules PF201, PF202, PF207 and PF208.

A group gives one conflict. It is an error only when two statements exclude each other whose name and time were said
outright; a figure whose time or subject was inferred, or which is only approximate, gives a warning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import Group, Topic, subject_of
from planforge.facts.statement import Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.lint.judging.changes.began_from import began_from_others
from planforge.lint.judging.conflicts.excluding import agree, builds_only, excludes
from planforge.lint.judging.conflicts.passed_marks import passed_marks
from planforge.lint.judging.conflicts.shared_by_works import without_shares_of_works
from planforge.lint.judging.index import index
from planforge.lint.judging.once import once_a_book
from planforge.lint.judging.shares.unnamed_wholes import of_unnamed_wholes
from planforge.records import record

_MOST_PAIRED = 24
_OF_EACH = 4
_OF_A_SORT = 100
"""Statements of one topic that are paired at most: in all before any are left out, of each figure, of each source."""


class Between(Enum):
    """Where the statements stand that exclude each other; the most telling pair counts."""

    PROSE_LEDGER = "prose-ledger"
    TABLE_LEDGER = "table-ledger"
    PROSE_TABLE = "prose-table"
    SAME_SORT = "same-sort"


@record(frozen=True)
class Conflict:
    """Statements that cannot all be true.

    Attributes:
        first: the one to mend first.
        against: those it excludes; `with_it` those that agree with it.
        sure: whether two of them exclude each other with everything said outright.
    """

    group: Group
    between: Between
    first: Statement
    against: tuple[Statement, ...]
    with_it: tuple[Statement, ...]
    sure: bool


@once_a_book
def conflicts(book: FactBook) -> tuple[Conflict, ...]:
    """Return the conflicts of a plan, one a group."""
    return tuple(_find(book))


def _find(book: FactBook) -> Iterator[Conflict]:
    for group in index(book).groups:
        if group.topic.kind in (Kind.LEVEL, Kind.INCREMENT, Kind.RANK) or group.topic.kind.is_change:
            conflict = _conflict(book, group)
            if conflict is not None:
                yield conflict
    for mark, reached in passed_marks(book):
        if not mark.interval.meets(reached.interval):
            yield _not_reached(mark, reached)
    for base, level, year in began_from_others(book):
        topic = Topic(subject_of(base), Kind.LEVEL, base.flow, done=True, years=Years(year, year), base_year=None)
        yield Conflict(Group(topic, (base, level)), _sort_of(base, level), base, (level,), (), sure=False)


def _not_reached(mark: Statement, reached: Statement) -> Conflict:
    """Return the conflict of a mark with what was reached; who says both in one breath is sure of time and name."""
    assert reached.years is not None  # noqa: S101 - a mark has the year of what was reached
    topic = Topic(subject_of(reached), Kind.LEVEL, reached.flow, reached.role.done, reached.years, None)
    sure = reached.comparator is Comparator.EQ
    return Conflict(Group(topic, (mark, reached)), Between.SAME_SORT, mark, (reached,), (), sure)


def _conflict(book: FactBook, group: Group) -> Conflict | None:
    statements = group.statements
    value = statements[0].value
    if all(one.value == value for one in statements[1:]):  # most are the only ones of their topic
        return None
    statements = tuple(without_shares_of_works(statements))
    paired = _few(statements)
    pairs = [
        (one, two)
        for position, one in enumerate(paired)
        for two in paired[position + 1 :]
        if excludes(one, two) and not agree(book, one, two)
    ]
    if not pairs:
        return None
    between = _between(pairs)
    first = _first(between, pairs, statements)
    against = tuple(other for other in statements if excludes(first, other))
    with_it = tuple(other for other in statements if other is not first and other not in against)
    sure = any(_surely(one, two) for one, two in pairs)
    return Conflict(group, between, first, against, with_it, sure)


def _few(statements: tuple[Statement, ...]) -> Sequence[Statement]:
    """Return the statements, of each figure and of each source only the first ones, so that the pairs stay few."""
    if len(statements) <= _MOST_PAIRED:
        return statements
    figures: Counter[tuple[object, ...]] = Counter()
    sources: Counter[Source] = Counter()
    kept = []
    for one in statements:
        key = (one.value, one.comparator, one.source)
        figures[key] += 1
        if figures[key] <= _OF_EACH and sources[one.source] < _OF_A_SORT:
            sources[one.source] += 1
            kept.append(one)
    return kept


def _surely(one: Statement, two: Statement) -> bool:
    told = _sure(one) and _sure(two) and not builds_only(one, two) and not of_unnamed_wholes(one, two)
    return told and not one.interval.meets(two.interval)


def _sure(statement: Statement) -> bool:
    gates = statement.gates
    return gates.time and gates.name and statement.comparator is not Comparator.APPROX


def _between(pairs: list[tuple[Statement, Statement]]) -> Between:
    found = {_sort_of(one, two) for one, two in pairs}
    return next(between for between in Between if between in found)


def _sort_of(one: Statement, two: Statement) -> Between:
    sources = (one.source, two.source)
    if one.source is two.source or not (Source.LEDGER in sources or Source.TABLE in sources):
        return Between.SAME_SORT
    if Source.LEDGER not in sources:
        return Between.PROSE_TABLE
    return Between.TABLE_LEDGER if Source.TABLE in sources else Between.PROSE_LEDGER


def _first(between: Between, pairs: list[tuple[Statement, Statement]], statements: tuple[Statement, ...]) -> Statement:
    """Return the place to mend first: never the ledger; prose before a table; else the rarer figure."""
    involved = {id(statement): statement for pair in pairs if _sort_of(*pair) is between for statement in pair}
    candidates = [statement for statement in involved.values() if statement.source is not Source.LEDGER]
    candidates = candidates or list(involved.values())
    if between in (Between.PROSE_TABLE, Between.PROSE_LEDGER):
        return min((one for one in candidates if one.source is not Source.TABLE), key=lambda one: one.order)
    votes = Counter(one.value for one in statements)
    return min(candidates, key=lambda one: (votes[one.value], one.order))
