"""PF514: organs in 主送 or 抄送 parted by other marks than 、 and ，."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule, replacement
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF514",
    slug="recipient-marks",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="主送、抄送机关之间用了分号或句号",
    why="主送、抄送机关同类之间用顿号，不同类之间用逗号，末尾的标点由版式加（GB/T 9704-2012 7.3.2、7.4.2）。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document: {recipients: 各县、区人民政府；市政府各部门}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document: {recipients: 各县、区人民政府，市政府各部门}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)

_MARK = expression(r"[；;。](?=.)")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each mark between two organs."""
    document = subject.plan.document if subject.plan else None
    named = {"主送": document.recipients, "抄送": document.copies} if document else {}
    for name, text in named.items():
        if text is None:
            continue
        for match in _MARK.finditer(text.printed):
            span = text.span(*match.span())
            message = f"{name}机关之间应为“，”，实为“{match.group()}”；同类的机关之间用“、”"
            yield RULE.finding(span, message, key=f"{name} {match.group()}", fix=replacement(span, "，"))
