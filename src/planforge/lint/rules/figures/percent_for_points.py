"""PF218: 提高x% said of a percentage, where base and end only allow x个百分点."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.claim import Claim
from planforge.lint.judging.changes.increments import in_points
from planforge.lint.judging.changes.stated import claims
from planforge.lint.judging.words import dated, related, shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF218",
    slug="percent-for-points",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="百分数的增减写成了“%”，应为“个百分点”",
    why="28%比26%高2个百分点，不是高2%（高7.7%）；两种写法意思不同。",
    bad="""\
- text: |
    2015年，森林覆盖率为26.2%。

    2020年，森林覆盖率达到28.3%，比2015年提高2.1%。
""",
    good="""\
- text: |
    2015年，森林覆盖率为26.2%。

    2020年，森林覆盖率达到28.3%，比2015年提高2.1个百分点。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every change of a percentage that is true in points and false as a rate."""
    for claim in claims(subject.facts):
        if in_points(claim):
            yield RULE.finding(
                claim.statement.span,
                _message(claim),
                related=related([claim.base, claim.end]),
                indicator=claim.subject.indicator,
                key=f"{subject_name(claim.subject)} {claim.statement.years} {claim.statement.literal}",
            )


def _message(claim: Claim) -> str:
    stated = shown(claim.statement)
    unit = "个千分点" if claim.base.quantity.unit.name == "‰" else "个百分点"
    points = stated.replace("%", unit).replace("‰", unit)
    years = f"{dated(claim.base)}→{dated(claim.end)}"
    return f"“{subject_name(claim.subject)}”的“{stated}”应为“{points}”：{years}，相差的是{unit[1:]}"
