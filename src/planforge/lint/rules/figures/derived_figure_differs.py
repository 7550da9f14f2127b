"""PF227: 城乡居民收入比 that the two incomes do not give, and other figures that are derived by definition."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.reckoned.days_of_year import shares_of_days
from planforge.lint.judging.reckoned.definitions import PERCENT, Derived, derived
from planforge.lint.judging.reckoned.industry import second_sectors
from planforge.lint.judging.reckoned.means import means
from planforge.lint.judging.reckoned.per_unit import per_unit
from planforge.lint.judging.reckoned.pulled import growth_pulled
from planforge.lint.judging.reckoned.things_of_each import things_of_each
from planforge.lint.judging.reckoned.told import Reckoned
from planforge.lint.judging.reckoned.yields import harvests
from planforge.lint.judging.words import decimal, related, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF227",
    slug="derived-figure-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="按定义由两个数得出的数与这两个数不符",
    why="城乡居民收入比是城镇与农村居民人均可支配收入之比，人均地区生产总值、每千人口床位数按常住人口算，自然增长率是出生率减死亡率，优良天数比例按全年天数算，亩产乘面积是产量，户均、每公里投资是总数除以户数、里程，套均面积是总面积除以套数，三次产业拉动的百分点加起来是增速，读者一算便知。",
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


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every figure that the two it is derived from exclude."""
    for one in derived(subject.facts):
        if not one.interval.meets(one.result.interval):
            near = all(each.position.passage == one.result.position.passage for each in (one.of, one.other))
            yield RULE.finding(
                one.result.span,
                _message(one),
                severity=None if near and one.sure and not one.how.within and one.how.names else Severity.WARNING,
                related=related([one.of, one.other]),
                indicator=one.result.indicator,
                key=f"{told(one.result)} {one.result.years} {one.result.literal}",
            )
    for reckoned in _RECKONED:
        yield from (_reckoned(found) for found in reckoned(subject.facts) if not found.fits)


def _reckoned(found: Reckoned) -> Finding:
    result = found.result
    change = "增长" if result.kind.is_change else ""
    message = (
        f"“{found.called or told(result)}”{change}{shown(result)}与按文中数字算得的不符：{found.how}，"
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


def _message(one: Derived) -> str:
    written = one.result.quantity.written
    should = decimal(one.value / written.scale, written.decimals)
    times = f"×{one.how.times}" if one.how.times > PERCENT else ""
    reckoned = f"{told(one.of)}{shown(one.of)}{one.how.sign}{told(one.other)}{shown(one.other)}{times}"
    return f"“{told(one.result)}”与按文中两个数算得的不符：{reckoned}，应为{should}，实为{one.result.literal}；请核实"


_RECKONED = (
    shares_of_days,
    harvests,
    growth_pulled,
    means,
    per_unit,
    things_of_each,
    second_sectors,
)
