"""PF217: 翻N番 where the figures reach far beyond it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Approximation
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.arithmetic import operands_told, ratio_told
from planforge.lint.judging.changes.claim import Claim, claim_finding
from planforge.lint.judging.changes.doublings import BEYOND, doublings
from planforge.lint.judging.changes.stated import claims
from planforge.lint.judging.words import shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.plan.numerals import chinese

RULE = Rule(
    code="PF217",
    slug="doubling-understated",
    severity=Severity.INFO,
    since="0.1.0",
    summary="所写翻番明显低于基期、末期数字",
    why="翻番说的是到了几倍；早已超过而仍说翻番，或是成绩说小了，或是基期、末期口径不同。",
    bad="""\
- text: |
    截至2020年底，高新技术企业达到158家，较2015年翻一番。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    高新技术企业（家） | 32 | 158
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
    """Yield a note where the figures pass 翻N番 clearly, a warning where a further doubling fits."""
    for claim in claims(subject.facts):
        if claim.statement.kind is Kind.DOUBLING and not claim.statement.comparator.one_sided:
            stated, reached = doublings(claim)
            if reached.low >= stated + (1 if _with_more(claim) else BEYOND):
                severity = Severity.WARNING if claim.sure and reached.low >= stated + 1 else None
                yield claim_finding(RULE, claim, _message(claim, int(reached.low)), severity)


def _with_more(claim: Claim) -> bool:
    """Whether 翻一番多 is said, which holds until the next doubling is reached."""
    return claim.statement.quantity.approximation is Approximation.OVER_SCALE


def _message(claim: Claim, whole: int) -> str:
    stated, _ = doublings(claim)
    reckoned = f"{operands_told(claim)}，{ratio_told(claim)}"
    times = "两" if whole == 2 else chinese(whole)
    better = f"已可说翻{times}番" if whole > stated else f"可直接写{ratio_told(claim).partition('=')[2]}"
    said = f"“{subject_name(claim.subject)}”{shown(claim.statement)}说得偏低"
    return f"{said}：{reckoned}，{better}；若基期与末期口径不同，请写明"
