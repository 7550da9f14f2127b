"""Stated changes (年均增长, 增长x%, 是…的k倍, 翻N番) with the base and the end that the document gives for them.

In a table the base and the end stand in the same row; in prose the end is the figure the change was said of. A change
without both is not checked. What two places say twice is one `Claim`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import subject_of
from planforge.facts.relations import positive
from planforge.facts.statement import Source, Statement
from planforge.facts.writing.words import table
from planforge.lint.judging.changes.claim import Claim, operand
from planforge.lint.judging.changes.from_to import FromTo, from_to
from planforge.lint.judging.changes.levels import base_of, level_of, levels_by_subject
from planforge.lint.judging.changes.price_basis import Prices, in_constant_prices, prices_told
from planforge.lint.judging.once import once_a_book


@once_a_book
def claims(book: FactBook) -> tuple[Claim, ...]:
    """Return every stated change of a plan that has a base and an end."""
    return tuple(_find(book))


def _find(book: FactBook) -> Iterator[Claim]:
    told: set[int] = set()
    for pair in from_to(book):
        for change in pair.changes:
            told.add(change.span.start)
            yield from _of_pair(pair, change)
    yield from _of_document(book, told)


def _of_pair(pair: FromTo, change: Statement) -> Iterator[Claim]:
    """Yield the claim of a change whose base and end stand right before it."""
    claim = claim_of_pair(pair, change)
    if claim is not None and not _beyond_reckoning(claim.statement):
        yield claim


def claim_of_pair(pair: FromTo, change: Statement) -> Claim | None:
    """Return a change with the base and the end right before it, None where they give none."""
    base, end = pair.base, pair.end
    yearly = change.kind is Kind.GROWTH_ANNUAL
    if not change.kind.is_change or (yearly and not pair.periods) or not positive(operand(base), operand(end)):
        return None
    named = replace(change, indicator=end.indicator, tier=end.tier, scope=end.scope)
    firm = all(_firm(one) for one in (base, end)) and change.comparator is not Comparator.APPROX
    return Claim((named,), base, end, pair.periods or 1, firm and (pair.told or not yearly))


def _of_document(book: FactBook, told: set[int]) -> Iterator[Claim]:
    """Yield the claims whose base stands elsewhere in the document."""
    said: dict[tuple[object, ...], list[Statement]] = {}
    for statement in book.statements:
        if statement.span.start in told and statement.source is Source.PROSE:
            continue
        if statement.kind.is_change and statement.indicator and statement.years and not _beyond_reckoning(statement):
            end = statement.parent.value if statement.parent else None
            same = (
                subject_of(statement),
                statement.kind,
                statement.base_year,
                statement.years.last,
                statement.value,
                end,
            )
            said.setdefault(same, []).append(statement)
    levels = levels_by_subject(book)
    for places in said.values():
        claim = claim_in_document(tuple(places), levels.get(subject_of(places[0]), []))
        if claim is not None:
            yield claim


def _beyond_reckoning(statement: Statement) -> bool:
    """Whether the printed values do not give the change: a reference, constant prices, a comparable basis."""
    real = in_constant_prices(statement.indicator)
    real = real and statement.kind is not Kind.MULTIPLE  # 是2020年的1.46倍 is said of the printed values
    real = real and prices_told(statement) is not Prices.CURRENT
    return statement.referenced or (statement.adjusted and not statement.revised) or real


def claim_in_document(places: tuple[Statement, ...], levels: list[Statement]) -> Claim | None:
    """Return a change with its base and end among the levels of its subject, None where one of them is missing."""
    first = places[0]
    if first.base_year is None or first.years is None or first.base_year >= first.years.last:
        return None
    end = first.parent if _is_end(first) else level_of(levels, first, first.years.last)
    base = base_of(levels, first, end)
    if base is None or end is None or base is end or not base.quantity.unit.comparable(end.quantity.unit):
        return None
    if not positive(operand(base), operand(end)) or (first.revised and not _as_printed(first, base, end, levels)):
        return None
    return Claim(places, base, end, first.years.last - first.base_year, _sure(first, base, end))


def _as_printed(change: Statement, base: Statement, end: Statement, levels: list[Statement]) -> bool:
    """Whether a growth on the year before can be reckoned from what is printed: the base stands beside it, or is final.

    Statistics revise what they printed a year ago; counts of things and the accounts of a budget they do not.
    """
    if change.source is Source.TABLE or base.position == change.position:
        return True
    others = [one for one in levels if one.years == base.years and not one.interval.meets(base.interval)]
    if others:  # what was planned, what was done
        return False
    return _final(base, end)


def _final(base: Statement, end: Statement) -> bool:
    """Whether two levels are counts of things or the accounts of a budget."""
    account = end.indicator.endswith(tuple(table("roles")["never_revised"]))
    return account or (base.quantity.written.exact and end.quantity.written.exact)


def _is_end(claim: Statement) -> bool:
    parent = claim.parent
    if parent is None or not parent.kind.is_state or subject_of(parent) != subject_of(claim):
        return False
    return parent.years is None or parent.years.last != claim.base_year  # 在2020年80家的基础上翻一番: 80 is the base


def _sure(claim: Statement, base: Statement, end: Statement) -> bool:
    explicit = claim.gates.base and claim.gates.name and all(one.gates.time and one.gates.name for one in (base, end))
    exact = claim.comparator is not Comparator.APPROX and all(_firm(one) for one in (base, end))
    return explicit and exact and (not claim.revised or _final(base, end))


def _firm(statement: Statement) -> bool:
    return statement.comparator is Comparator.EQ and not statement.quantity.written.soft
