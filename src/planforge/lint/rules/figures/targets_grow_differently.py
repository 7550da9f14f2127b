"""PF232: two targets for one indicator that imply different growth (年均20%以上 and 翻一番)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.linking import Subject as Grown
from planforge.facts.linking import says_enough, subject_of
from planforge.facts.relations import end_after, root
from planforge.facts.statement import Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.words import decimal, percent, related, shown, subject_name, where
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF232",
    slug="targets-grow-differently",
    severity=Severity.INFO,
    since="0.1.0",
    summary="同一指标的两个目标隐含的增速不同",
    why="年均增速和翻番说的是同一件事；两个说法换算成同一段时间的倍数应当一致，否则不知道以哪个为目标。",
    bad="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
chapters:
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          “十四五”期间，高新技术产品增加值年均增速达到20%以上。

          到2025年，高新技术产品增加值较“十三五”末翻一番。
""",
    good="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
chapters:
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          “十四五”期间，高新技术产品增加值年均增速达到14.9%。

          到2025年，高新技术产品增加值较“十三五”末翻一番。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one note for every indicator with two targets whose growth over the same years excludes each other."""
    aimed: dict[tuple[Grown, int | None, int], list[Statement]] = {}
    for one in subject.facts.statements:
        aim = one.kind.is_change and not one.role.done and says_enough(one) and not _of_sums(one)
        if aim and one.years and not one.referenced:
            aimed.setdefault((subject_of(one), one.base_year, one.years.last), []).append(one)
    for (name, base, _), statements in aimed.items():
        pairs = combinations(statements, 2) if base is not None else ()
        differing = next((pair for pair in pairs if _differ(*pair)), None)
        if differing is not None:
            yield _finding(name, *differing)


def _of_sums(one: Statement) -> bool:
    """Whether a multiple is of what several years had together: “十五五”期间累计完成890亿元，是“十四五”期间的1.6倍."""
    level = one.parent
    return one.kind is Kind.MULTIPLE and level is not None and level.years is not None and not level.years.single


def _differ(one: Statement, two: Statement) -> bool:
    """Two figures of the same wording are for the rules on repeated figures."""
    if one.kind is two.kind or one.falls or two.falls or one.adjusted or two.adjusted:
        return False
    return not _multiple(one).meets(_multiple(two))


def _years(statement: Statement) -> int:
    return statement.years.last - statement.base_year if statement.years and statement.base_year is not None else 1


def _multiple(statement: Statement) -> Interval:
    """Return end over base as a target implies it."""
    if statement.kind is Kind.GROWTH_ANNUAL:
        return end_after(exactly(1), statement.rate, max(1, _years(statement)))
    return statement.ratio


def _finding(name: Grown, first: Statement, second: Statement) -> Finding:
    said = f"“{subject_name(name)}”的两个目标隐含的增速不同"
    message = f"{said}：{where(first)}为{_implied(first)}，这里为{_implied(second)}；请统一"
    return RULE.finding(
        second.span,
        message,
        related=related([first]),
        indicator=name.indicator,
        key=f"{subject_name(name)} {second.years}",
    )


def _implied(statement: Statement) -> str:
    """Return a target with what it means as a multiple, or by the year."""
    low = _multiple(statement).low or Fraction(0)
    above = "以上" if statement.comparator.one_sided else ""
    if statement.kind is Kind.GROWTH_ANNUAL:
        return f"年均{shown(statement)}（{_years(statement)}年相当于{decimal(low, 2)}倍{above}）"
    return f"{shown(statement)}（相当于年均{percent(root(low, max(1, _years(statement))) - 1, 1)}{above}）"
