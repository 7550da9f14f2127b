"""PF216: a derived figure that was cut off instead of rounded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from planforge.facts.changes.growth import Kind
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.arithmetic import annual_right, annual_told, growth_told, operands_told, ratio_told
from planforge.lint.judging.changes.claim import Claim
from planforge.lint.judging.changes.stated import claims
from planforge.lint.judging.changes.verdicts import Verdict, annual_verdict, ratio_verdict
from planforge.lint.judging.words import related, shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF216",
    slug="truncated-figure",
    severity=Severity.INFO,
    since="0.1.0",
    summary="推算的数字是截去尾数得来的，没有四舍五入",
    why="统计上按四舍五入取位；截尾与四舍五入混用，同表的数字就不好核对。",
    bad="""\
- table: 主要指标完成情况
  rows: |
    指标 | 2015年 | 2020年 | 年增率
    科技型中小企业（个） | 45 | 217 | 36.9%
""",
    good="""\
- table: 主要指标完成情况
  rows: |
    指标 | 2015年 | 2020年 | 年增率
    科技型中小企业（个） | 45 | 217 | 37.0%
""",
    needs=Need.FACTS,
)


_RATIOS = (Kind.GROWTH_TOTAL, Kind.MULTIPLE)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one note for every table or passage with truncated figures, the first of them as its place."""
    cut = [claim for claim in claims(subject.facts) if _verdict(claim) is Verdict.TRUNCATED]
    for _, group in groupby(cut, key=lambda claim: claim.statement.position.passage):
        first, *others = group
        yield RULE.finding(
            first.statement.span,
            _message(first, others),
            related=related([other.statement for other in others]),
            indicator=first.subject.indicator,
            key=f"{subject_name(first.subject)} {first.statement.years} {first.statement.literal}",
        )


def _verdict(claim: Claim) -> Verdict | None:
    if claim.statement.kind is Kind.GROWTH_ANNUAL:
        return annual_verdict(claim)
    return ratio_verdict(claim) if claim.statement.kind in _RATIOS else None


def _message(claim: Claim, others: list[Claim]) -> str:
    kind = claim.statement.kind
    result = annual_told(claim) if kind is Kind.GROWTH_ANNUAL else ratio_told(claim)
    if kind is Kind.GROWTH_TOTAL:
        result = growth_told(claim)
    right = f"，请四舍五入为{annual_right(claim)}" if kind is Kind.GROWTH_ANNUAL else "，请四舍五入"
    more = f"；同处另有{len(others)}个数字也是截尾" if others else ""
    what = f"“{subject_name(claim.subject)}”的{shown(claim.statement)}是截去尾数得来的"
    return f"{what}：{operands_told(claim)}，{result}{right}{more}"
