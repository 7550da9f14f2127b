"""Changes of figures: targets first, then what was reported. One change a fact, however often it is repeated."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from planforge.facts.book import FactBook, read_facts
from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Role, Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.plan.model import Plan
from planforge.records import record
from planforge.review.aim import judge
from planforge.review.change import Action, Area, Change, Judgement
from planforge.review.units import changed_tiers, changed_units, same_digits
from planforge.review.years import Versions


@record(frozen=True, slots=True)
class _Fact:
    """What a statement states, but for its figure and its year."""

    indicator: str
    tier: str
    scope: str
    kind: Kind
    target: bool
    base_year: int | None
    unit: frozenset[str]


_Facts = dict[_Fact, dict[Years, Statement]]
_OF_THE_LEDGER = frozenset({"ledger"})
"""What stands for the unit where the two ledgers give different ones: the figures are still the same thing's."""


def figure_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Yield the changes of all facts; the new plan's ledger knows the direction of an indicator."""
    units, book = changed_units(old.ledger, new.ledger), read_facts(new)
    tiers = changed_tiers(old.ledger, new.ledger)
    before, after = (_facts(facts, units, tiers) for facts in (read_facts(old), book))
    kept: dict[str, list[tuple[Statement, Statement]]] = {name: [] for name in units}
    for fact in dict.fromkeys([*before, *after]):
        pair = Versions(before.get(fact, {}), after.get(fact, {}))
        for one, two in pair.take(same_digits) if fact.unit is _OF_THE_LEDGER else ():
            kept[two.head].append((one, two))
        for part in pair.by_ledger():
            yield from _year_changes(fact, part, book)
    yield from (units[name].told(pairs, book) for name, pairs in kept.items())


def _facts(book: FactBook, units: Collection[str], tiers: Collection[str]) -> _Facts:
    """Collect one statement a fact and year: the ledger's when it has one, else the first in the text.

    `units` and `tiers` name the indicators that the ledgers count or rank otherwise, which is told once of each.
    """
    found: _Facts = {}
    for statement in sorted(book.statements, key=lambda item: item.source is not Source.LEDGER):
        if not statement.indicator or statement.years is None or statement.referenced or statement.parent is not None:
            continue
        other_unit = statement.source is Source.LEDGER and statement.head in units
        fact = _Fact(
            statement.indicator,
            "" if statement.source is Source.LEDGER and statement.head in tiers else statement.tier,
            statement.scope,
            Kind.LEVEL if statement.kind is Kind.SHARE else statement.kind,
            statement.role is Role.TARGET,
            statement.base_year if statement.kind.is_change else None,
            _OF_THE_LEDGER if other_unit else statement.quantity.unit.classes,
        )
        found.setdefault(fact, {}).setdefault(statement.years, statement)
    return found


def _year_changes(fact: _Fact, versions: Versions, book: FactBook) -> Iterator[Change]:
    before, after = versions.before, versions.after
    area = Area.TARGET if fact.target else Area.FIGURE
    gone = [years for years in before if years not in after]
    come = [years for years in after if years not in before]
    for years in before:
        if years in after and before[years].shown != after[years].shown:
            yield _changed(area, before[years], after[years], book)
    if fact.target and len(gone) == len(come) == 1:
        # one target left, one came, of the same thing: it was given another year
        yield _redated(area, before[gone[0]], after[come[0]])
        return
    for years in gone:
        old = before[years]
        yield Change(area, Action.REMOVED, _subject(old), old=old.shown, old_place=old.span.place)
    for years in come:
        new = after[years]
        yield Change(area, Action.ADDED, _subject(new), new=new.shown, new_place=new.span.place)


def _changed(area: Area, old: Statement, new: Statement, book: FactBook) -> Change:
    judgement = judge(old, new, book) if area is Area.TARGET else Judgement.NONE
    return Change(
        area,
        Action.CHANGED,
        _subject(new),
        old=old.shown,
        new=new.shown,
        old_place=old.span.place,
        new_place=new.span.place,
        judgement=judgement,
    )


def _redated(area: Area, old: Statement, new: Statement) -> Change:
    later = old.years is not None and new.years is not None and new.years.last > old.years.last
    return Change(
        area,
        Action.POSTPONED if later else Action.ADVANCED,
        _name(new),
        old=f"{old.years}年{old.shown}",
        new=f"{new.years}年{new.shown}",
        old_place=old.span.place,
        new_place=new.span.place,
        judgement=Judgement.WEAKER if later else Judgement.STRONGER,
    )


def _name(statement: Statement) -> str:
    several = statement.years is not None and not statement.years.single
    rate = "降幅" if statement.falls else "增速"
    change = {
        Kind.GROWTH_ANNUAL: f"年均{rate}" if several else rate,
        Kind.GROWTH_TOTAL: rate,
        Kind.MULTIPLE: "倍数",
        Kind.DOUBLING: "翻番",
    }
    return f"{statement.scope}{statement.tier}{statement.indicator}{change.get(statement.kind, '')}"


def _subject(statement: Statement) -> str:
    return f"{_name(statement)}（{statement.years}年）"
