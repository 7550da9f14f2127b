"""PF227: 城乡居民收入比 that the two incomes do not give, and other figures that are derived by definition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planforge.facts.book import FactBook
from planforge.facts.growth import Kind
from planforge.facts.interval import Interval
from planforge.facts.precision import Comparator
from planforge.facts.statement import Statement
from planforge.facts.words import table
from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.figures._increments import minus
from planforge.lint.rules.figures._words import decimal, related, shown, told
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF227",
    slug="derived-figure-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="按定义由两个数得出的数与这两个数不符",
    why="城乡居民收入比是城镇与农村居民人均可支配收入之比，自然增长率是出生率减死亡率，读者一算便知。",
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


@dataclass(frozen=True)
class _Derived:
    """A stated result with its two operands; `sign` tells how it comes from them."""

    result: Statement
    of: Statement
    other: Statement
    sign: str

    @property
    def interval(self) -> Interval:
        of, other = self.of.interval, self.other.interval
        return of.ratio_to(other) if self.sign == "÷" else minus(of, other)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every figure that the two it is derived from exclude."""
    for one in _derived(subject.facts):
        if not one.interval.meets(one.result.interval):
            near = all(each.position.passage == one.result.position.passage for each in (one.of, one.other))
            yield RULE.finding(
                one.result.span,
                _message(one),
                severity=None if near else Severity.WARNING,
                related=related([one.of, one.other]),
                indicator=one.result.indicator,
                key=f"{told(one.result)} {one.result.years} {one.result.literal}",
            )


def _derived(book: FactBook) -> Iterator[_Derived]:
    levels: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in book.statements:
        if one.kind in _LEVELS and one.years and one.years.single and one.comparator is Comparator.EQ:
            levels[one.indicator, one.tier, one.scope, one.years, one.role.done].append(one)
    for sign, kind, second in (("÷", "quotients", "by"), ("－", "differences", "less")):
        for row in table("partitions")[kind]:
            names = [book.names.resolve(str(row[name])).indicator for name in ("result", "of", second)]
            yield from _of_names(levels, names, sign)


def _of_names(
    levels: Mapping[tuple[object, ...], Sequence[Statement]], names: Sequence[str], sign: str
) -> Iterator[_Derived]:
    """Yield each result with its operands, where one value of each is told for its year."""
    for key, results in levels.items():
        operands = [levels.get((name, *key[1:]), ()) for name in names[1:]]
        single = all(len({one.value for one in found}) == 1 and found[0].value > 0 for found in operands)
        for result in results if key[0] == names[0] and single else ():
            of, other = (found[0].quantity.unit for found in operands)
            if of.comparable(other) and (sign == "÷" or of.comparable(result.quantity.unit)):
                yield _Derived(result, operands[0][0], operands[1][0], sign)


def _message(one: _Derived) -> str:
    written = one.result.quantity.written
    value = one.of.value / one.other.value if one.sign == "÷" else one.of.value - one.other.value
    should = decimal(value / written.scale, written.decimals)
    reckoned = f"{told(one.of)}{shown(one.of)}{one.sign}{told(one.other)}{shown(one.other)}"
    return f"“{told(one.result)}”与所由得出的两个数不符：{reckoned}，应为{should}，实为{one.result.literal}；请核实"
