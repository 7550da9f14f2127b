"""PF132: a review note is still open."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF132",
    slug="open-review-note",
    severity=Severity.INFO,
    since="0.1.0",
    summary="还有没处理的审阅意见",
    why="审阅意见写在 review 里，不打印；定稿前应逐条处理并删去，build --final 会拒绝带着意见的稿子。",
    bad="""\
- text: |
    完善科技金融服务体系。
  review: 请补充具体措施
""",
    good="""\
- text: |
    完善科技金融服务体系，设立成果转化基金。
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each open note."""
    for block in subject.plan.blocks() if subject.plan else ():
        for note in block.review:
            yield RULE.finding(note.whole, f"审阅意见“{note.printed}”还没有处理，处理后请删去这一条")
