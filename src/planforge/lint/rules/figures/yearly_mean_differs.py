"""PF224: so many a year, and another total over the same years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from planforge.facts.book import FactBook
from planforge.facts.growth import Kind
from planforge.facts.linking import says_enough, subject_of
from planforge.facts.statement import Flow, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.figures._words import bounds_of_sum, related, shown, subject_name
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF224",
    slug="yearly-mean-differs",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="年均数乘年数与累计数不符",
    why="“年均70项以上”五年就是350项以上；两处的数应当一致。",
    bad="""\
- text: |
    “十三五”期间，年均实施科技成果转化70项，累计实施科技成果转化450项。
""",
    good="""\
- text: |
    “十三五”期间，年均实施科技成果转化70项，累计实施科技成果转化350项。
""",
    needs=Need.FACTS,
)

_KINDS = frozenset({Kind.LEVEL, Kind.INCREMENT})


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every yearly mean that the total over its years excludes."""
    for yearly, total, count in (*_pairs(subject.facts), *_of_differences(subject.facts)):
        derived = yearly.interval.scaled(count)
        if not derived.meets(total.interval):
            in_all = bounds_of_sum(derived, yearly.quantity.written.scale) + yearly.quantity.scale
            message = (
                f"“{subject_name(subject_of(total))}”{_run(yearly)}年年均{_word(yearly)}{shown(yearly)}，"
                f"{count}年应为{in_all}{yearly.quantity.raw_unit}，累计写为{shown(total)}；请核对"
            )
            yield RULE.finding(
                yearly.span,
                message,
                related=related([total]),
                indicator=total.indicator,
                key=f"{subject_name(subject_of(total))} {total.years}",
            )


def _pairs(book: FactBook) -> Iterator[tuple[Statement, Statement, int]]:
    totals: dict[object, list[Statement]] = defaultdict(list)
    for one in book.statements:
        spent = one.flow is Flow.STOCK and one.quantity.unit.kind == "money"  # “十四五”期间完成投资7200亿元
        if (one.flow is Flow.FLOW or spent) and _usable(one):
            totals[_topic(one)].append(one)
    for one in book.statements:
        sums = totals.get(_topic(one), []) if one.flow is Flow.PER_YEAR and _usable(one) else []
        total = next((each for each in sums if _together(one, each)), None)
        if total is not None and one.years:
            yield one, total, one.years.last - one.years.first + 1


def _of_differences(book: FactBook) -> Iterator[tuple[Statement, Statement, int]]:
    """Yield what is more or less by the year right behind what is in all: 比2012年增加9486人，年均增加1054人."""
    for total, yearly in pairwise(book.statements):
        both = total.adds and yearly.adds and total.kind is Kind.INCREMENT is yearly.kind
        if not both or yearly.flow is not Flow.PER_YEAR or total.flow is Flow.PER_YEAR or yearly.years is None:
            continue
        same = total.position == yearly.position and subject_of(total) == subject_of(yearly)
        since = total.base_year is not None and total.base_year == yearly.years.first - 1
        alike = total.falls == yearly.falls and total.quantity.unit.comparable(yearly.quantity.unit)
        if same and since and alike:
            yield yearly, total, yearly.years.last - yearly.years.first + 1


def _run(one: Statement) -> str:
    return str(one.years).replace("-", "—")


def _word(one: Statement) -> str:
    return "" if not one.adds else "减少" if one.falls else "增加"


def _together(one: Statement, total: Statement) -> bool:
    """Whether two figures surely speak of the same thing and years."""
    same = one.action == total.action and total.flow is Flow.FLOW
    said = same and all(each.gates.time and says_enough(each) for each in (one, total))
    beside = one.position == total.position and one.action in ("", total.action) and not one.adds
    return total.quantity.unit.comparable(one.quantity.unit) and (said or beside)


def _usable(one: Statement) -> bool:
    spans = one.years is not None and not one.years.single and not one.referenced
    return spans and one.kind in _KINDS and bool(one.indicator)


def _topic(one: Statement) -> object:
    return subject_of(one), one.years, one.role.done
