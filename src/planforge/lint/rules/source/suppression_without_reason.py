"""PF012: a suppression that does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF012",
    slug="suppression-without-reason",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="忽略某条规则却没有写原因，这条忽略不起作用",
    why="过些时候没有人记得当初为什么放行；写上原因，审稿的人才敢信。",
    bad="""\
- text: |
    根据某委办发[2017]69号精神，制定本规划。
  # planforge: ignore[PF506]
""",
    good="""\
# planforge: ignore[PF506] 原文如此，照录
- text: |
    根据某委办发[2017]69号精神，制定本规划。
""",
    needs=Need.SOURCE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each comment without a reason."""
    for suppression in subject.suppressions:
        if not suppression.reason:
            rules = "、".join(suppression.rules)
            yield RULE.finding(suppression.span, f"忽略“{rules}”应在方括号后写明原因，实为空，这条忽略不起作用")
