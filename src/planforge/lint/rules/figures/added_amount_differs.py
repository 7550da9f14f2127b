"""PF219: 比上年增加若干、增长百分之几 that cannot both be true of the figure they are said of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Source, Statement
from planforge.facts.writing.words import table
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.grown_from import grown_from
from planforge.lint.judging.words import decimal, percent_bounds, related, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF219",
    slug="added-amount-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="所写增加量与增幅不符",
    why="总量减增加量就是基数，增加量除以基数就是增幅；三个数写在一处，读者会去除。",
    bad="""\
- text: |
    2020年，粮食总产量277.0万吨，比上年增加3.5万吨，增长2.3%。
""",
    good="""\
- text: |
    2020年，粮食总产量277.0万吨，比上年增加3.5万吨，增长1.3%。
""",
    needs=Need.FACTS,
)

_COMPARES = expression("[比较同]")
_YEAR = expression(r"20\d\d年")
"""Where both say their year, one base year is one base."""
_RATES = (Kind.GROWTH_ANNUAL, Kind.GROWTH_TOTAL, Kind.MULTIPLE)
_UNITS = ("%", "倍")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every rate that what was added does not give, of the total it led to or of its base."""
    for total, added, rate in _told_together(subject.facts):
        yield from _judged(total, added, rate, _derived(total, added))
    for base, added, rate in grown_from(subject.facts):
        constant = rate.adjusted and not rate.revised  # who tells the base tells it revised
        if not constant and not _constant_prices(base, rate) and not _MEAN.search(rate.quote.text):
            yield from _judged(base, added, rate, _derived_from(base, added))


def _judged(known: Statement, added: Statement, rate: Statement, derived: Interval | None) -> Iterator[Finding]:
    if derived is not None and not derived.meets(_claimed(rate)):
        yield RULE.finding(
            rate.span,
            _message(known, added, rate, derived),
            related=related([known, added]),
            indicator=known.indicator or None,
            key=f"{told(known)} {rate.years} {rate.literal}",
        )


def _claimed(rate: Statement) -> Interval:
    """Return what a change claims to be added, as a part of where it began: 增长1.2倍 and 是…的2.2倍 claim 1.2."""
    said = rate.quantity.interval
    if rate.quantity.unit.name == "%":
        return said.scaled(Fraction(1, 100))
    return said.shifted(-1) if rate.kind is Kind.MULTIPLE else said


def _told_together(book: FactBook) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield a total, how much it rose or fell, and by how many percent, all said in one sentence of the same base."""
    changes: dict[int, list[Statement]] = defaultdict(list)
    for one in book.statements:
        if one.parent is not None and one.parent.kind is Kind.LEVEL and one.source is not Source.TABLE:
            changes[id(one.parent)].append(one)
    for total in book.statements:
        said = [one for one in changes.get(id(total), ()) if one.position.sentence == total.position.sentence]
        added = next((one for one in said if one.kind is Kind.INCREMENT and one.adds and _alike(one, total)), None)
        rates = [one for one in said if one.kind in _RATES and one.quantity.unit.name in _UNITS]
        for rate in rates:
            if added is not None and _of_one_change(added, rate) and not _constant_prices(total, rate):
                yield total, added, rate


def _alike(one: Statement, total: Statement) -> bool:
    return one.quantity.unit.comparable(total.quantity.unit)


def _of_one_change(added: Statement, rate: Statement) -> bool:
    """Whether both are reckoned from one base: 比年初增加5亿元，同比增长8% are not."""
    if _MEAN.search(rate.span.file.text, rate.quote.start, rate.span.start) is not None:
        return False  # 增加7206人，年平均增长0.53%
    yearly = rate.years is not None and not rate.years.single and rate.kind is Kind.GROWTH_ANNUAL
    one, two = sorted((added, rate), key=lambda each: each.order)
    own_base = _COMPARES.search(two.span.file.text, one.span.end, two.span.start) is not None
    own_base = own_base and not (_YEAR.search(one.quote.text) and _YEAR.search(two.quote.text))
    own_base = own_base and not _base_told(one) == _base_told(two) != ""
    one_base = added.base_year in (None, rate.base_year)  # 增产2.2万吨，增长1.2%
    return one_base and added.falls == rate.falls and not yearly and not own_base


def _base_told(one: Statement) -> str:
    """Return the words that right before a change say what it is reckoned from: 同比, 比上年同期; else ""."""
    found = _BASE.search(one.span.file.text[max(0, one.span.start - _FURTHEST) : one.span.start])
    return found["base"] if found else ""


_BASE = expression(
    "(?P<base>同比|[比较](?:上年|去年)(?:同期|末)?|[比较]年初)(?:增长|增加|上升|提高|下降|减少|降低|增|减|降)了?$"
)
_FURTHEST = 16
_MEAN = expression("年均|年平均")


def _constant_prices(total: Statement, rate: Statement) -> bool:
    """Whether the rate is not that of the printed values: of 增加值, or said to be 实际 or 可比口径."""
    roles = table("roles")
    if total.indicator.endswith(tuple(roles["constant_prices"]["ends"])):
        return True
    words = total.scope + total.span.file.text[total.span.end : rate.span.start]
    return any(word in words for word in (*roles["comparable_basis"], "实际"))  # 收入（同口径）…


def _derived(total: Statement, added: Statement) -> Interval | None:
    """Return the rate that both amounts allow, None where they only bound it or nothing is left to reckon from."""
    one, other = total.quantity.written.as_operand(), added.quantity.written.as_operand()
    return _part_of(one + other if added.falls else one - other, total, added)


def _derived_from(base: Statement, added: Statement) -> Interval | None:
    """Return the rate that a base and what was added to it allow, None where they only bound it."""
    return _part_of(base.quantity.written.as_operand(), base, added) if _alike(added, base) else None


def _part_of(base: Interval, known: Statement, added: Statement) -> Interval | None:
    if any(each.comparator is not Comparator.EQ for each in (known, added)):
        return None
    other = added.quantity.written.as_operand()
    return other.ratio_to(base) if all(size.low is not None and size.low > 0 for size in (base, other)) else None


def _message(known: Statement, added: Statement, rate: Statement, derived: Interval) -> str:
    word, amount = ("下降", "减少") if rate.falls else ("增长", "增加")
    said, right = ("为基期的", "基期的") if rate.kind is Kind.MULTIPLE else (word, word)
    began = "基期" if known.years != rate.years else ""
    return (
        f"“{told(known)}”所写{said}{shown(rate)}与{amount}{shown(added)}不符：按{began}{shown(known)}、{amount}{shown(added)}计，"
        f"应为{right}{_should(rate, derived)}；请核实"
    )


def _should(rate: Statement, derived: Interval) -> str:
    """Return the change that the amounts give, as a percentage or as so many times as it is written."""
    places = rate.quantity.written.decimals + 1
    if rate.quantity.unit.name == "%":
        return percent_bounds(derived, places)
    times = derived.shifted(1) if rate.kind is Kind.MULTIPLE else derived
    ends = (decimal(end, places) for end in (times.low, times.high) if end is not None)
    return "—".join(dict.fromkeys(ends)) + "倍"
