"""PF213: a multiple (是…的k倍) that base and end do not give."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.changes.growth import Kind
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.arithmetic import operands_told, ratio_accepted, ratio_fix, ratio_told
from planforge.lint.judging.changes.claim import Claim, claim_finding
from planforge.lint.judging.changes.stated import claims
from planforge.lint.judging.changes.verdicts import Verdict, ratio_verdict
from planforge.lint.judging.words import shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF213",
    slug="multiple-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="所写倍数与基期、末期数字不符",
    why="“是某年的k倍”等于末期除以基期，读者一除便知。",
    bad="""\
- text: |
    截至2020年底，科技型中小企业217家，是2015年的6倍。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    科技型中小企业（家） | 45 | 217
""",
    good="""\
- text: |
    截至2020年底，科技型中小企业217家，是2015年的4.8倍。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    科技型中小企业（家） | 45 | 217
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every multiple outside of what its base and end allow."""
    for claim in claims(subject.facts):
        if claim.statement.kind is Kind.MULTIPLE and ratio_verdict(claim) is Verdict.CONTRADICTED:
            yield claim_finding(RULE, claim, _message(claim), None if claim.sure else Severity.WARNING)


def _message(claim: Claim) -> str:
    statement = claim.statement
    reckoned = f"{operands_told(claim)}，{ratio_told(claim)}（{ratio_accepted(claim)}）"
    advice = "，".join(part for part in (ratio_fix(claim), _remark(claim)) if part)
    return (
        f"“{subject_name(claim.subject)}”所写{shown(statement)}与基期、末期数字不符：{reckoned}；{advice or '请核实'}"
    )


def _remark(claim: Claim) -> str:
    if claim.statement.ratio.shifted(1).meets(claim.ratio):
        return f"若意为增长了{shown(claim.statement)}，应写“增长{shown(claim.statement)}”"
    return ""
