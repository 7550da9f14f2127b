"""PF102: a heading stands two levels below the one above it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.plan.model import Heading

RULE = Rule(
    code="PF102",
    slug="skipped-heading-level",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="标题跳级：上一级标题没有出现",
    why="层次序数依次为“一、”“（一）”“1.”“（1）”（GB/T 9704-2012 7.3.3），跳过一级，读者会以为漏了内容。",
    bad="""\
- heading: 主要成效
- heading: 平台建设
  level: 4
- text: |
    建成一批平台。
""",
    good="""\
- heading: 主要成效
- heading: 平台建设
  level: 3
- text: |
    建成一批平台。
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each numbered heading that is too deep for its place."""
    for chapter in subject.plan.chapters if subject.plan else ():
        above = 1
        for block in chapter.blocks:
            if isinstance(block, Heading) and block.number:
                # run-in headings right below a chapter are common (第一章 … 1.…): only headings on a line count
                if block.level > above + 1 and not block.run_in:
                    message = (
                        f"标题“{block.text}”应为{above + 1}级，实为{block.level}级（{block.number}），"
                        f"前面没有{above + 1}级标题；请补上{above + 1}级标题，或改为{above + 1}级"
                    )
                    yield RULE.finding(block.text.whole, message)
                above = block.level
