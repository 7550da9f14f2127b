"""PF603: a target nobody answers for, in a ledger whose other targets have an owner."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF603",
    slug="target-without-owner",
    severity=Severity.INFO,
    since="0.1.0",
    summary="别的指标都有责任单位，这一项没有",
    why="指标要分解到单位才考核得了；责任单位写在台账的 owner 里。",
    bad="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, owner: 市科技局, target: {2025: 230}}
  科技型中小企业: {unit: 家, target: {2025: 600}}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, owner: 市科技局, target: {2025: 230}}
  科技型中小企业: {unit: 家, owner: 市科技局, target: {2025: 600}}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each target without an owner when at least half of the targets have one."""
    with_target = [indicator for indicator in subject.plan.ledger if indicator.target] if subject.plan else []
    without = [indicator for indicator in with_target if indicator.owner is None]
    if len(without) * 2 > len(with_target):
        return
    for indicator in without:
        name = indicator.name.printed
        yield RULE.finding(indicator.span, f"指标“{name}”没有责任单位，请在台账里写上 owner: 单位名称", indicator=name)
