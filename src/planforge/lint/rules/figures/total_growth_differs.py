"""PF212: a total growth that base and end do not give."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.changes.growth import Kind
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.arithmetic import growth_told, operands_told, ratio_accepted, ratio_fix, ratio_told
from planforge.lint.judging.changes.claim import Claim, claim_finding
from planforge.lint.judging.changes.increments import in_points
from planforge.lint.judging.changes.other_prices import beyond_prices
from planforge.lint.judging.changes.stated import claims
from planforge.lint.judging.changes.verdicts import Verdict, ratio_verdict
from planforge.lint.judging.words import shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF212",
    slug="total-growth-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="所写增长（下降）幅度与基期、末期数字不符",
    why="“比某年增长x%”由两个数推算，读者一除便知；增长k倍与是原来的k倍也常常混淆。",
    bad="""\
- text: |
    2015年，技术合同登记额为1.33亿元。

    2020年，技术合同登记额达到2.59亿元，较2015年增长84.7%。
""",
    good="""\
- text: |
    2015年，技术合同登记额为1.33亿元。

    2020年，技术合同登记额达到2.59亿元，较2015年增长94.7%。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every total growth outside of what its base and end allow."""
    for claim in claims(subject.facts):
        if claim.statement.kind is Kind.GROWTH_TOTAL and _wrong(claim):
            yield claim_finding(RULE, claim, _message(claim), None if claim.sure else Severity.WARNING)
    for claim in beyond_prices(subject.facts):
        if claim.statement.kind is Kind.GROWTH_TOTAL:
            message = f"{_message(claim)}；按可比价计算也不会相差这么多"
            yield claim_finding(RULE, claim, message, Severity.WARNING)


def _wrong(claim: Claim) -> bool:
    """Points called % are for PF218."""
    return ratio_verdict(claim) is Verdict.CONTRADICTED and not in_points(claim)


def _message(claim: Claim) -> str:
    statement = claim.statement
    word = "下降" if statement.falls else "增长"
    reckoned = f"{operands_told(claim)}，{ratio_told(claim)}，即{growth_told(claim)}（{ratio_accepted(claim)}）"
    advice = "，".join(part for part in (ratio_fix(claim), _remark(claim)) if part)
    said = f"“{subject_name(claim.subject)}”所写{word}{shown(statement)}与基期、末期数字不符"
    return f"{said}：{reckoned}；{advice or '请核实'}"


def _remark(claim: Claim) -> str:
    """增长k倍 is 1 + k times; who wrote it for “is k times” is told so."""
    if claim.statement.quantity.unit.name == "倍" and claim.statement.ratio.shifted(-1).meets(claim.ratio):
        return f"若意为末期是基期的{shown(claim.statement)}，应写“是……的{shown(claim.statement)}”"
    return ""
