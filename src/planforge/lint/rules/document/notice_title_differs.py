"""PF509: the title of the notice does not name its organ, its plan or its kind."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF509",
    slug="notice-title-differs",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="通知标题与发文机关、规划标题或文种不符",
    why="公文标题由发文机关名称、事由和文种组成（GB/T 9704-2012 7.3.1），事由里的规划名称应与规划标题一致。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document: {issuer: 某市人民政府办公室, title: 某市人民政府办公室关于印发某市科技发展规划的通知}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document: {issuer: 某市人民政府办公室, title: 某市人民政府办公室关于印发某市科技创新规划的通知}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)

_KINDS = ("通知", "批复", "函", "意见", "通告", "公告")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding that names everything the typed title lacks."""
    plan = subject.plan
    typed = plan.document.title if plan else None
    if plan is None or typed is None or plan.title is None:
        return
    title = "".join(typed.printed.split())
    lacking = []
    if plan.document.issuer and not title.startswith(plan.document.issuer.printed):
        lacking.append(f"发文机关“{plan.document.issuer}”")
    if "".join(plan.title.printed.split()) not in title:
        lacking.append(f"规划标题“{plan.title}”")
    if not title.endswith(_KINDS):
        lacking.append("文种（如“通知”）")
    if lacking:
        yield RULE.finding(typed.whole, f"通知标题里没有{'、'.join(lacking)}，请核对；不写 title 时会自动合成")
