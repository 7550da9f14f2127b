"""PF228: a yearly growth and a total growth of the same years that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import subject_of
from planforge.facts.relations import end_after, mean_growth
from planforge.facts.statement import Statement
from planforge.facts.writing.words import table
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.other_prices import contradicted_totals
from planforge.lint.judging.changes.price_basis import Prices, in_constant_prices, prices_told
from planforge.lint.judging.words import percent, related, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF228",
    slug="mean-growth-differs-from-total",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="所写年均增速与同一时期的累计增幅不符",
    why="年均增速连乘若干年就是累计增幅：五年年均增长6.7%，累计约增长38%；两个数写在一起，读者会去算。",
    bad="""\
- text: |
    2020年，研发经费比2015年增长66.4%，年均增长6.7%。
""",
    good="""\
- text: |
    2020年，研发经费比2015年增长66.4%，年均增长10.7%。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every yearly growth that does not lead to the total growth of its years."""
    blamed = contradicted_totals(subject.facts)
    for mean, total in _of_the_same_years(subject.facts):
        periods = _periods(mean)
        if total.span in blamed:  # base and end tell that the total is wrong, not the mean
            continue
        if not end_after(exactly(1), _rate(mean, total), periods).meets(total.ratio):
            yield RULE.finding(
                mean.span,
                _message(mean, total, periods),
                severity=Severity.WARNING if _in_other_prices(mean, total) else None,
                related=related([total]),
                indicator=mean.indicator or None,
                key=f"{told(mean)} {mean.years} {mean.literal}",
            )


def _of_the_same_years(book: FactBook) -> Iterator[tuple[Statement, Statement]]:
    """Yield each yearly growth over several years with the total growth of the same thing and years beside it.

    Further away in the document one of them may be reckoned in other prices, or over years that nobody says.
    """
    totals: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    plain = [one for one in book.statements if one.comparator is Comparator.EQ and one.indicator and one.years]
    for one in plain:
        if _is_total(one):
            totals[_of(one, one.base_year)].append(one)
    for one in plain:
        over = one.years
        if one.kind is Kind.GROWTH_ANNUAL and over is not None and not over.single:
            yield from ((one, total) for total in totals.get(_of(one, over.first - 1), ())[:1])


def _is_total(one: Statement) -> bool:
    """Whether a change is that of all the years: 增长x%, or 是…的k倍 of what one year had.

    A multiple of a sum over years (“十一五”期间的5.1倍) leads to no yearly growth; two targets are for PF232, and
    investment is reckoned by another method.
    """
    if one.kind is Kind.GROWTH_TOTAL:
        return one.quantity.unit.name in ("%", "倍")
    level = one.parent
    of_a_year = level is not None and level.kind is Kind.LEVEL and level.years is not None and level.years.single
    of_a_year = of_a_year or ((level is None or level.kind.is_change) and _says_year(one))
    cumulative = any(name in one.indicator for name in table("roles")["cumulative_method"])
    return one.kind is Kind.MULTIPLE and of_a_year and one.role.done and not cumulative


def _says_year(one: Statement) -> bool:
    """Whether the year that a multiple is of stands right before it: 是2015年的1.9倍."""
    text, at = one.span.file.text, one.span.start
    return _OF_YEAR.search(text, max(0, at - _NEAR), at) is not None


_OF_YEAR = expression(r"(?:19|20)\d\d年[底末]?的?$")
_NEAR = 8


def _in_other_prices(mean: Statement, total: Statement) -> bool:
    """Whether a yearly growth is reckoned in constant prices, a multiple from the printed values."""
    if total.kind is not Kind.MULTIPLE or prices_told(mean) is Prices.CURRENT:
        return False
    return mean.adjusted or in_constant_prices(mean.indicator)


_PRICES_FALL = Fraction(3, 100)
"""The most that prices may be taken to fall in a year, on the mean of several."""


def _rate(mean: Statement, total: Statement) -> Interval:
    """Return what a yearly growth can be in the prices of the total: as prices rise, any amount more."""
    rate = mean.rate
    if not _in_other_prices(mean, total) or rate.low is None:
        return rate
    return Interval(rate.low - _PRICES_FALL, None)


def _of(one: Statement, base: int | None) -> tuple[object, ...]:
    return one.position.passage, subject_of(one), base, one.years.last if one.years else None, one.role.done


def _periods(mean: Statement) -> int:
    return mean.years.last - mean.years.first + 1 if mean.years else 1


def _message(mean: Statement, total: Statement, periods: int) -> str:
    word = "增至" if total.kind is Kind.MULTIPLE else "下降" if total.falls else "增长"
    right = mean_growth(total.ratio, periods)
    places = mean.quantity.written.decimals + 1
    ends = sorted(abs(end) for end in (right.low, right.high) if end is not None)
    should = "—".join(dict.fromkeys(percent(end, places) for end in ends))
    return (
        f"“{told(mean)}”所写年均增速{shown(mean)}与同期{word}{shown(total)}不符：{periods}年累计{word}{shown(total)}，"
        f"年均应为{should}；请核实，如是逐年增速的简单平均请注明"
    )
