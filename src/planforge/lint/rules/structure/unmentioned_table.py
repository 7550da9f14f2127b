"""PF122: a table or figure that no sentence leads to."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.plan.model import Figure, Table

RULE = Rule(
    code="PF122",
    slug="unmentioned-table",
    severity=Severity.INFO,
    since="0.1.0",
    summary="表或图在正文里没有提到",
    why="读者从正文走到表里；没有提到的表，读的人不知道它说明什么。",
    bad="""\
- text: |
    主要指标增长较快。
- table: 主要指标完成情况
  rows: |
    指标 | 2020年
    企业（家） | 158
""",
    good="""\
- text: |
    主要指标增长较快，见{表:主要指标完成情况}。
- table: 主要指标完成情况
  rows: |
    指标 | 2020年
    企业（家） | 158
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each table or figure whose label stands in no passage."""
    plan = subject.plan
    if plan is None or not plan.from_source:
        return
    blocks = [block for block in plan.blocks() if isinstance(block, Table | Figure)]
    if not blocks:
        return
    captions = {id(block.caption) for block in blocks}
    prose = "\n".join(p.text.printed.replace(" ", "") for p in plan.passages() if id(p.text) not in captions)
    for block in blocks:
        if block.label not in prose:
            kind = block.label.rstrip("0123456789")
            message = f"正文没有提到{block.label}，请在正文写明，如“见{{{kind}:{block.id}}}”"
            yield RULE.finding(block.caption.whole, message)
