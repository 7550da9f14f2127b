"""PF211: a yearly growth that base and end do not give."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.changes.growth import Kind
from planforge.facts.relations import mean_growth
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.arithmetic import (
    annual_accepted,
    annual_fix,
    annual_right,
    annual_told,
    operands_told,
)
from planforge.lint.judging.changes.claim import Claim, claim_finding
from planforge.lint.judging.changes.increments import in_points
from planforge.lint.judging.changes.other_prices import beyond_prices
from planforge.lint.judging.changes.stated import claims
from planforge.lint.judging.changes.verdicts import Verdict, annual_verdict, cumulative_method
from planforge.lint.judging.words import shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF211",
    slug="mean-growth-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="所写年均增速与基期、末期数字不符",
    why="年均增速由基期和末期推算（水平法），读者一除便知；写错会连带怀疑其他数字。",
    bad="""\
- table: 主要指标完成情况
  rows: |
    指标 | 2015年 | 2020年 | 年增率
    工程技术研究中心（个） | 58 | 191 | 26.4%
""",
    good="""\
- table: 主要指标完成情况
  rows: |
    指标 | 2015年 | 2020年 | 年增率
    工程技术研究中心（个） | 58 | 191 | 26.9%
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every yearly rate outside of what its base and end allow."""
    for claim in claims(subject.facts):
        if claim.statement.kind is Kind.GROWTH_ANNUAL and _wrong(claim):
            yield claim_finding(RULE, claim, _message(claim), _severity(claim))
    for claim in beyond_prices(subject.facts):
        if claim.statement.kind is Kind.GROWTH_ANNUAL:
            message = f"{_message(claim)}；按可比价计算也不会相差这么多"
            yield claim_finding(RULE, claim, message, Severity.WARNING)


def _severity(claim: Claim) -> Severity:
    """Another method or another count of years excuses a rate; inferred years or round figures leave a doubt."""
    if cumulative_method(claim):
        return Severity.INFO
    if not claim.sure or _fits(claim, claim.periods + 1):
        return Severity.WARNING
    return RULE.severity


def _fits(claim: Claim, periods: int) -> bool:
    return periods > 0 and annual_verdict(claim, periods) is not Verdict.CONTRADICTED


def _wrong(claim: Claim) -> bool:
    """Points called % are for PF218."""
    return annual_verdict(claim) is Verdict.CONTRADICTED and not in_points(claim)


def _message(claim: Claim) -> str:
    stated = shown(claim.statement)
    reckoned = f"{operands_told(claim)}，{annual_told(claim)}（{annual_accepted(claim)}）"
    advice = "；".join(part for part in (f"按此应为{annual_right(claim)}", annual_fix(claim), _remark(claim)) if part)
    rate = "年均增速" if claim.periods > 1 else "增速"
    return f"“{subject_name(claim.subject)}”的{rate}{stated}与基期、末期数字不符：{reckoned}；{advice}"


def _remark(claim: Claim) -> str:
    if cumulative_method(claim):
        return "投资额可能按累计法计算，如是请注明"
    if claim.periods == 1:
        return ""  # of one year there is no mean
    for periods in (claim.periods - 1, claim.periods + 1):
        if _fits(claim, periods):
            return f"按{periods}年计则相符，请核对年数"
    span = mean_growth(claim.ratio, claim.periods)
    low = claim.statement.rate.low
    above = span.high is not None and low is not None and float(low) > float(span.high)
    return "若所写是逐年增速的简单平均，请注明" if above else ""
