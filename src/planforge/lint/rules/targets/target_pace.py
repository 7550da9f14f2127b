"""PF606: a target that asks for a yearly growth far from that of the years before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from planforge.facts.changes.growth import Kind
from planforge.facts.linking import Subject as Counted
from planforge.facts.linking import says_enough, subject_of
from planforge.facts.relations import root
from planforge.facts.statement import Flow, Source, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.words import percent, related, shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.records import record

RULE = Rule(
    code="PF606",
    slug="target-pace",
    severity=Severity.INFO,
    since="0.1.0",
    summary="目标要求的年均增速与过去相差很大",
    why="过去五年年均增长三成，今后五年只要一成，或者反过来：目标定得是否合适，需要说明理由。",
    bad="""\
planforge: 1
title: 某市“十四五”科技创新规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
indicators:
  高新技术企业: {unit: 家, actual: {2015: 32, 2020: 158}, target: {2025: 170}}
chapters:
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          到2025年，高新技术企业达到{高新技术企业@2025}。
""",
    good="""\
planforge: 1
title: 某市“十四五”科技创新规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
indicators:
  高新技术企业: {unit: 家, actual: {2015: 80, 2020: 158}, target: {2025: 300}}
chapters:
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          到2025年，高新技术企业达到{高新技术企业@2025}。
""",
    needs=Need.FACTS,
)

FARTHEST = Decimal("0.10")
"""Ten points of yearly growth apart …"""
TIMES = 3
"""… and the larger growth at least so many times the smaller: 37 % and 30 % are of one kind, 37 % and 7 % are not."""
_FEWEST_YEARS = 3
"""A year or two of growth tell no pace."""


@record(frozen=True, slots=True)
class _Pace:
    before: Statement
    now: Statement
    then: Statement

    @property
    def past(self) -> Decimal:
        return _yearly(self.before, self.now)

    @property
    def asked(self) -> Decimal:
        return _yearly(self.now, self.then)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one note for every indicator whose last target asks for another pace than the plan's past."""
    by_subject: dict[Counted, list[Statement]] = {}
    for one in subject.facts.statements:
        if _is_level(one):
            by_subject.setdefault(subject_of(one), []).append(one)
    for name, statements in by_subject.items():
        pace = _pace(statements)
        if pace is not None and _far(pace.past, pace.asked):
            yield _finding(name, pace)


def _is_level(one: Statement) -> bool:
    """Counts and amounts, at the end of a named year; a share has a ceiling, and so no pace."""
    counted = one.kind is Kind.LEVEL and one.flow is Flow.STOCK and one.quantity.unit.name not in ("%", "‰")
    return counted and one.value > 0 and one.years is not None and one.years.single and says_enough(one)


def _pace(statements: list[Statement]) -> _Pace | None:
    """Return the first and last year reached and the last year aimed at; figures of the ledger count first."""
    ordered = sorted(statements, key=lambda one: (one.source is not Source.LEDGER, one.order))
    reached = {_year(one): one for one in reversed(ordered) if one.role.done and one.quantity.low is None}
    aimed = {_year(one): one for one in reversed(ordered) if not one.role.done}
    if len(reached) < 2 or not aimed or max(aimed) <= max(reached):
        return None
    found = _Pace(reached[min(reached)], reached[max(reached)], aimed[max(aimed)])
    units = [one.quantity.unit for one in (found.before, found.now, found.then)]
    long = min(_year(found.now) - _year(found.before), _year(found.then) - _year(found.now)) >= _FEWEST_YEARS
    return found if long and all(unit.comparable(units[0]) for unit in units) else None


def _year(one: Statement) -> int:
    return one.years.last if one.years else 0


def _yearly(base: Statement, end: Statement) -> Decimal:
    """Return the mean growth by the year (水平法)."""
    return root(Fraction(end.value) / base.value, _year(end) - _year(base)) - 1


def _far(past: Decimal, asked: Decimal) -> bool:
    small, large = sorted((past, asked))
    return large - small >= FARTHEST and (small <= 0 or large >= TIMES * small)


def _told(rate: Decimal) -> str:
    return f"下降{percent(-rate, 1)}" if rate < 0 else f"增长{percent(rate, 1)}"


def _finding(name: Counted, pace: _Pace) -> Finding:
    first, last, end = _year(pace.before), _year(pace.now), _year(pace.then)
    past = f"{first}—{last}年年均{_told(pace.past)}（{shown(pace.before)}→{shown(pace.now)}）"
    verb = "要求" if pace.asked > pace.past else "只合"
    asked = f"{end}年目标{shown(pace.then)}{verb}年均{_told(pace.asked)}"
    message = f"“{subject_name(name)}”{past}，{asked}，相差很大；请确认目标是否合适"
    key = f"{subject_name(name)} {pace.then.literal}"
    return RULE.finding(
        pace.then.span, message, related=related([pace.before, pace.now]), indicator=name.indicator, key=key
    )
