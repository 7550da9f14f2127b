"""PF224: so many a year, and another total over the same years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import says_enough, subject_of
from planforge.facts.parts.yearly_means import sum_of_mean
from planforge.facts.statement import Flow, Statement
from planforge.facts.times.years_meant import Years
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.words import bounds_of_sum, related, shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression
from planforge.plan.model import Period

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


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every yearly mean that the total over its years excludes."""
    book = subject.facts
    for yearly, total, count in (*_pairs(book), *_of_differences(book), *_behind_totals(book)):
        if not _rounded(yearly).scaled(count).meets(total.interval):
            in_all = bounds_of_sum(yearly.interval.scaled(count), yearly.quantity.written.scale) + yearly.quantity.scale
            message = (
                f"“{subject_name(subject_of(total))}”{_run(yearly, total)}年均{_word(yearly)}{shown(yearly)}，"
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
        if total is not None and (count := _span(one)) and _years_told(total) in (0, count):
            yield one, total, count


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


def _behind_totals(book: FactBook) -> Iterator[tuple[Statement, Statement, int]]:
    """Yield a yearly mean right behind what so many years had: 五年培训5126人次，年均1532人次."""
    for total, yearly in pairwise(book.statements):
        if yearly.flow is not Flow.PER_YEAR or not yearly.kind.is_amount or total.position != yearly.position:
            continue
        same = total.kind.is_amount and subject_of(total) == subject_of(yearly) and not total.adds
        alike = total.flow is not Flow.PER_YEAR and total.quantity.unit.comparable(yearly.quantity.unit)
        beside = _MEAN.fullmatch(total.span.file.text, total.span.end, yearly.span.start) is not None
        whole = book.period if total.until and total.flow is Flow.FLOW else None
        if not (same and alike and beside):
            continue
        if years := _built_over(total, yearly):
            yield yearly, total, years
            continue
        count = _years_told(total) or _of_plan(total, yearly, whole)
        if count and (count != _span(total) or not total.indicator):  # else it is one of the pairs
            yield yearly, total, count


def _built_over(total: Statement, yearly: Statement) -> int:
    """Return over how many years what is called no sum is spread (建房7200套，年均1440套), 0 for a state."""
    state = total.flow is not Flow.STOCK or total.quantity.unit.kind == "money" or total.kind is not yearly.kind
    if state or total.years is None or (total.gates.time and total.years.single):
        return 0
    if _STATE.search(total.quote.text) is not None or sum_of_mean(yearly, [total]) is None:
        return 0
    bare = _BARE_MEAN.fullmatch(total.span.file.text, total.span.end, yearly.span.start) is not None
    return (_years_told(total) or _span(total) or _span(yearly)) if bare else 0


_STATE = expression("达|为|总数|总量|有|[到至]")
_BARE_MEAN = expression("[^，。；\\d]{0,3}，(?:年均|平均每年|每年平均)(?:约|近)?")


def _of_plan(total: Statement, yearly: Statement, period: Period | None) -> int:
    """Return over how many years a plan adds up what it gives a yearly part of: 新建公园54个，每年新建18个."""
    if period is None or total.years is None or total.years.last != period.end:
        return 0
    start = period.start or total.years.last
    return _span(yearly) if yearly.years == Years(start, total.years.last) else 0


def _span(one: Statement) -> int:
    """Return over how many years a figure is told, 0 for a single one."""
    return one.years.last - one.years.first + 1 if one.years and not one.years.single else 0


def _years_told(total: Statement) -> int:
    """Return how many years the clause of a total begins with (五年培训, 近三年投入), 0 for none."""
    start = max(0, total.span.start - _FURTHEST)
    found = _YEARS.search(total.span.file.text, start, total.span.start)
    return _COUNTS[found["count"]] if found is not None else 0


def _rounded(mean: Statement) -> Interval:
    """Return what a mean can be; that of counts is rounded too: 5126 in five years are 1025 a year."""
    written = mean.quantity.written
    if mean.comparator is not Comparator.EQ or not written.exact or mean.quantity.low is not None:
        return mean.interval
    return written.as_operand() + Interval(Fraction(-1, 2), Fraction(1), high_open=True)


_COUNTS = {"两": 2, "三": 3, "四": 4, "五": 5}
_FURTHEST = 48
_YEARS = expression(
    "(?:^|[。；，、\\n])\\s*(?:[近这后]|过去|今后|未来)?(?P<count>[两三四五])年(?:来|间)?(?![内后期级制均度])[^，。；\\d\\n]*$"
)
_MEAN = expression("[^，。；\\d]{0,6}，(?:年均|平均每年|每年平均|每年(?=新))[^，。；\\d]{0,8}")


def _run(one: Statement, total: Statement) -> str:
    whole = one.adds or _years_told(total) in (0, _span(total))
    return f"{one.years}年".replace("-", "—") if whole else ""


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
    return spans and one.kind.is_amount and bool(one.indicator)


def _topic(one: Statement) -> object:
    return subject_of(one), one.years, one.role.done
