"""PF227: 城乡居民收入比 that the two incomes do not give, and other figures that are derived by definition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.figures.units import NO_UNIT, Unit
from planforge.facts.names.indicators import Name
from planforge.facts.statement import Statement
from planforge.facts.writing.words import table
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.reckoned.balances import balances
from planforge.lint.judging.reckoned.days_of_year import shares_of_days
from planforge.lint.judging.reckoned.means import means
from planforge.lint.judging.reckoned.pulled import growth_pulled
from planforge.lint.judging.reckoned.told import Reckoned
from planforge.lint.judging.reckoned.yields import harvests
from planforge.lint.judging.words import decimal, related, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression
from planforge.records import record

RULE = Rule(
    code="PF227",
    slug="derived-figure-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="按定义由两个数得出的数与这两个数不符",
    why="城乡居民收入比是城镇与农村居民人均可支配收入之比，人均地区生产总值、每千人口床位数按常住人口算，自然增长率是出生率减死亡率，优良天数比例按全年天数算，亩产乘面积是产量，户均、每公里投资是总数除以户数、里程，三次产业拉动的百分点加起来是增速，读者一算便知。",
    bad="""\
- text: |
    2020年，城镇居民人均可支配收入44990元，农村居民人均可支配收入21293元，城乡居民收入比为2.31。
""",
    good="""\
- text: |
    2020年，城镇居民人均可支配收入44990元，农村居民人均可支配收入21293元，城乡居民收入比为2.11。
""",
    needs=Need.FACTS,
)

_LEVELS = (Kind.LEVEL, Kind.SHARE)


@record(frozen=True)
class _Definition:
    """How a figure comes from two others: names of result and operands, the sign, and for quotients its size.

    Without names the words around the three say what they are.
    """

    names: tuple[Name, ...]
    sign: str
    times: int = 1
    within: Fraction = Fraction(0)

    def fits(self, of: Unit, by: Unit, result: Unit) -> bool:
        """Whether the units are those of the definition: a share or ratio of alike things, or something of each."""
        if self.sign != "÷":
            return of.comparable(by) and of.comparable(result)
        if self.times > _PERCENT or not of.comparable(by):
            return of.comparable(result)
        return result.name == "%" if self.times == _PERCENT else result.comparable(NO_UNIT)


_BALANCE = _Definition((), "－")
_PERCENT = 100
_REGISTERED = "户籍"


@record(frozen=True)
class _Derived:
    """A stated result with its two operands, and how it comes from them."""

    result: Statement
    of: Statement
    other: Statement
    how: _Definition

    @property
    def interval(self) -> Interval:
        """What the operands allow, with what the definition leaves open."""
        of, other = self.of.interval, self.other.interval
        if self.how.sign != "÷":
            return of - other
        found, off = of.ratio_to(other).scaled(self.how.times), self.how.within
        low, high = (None if end is None else end * (1 + by) for end, by in ((found.low, -off), (found.high, off)))
        return replace(found, low=low, high=high)

    @property
    def value(self) -> Fraction:
        """The result as the printed operands give it."""
        of, other = self.of.value, self.other.value
        return of / other * self.how.times if self.how.sign == "÷" else of - other


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every figure that the two it is derived from exclude."""
    for one in _derived(subject.facts):
        if not one.interval.meets(one.result.interval):
            near = all(each.position.passage == one.result.position.passage for each in (one.of, one.other))
            yield RULE.finding(
                one.result.span,
                _message(one),
                severity=None if near and not one.how.within and one.how.names else Severity.WARNING,
                related=related([one.of, one.other]),
                indicator=one.result.indicator,
                key=f"{told(one.result)} {one.result.years} {one.result.literal}",
            )
    for reckoned in (shares_of_days, harvests, growth_pulled, means):
        yield from (_reckoned(found) for found in reckoned(subject.facts) if not found.fits)


def _reckoned(found: Reckoned) -> Finding:
    result = found.result
    message = (
        f"“{told(result)}”{'增长' if result.kind.is_change else ''}{shown(result)}与按文中数字算得的不符：{found.how}，"
        f"应为{found.should}，实为{shown(result)}；请核实，如另有口径请写明"
    )
    return RULE.finding(
        result.span,
        message,
        severity=Severity.WARNING,
        related=related(found.of),
        indicator=result.indicator,
        key=f"{told(result)} {result.years} {result.literal}",
    )


def _derived(book: FactBook) -> Iterator[_Derived]:
    levels: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in book.statements:
        if one.kind in _LEVELS and one.years and one.years.single and one.comparator is Comparator.EQ:
            levels[_full_name(one), one.tier, one.scope, one.years, one.role.done].append(one)
    for how in _definitions(book):
        yield from _as_defined(levels, how)
    yield from (_Derived(left, income, outlay, _BALANCE) for left, income, outlay in balances(book))


_FULL_NAMES = {"存贷比": "余额存贷比"}
_ADDED = expression("新增|增量")


def _full_name(one: Statement) -> str:
    """Return the name by which a figure is defined; 存贷比 is that of the balances unless 新增 stands before it."""
    return one.indicator if _ADDED.search(one.quote.text) else _FULL_NAMES.get(one.indicator, one.indicator)


def _definitions(book: FactBook) -> Iterator[_Definition]:
    for sign, kind, second in (("÷", "quotients", "by"), ("－", "differences", "less")):
        for row in table("partitions")[kind]:
            result, of, other = (book.names.resolve(str(row[name])) for name in ("result", "of", second))
            within = Fraction(str(row.get("within", 0)))
            yield _Definition((result, of, other), sign, int(row.get("times", 1)), within)


def _as_defined(levels: Mapping[tuple[object, ...], Sequence[Statement]], how: _Definition) -> Iterator[_Derived]:
    """Yield each result with its operands, where one value of each is told for its year."""
    for key, results in levels.items():
        if key[0] != how.names[0].indicator:
            continue
        _, tier, scope, *when = key
        operands = [levels.get((name.indicator, tier, name.scope or scope, *when), ()) for name in how.names[1:]]
        single = all(len({one.value for one in found}) == 1 and found[0].value > 0 for found in operands)
        for result in results if single else ():
            of, other = (found[0] for found in operands)
            if how.fits(of.quantity.unit, other.quantity.unit, result.quantity.unit) and not _of_another(of, other):
                yield _Derived(result, of, other, how)


def _of_another(part: Statement, whole: Statement) -> bool:
    """Whether a part is one of the registered (户籍总人口，其中城镇人口) and the whole are the residents (常住人口)."""
    told = part.parent
    return told is not None and (_REGISTERED in told.indicator) != (_REGISTERED in whole.indicator)


def _message(one: _Derived) -> str:
    written = one.result.quantity.written
    should = decimal(one.value / written.scale, written.decimals)
    times = f"×{one.how.times}" if one.how.times > _PERCENT else ""
    reckoned = f"{told(one.of)}{shown(one.of)}{one.how.sign}{told(one.other)}{shown(one.other)}{times}"
    return f"“{told(one.result)}”与按文中两个数算得的不符：{reckoned}，应为{should}，实为{one.result.literal}；请核实"
