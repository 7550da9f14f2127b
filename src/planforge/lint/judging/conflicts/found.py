"""Statements of one thing whose figures exclude each other: found once for the rules PF201, PF202, PF207 and PF208.

A group gives one conflict. It is an error only when two statements exclude each other whose name and time were said
outright; a figure whose time or subject was inferred, or which is only approximate, gives a warning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from weakref import WeakKeyDictionary

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import Group, Topic, subject_of
from planforge.facts.statement import Source, Statement, same_place
from planforge.facts.times.years_meant import Years
from planforge.lint.judging.changes.began_from import began_from_others
from planforge.lint.judging.changes.price_basis import of_other_prices
from planforge.lint.judging.conflicts.divided_above import divided
from planforge.lint.judging.conflicts.passed_marks import passed_marks
from planforge.lint.judging.conflicts.rows_of_lists import of_rows_of_a_list
from planforge.lint.judging.conflicts.shared_by_works import without_shares_of_works
from planforge.lint.judging.conflicts.sums_of_rows import adds_up_years
from planforge.lint.judging.conflicts.yearly_cells import in_all_beside_added
from planforge.lint.judging.index import index
from planforge.lint.judging.shares.unnamed_wholes import of_other_wholes, of_unnamed_wholes
from planforge.lint.judging.slips import digits_slipped, unit_slipped
from planforge.patterns import expression
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


_FOUND: WeakKeyDictionary[FactBook, tuple[Conflict, ...]] = WeakKeyDictionary()


def conflicts(book: FactBook) -> tuple[Conflict, ...]:
    """Return the conflicts of a plan, one a group."""
    if book not in _FOUND:
        _FOUND[book] = tuple(_find(book))
    return _FOUND[book]


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


def excludes(one: Statement, two: Statement) -> bool:
    """Whether two statements of one topic cannot both stand; 100家 and 超过100家 are one figure loosely put.

    Figures printed to the same place must be equal, although one of them may have been rounded and one cut off.
    """
    if one.value == two.value or _are_one_fall(one, two):
        return False
    apart = not one.interval.meets(two.interval) or same_place(one, two)
    return apart and not of_other_prices(one, two)


def _are_one_fall(one: Statement, two: Statement) -> bool:
    """Whether a fall is told with a minus here and in words, or below a head, there: 增长-3.2%, 下降3.2%."""
    return one.kind.is_change and one.falls is not two.falls and one.value == -two.value


def _agree(book: FactBook, one: Statement, two: Statement) -> bool:
    return _parts_of_one(one, two) or adds_up_years(book, one, two) or in_all_beside_added(book, one, two)


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
        if excludes(one, two) and not _agree(book, one, two)
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


def _among_others(one: Statement, two: Statement) -> bool:
    """Whether two places are told among others each: 居全国百强县第36位, 居全省第2位."""
    if one.kind is not Kind.RANK:
        return False
    first, second = (_AMONG.findall(each.quote.text)[-1:] for each in (one, two))
    return first != second


_AMONG = expression("世界|全球|亚洲|全[国省市州盟县区旗]|百强|千强|西部|中部|东部|东北|省辖市|设区市|省内|区内|同类")


def _parts_of_one(one: Statement, two: Statement) -> bool:
    """Whether one sentence sets the two side by side: then they are parts, or a whole and a part, and no repetition."""
    if of_other_wholes(one, two) or _among_others(one, two) or of_rows_of_a_list(one, two):
        return True
    if one.parent is two or two.parent is one:
        return True
    if _builds_only(one, two) and not digits_slipped(one, two) and not unit_slipped(one, two):
        return True  # what was built need not be all there is
    same = one.position.passage == two.position.passage and one.source is not Source.TABLE
    if not same or one.source is not two.source:
        return False
    return one.position.sentence == two.position.sentence or divided(one, two)


def _builds_only(one: Statement, two: Statement) -> bool:
    return one.builds != two.builds and one.kind is Kind.LEVEL


def _surely(one: Statement, two: Statement) -> bool:
    told = _sure(one) and _sure(two) and not _builds_only(one, two) and not of_unnamed_wholes(one, two)
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
