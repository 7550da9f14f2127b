"""PF214: 翻N番 where the figures do not reach so far."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.arithmetic import operands_told, ratio_told
from planforge.lint.judging.changes.claim import Claim, claim_finding
from planforge.lint.judging.changes.doublings import ALMOST, NEARLY, doublings
from planforge.lint.judging.changes.other_prices import beyond_prices
from planforge.lint.judging.changes.stated import claims
from planforge.lint.judging.words import decimal, shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF214",
    slug="doubling-overstated",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="所写翻番高于基期、末期数字",
    why="翻一番是2倍，翻两番是4倍；差得远而说翻番，是把成绩说大了。",
    bad="""\
- text: |
    截至2020年底，高新技术企业达到95家，较2015年翻两番。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    高新技术企业（家） | 32 | 95
""",
    good="""\
- text: |
    截至2020年底，高新技术企业达到128家，较2015年翻两番。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    高新技术企业（家） | 32 | 128
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield an error where the figures stay clearly below 翻N番, a note where they nearly reach it."""
    for claim in claims(subject.facts):
        if claim.statement.kind is Kind.DOUBLING and (severity := _severity(claim)) is not None:
            yield claim_finding(RULE, claim, _message(claim), severity)
    for claim in beyond_prices(subject.facts):
        if claim.statement.kind is Kind.DOUBLING and _severity(claim) is not None:
            yield claim_finding(RULE, claim, _message(claim), Severity.WARNING)


def _severity(claim: Claim) -> Severity | None:
    stated, reached = doublings(claim)
    if reached.high is None or reached.high >= stated:
        return None
    if claim.statement.comparator is Comparator.APPROX and reached.high >= stated - ALMOST:
        return None
    if reached.high >= stated - NEARLY and not claim.statement.comparator.one_sided:
        return Severity.INFO
    return RULE.severity if claim.sure else Severity.WARNING


def _message(claim: Claim) -> str:
    stated, _ = doublings(claim)
    end = claim.end.quantity
    value = claim.base.value * Fraction(2**stated) / end.written.scale
    needed = decimal(value, claim.base.quantity.written.decimals) + end.scale + end.raw_unit
    reckoned = f"{operands_told(claim)}，{ratio_told(claim)}"
    said = shown(claim.statement)
    return f"“{subject_name(claim.subject)}”{said}说得过高：{reckoned}，{said}应达到{needed}；请核实，或改写为倍数"
