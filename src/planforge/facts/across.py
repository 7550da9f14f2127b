"""Two plans side by side: what became of an earlier plan's targets, and how a plan stands to its superior one.

Names are matched by the later plan's own table first. A name that only ends alike (高水平产业技术研究院 for
产业技术研究院) is taken as the same thing under another name, and said to be so: it may be a narrower class.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from planforge.facts.book import FactBook
from planforge.facts.direction import less_is_better
from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.statement import Flow, Source, Statement, same_place
from planforge.patterns import expression
from planforge.records import record

_SHORTEST_ENDING = 4
"""A shared ending of fewer characters (中心, 项目, 企业) names no indicator."""
_BINDING = "约束性"
_NEAR = 24
"""A word in the row of a figure or in a bracket behind it stands no further away."""
_RATES = frozenset({"%", "‰", "/10万", "/万"})
_OF_PEOPLE = expression("每[十百千万]+(?:名|常住|户籍)*[人户]|预期寿命|受教育年限")
"""Means over people, which a city and its province count alike (每千人口床位数, 人均预期寿命); no money."""


class Outcome(Enum):
    """What the later plan says of a target of the earlier one."""

    MET = "met"
    MISSED = "missed"
    MET_UNDER_OTHER_NAME = "met-under-other-name"
    MISSED_UNDER_OTHER_NAME = "missed-under-other-name"
    UNMENTIONED = "unmentioned"


@record(frozen=True, slots=True)
class Fulfilment:
    """A target of the earlier plan and the figure of the later plan that answers it."""

    target: Statement
    actual: Statement | None
    outcome: Outcome


def fulfilments(earlier: FactBook, later: FactBook) -> list[Fulfilment]:
    """Return, for each target that the earlier plan set for its last year, what the later plan reports."""
    return [_fulfilment(target, later) for target in horizon_targets(earlier)]


def horizon_targets(book: FactBook) -> Iterator[Statement]:
    """Yield one level target an indicator for the plan's last year, the ledger's before those of the text."""
    seen: set[tuple[str, str, str]] = set()
    ordered = sorted(book.statements, key=lambda statement: statement.source is not Source.LEDGER)
    for statement in ordered:
        subject = (statement.indicator, statement.tier, statement.scope)
        if _is_target(statement, book) and subject not in seen:
            seen.add(subject)
            yield statement


def _is_target(statement: Statement, book: FactBook) -> bool:
    if not statement.indicator or statement.role.done or not statement.kind.is_state or statement.referenced:
        return False
    return statement.years is not None and statement.years.last == book.period.end


def _fulfilment(target: Statement, later: FactBook) -> Fulfilment:
    same, alike = _answers(target, later)
    if same is not None:
        return Fulfilment(target, same, Outcome.MISSED if _misses(same, target, later) else Outcome.MET)
    if alike is not None:
        short = _misses(alike, target, later)
        return Fulfilment(target, alike, Outcome.MISSED_UNDER_OTHER_NAME if short else Outcome.MET_UNDER_OTHER_NAME)
    return Fulfilment(target, None, Outcome.UNMENTIONED)


def _answers(target: Statement, later: FactBook) -> tuple[Statement | None, Statement | None]:
    """Return the later plan's figure under the same name, and the best one under a similar name."""
    name = later.names.resolve(target.indicator)
    same: list[Statement] = []
    alike: list[Statement] = []
    for statement in later.statements:
        if not _comparable(statement, target):
            continue
        if statement.indicator == name.indicator and statement.tier in (target.tier, name.tier):
            same.append(statement)
        elif _ends_alike(statement.indicator or statement.head, target.indicator):
            alike.append(statement)
    # a figure of the same scope answers best; several are the same fact told again
    same.sort(key=lambda statement: statement.scope != target.scope)
    return (same[0] if same else None), (alike[0] if alike else None)


def _comparable(statement: Statement, target: Statement) -> bool:
    """Whether a figure of the later plan can answer a target: it reports, in the target's unit and year."""
    if not statement.role.done or not statement.kind.is_state or statement.years is None or target.years is None:
        return False
    if not statement.quantity.unit.comparable(target.quantity.unit) or Flow.PER_YEAR in (statement.flow, target.flow):
        return False
    return statement.years.last == target.years.last


def _ends_alike(one: str, two: str) -> bool:
    shorter, longer = sorted((one, two), key=len)
    return len(shorter) >= _SHORTEST_ENDING and longer.endswith(shorter)


def _misses(actual: Statement, target: Statement, book: FactBook) -> bool:
    """Whether a figure does not reach a target; where less is better, whether it stays above."""
    low, high = (target, actual) if less_is_better(book, target.indicator) else (actual, target)
    if same_place(low, high):
        return low.value < high.value
    return falls_short(low.interval, high.interval)


def falls_short(actual: Interval, target: Interval) -> bool:
    """Whether nothing that `actual` can be reaches `target`, where more is better."""
    if target.low is None or actual.high is None:
        return False
    return actual.high < target.low or (actual.high == target.low and (actual.high_open or target.low_open))


@record(frozen=True, slots=True)
class Weakening:
    """A target of the superior plan and the weaker one of the plan below it; `sinks` where less is better."""

    superior: Statement
    own: Statement
    sinks: bool


def weakenings(superior: FactBook, own: FactBook) -> Iterator[Weakening]:
    """Yield the plan's targets that fall short of the superior plan's for the same rate, share or mean and year.

    Only these are comparable between a province and a city; counts and sums are not, nor what each has in money.
    """
    for target in horizon_targets(superior):
        if not _is_mean(target):
            continue
        name = own.names.resolve(target.indicator)
        for statement in horizon_targets(own):
            same = (statement.indicator, statement.tier) == (name.indicator, target.tier)
            if same and _last(statement) == _last(target) and _is_weaker(statement, target, own):
                yield Weakening(target, statement, less_is_better(own, target.indicator))


def _is_weaker(own: Statement, superior: Statement, book: FactBook) -> bool:
    """Whether a target commits to less; of 14以内 and 230以上 the number itself is what is committed to."""
    low, high = (superior, own) if less_is_better(book, superior.indicator) else (own, superior)
    if same_place(low, high):
        return low.value < high.value
    return falls_short(_committed(low), _committed(high))


def _committed(target: Statement) -> Interval:
    return exactly(target.value) if target.comparator.one_sided else target.interval


def _is_mean(target: Statement) -> bool:
    """Whether a target means the same for a province and a city: a rate, or so many for each thousand people."""
    return target.quantity.unit.name in _RATES or _OF_PEOPLE.search(target.indicator) is not None


def uncarried(superior: FactBook, own: FactBook) -> list[Statement]:
    """Return the superior plan's binding ratios that the plan sets no target for.

    Binding is what the ledger, the row of a table or a bracket behind the figure calls 约束性.
    """
    set_here = {one.indicator for one in own.statements if not one.role.done}
    found = []
    for target in horizon_targets(superior):
        if _is_mean(target) and not target.tier and not target.scope and _binding(target, superior):
            names = {own.names.resolve(target.indicator).indicator, target.indicator}
            found += [target] if names.isdisjoint(set_here) else []
    return found


def _binding(target: Statement, book: FactBook) -> bool:
    entry = book.names.own.get(target.indicator)
    if target.source is Source.LEDGER or (entry is not None and entry.nature):
        return entry is not None and entry.nature == _BINDING
    text = target.span.file.text
    return _BINDING in text[target.span.end : target.span.end + _NEAR].partition("预期性")[0].partition("。")[0]


def _last(statement: Statement) -> int | None:
    return statement.years.last if statement.years else None
