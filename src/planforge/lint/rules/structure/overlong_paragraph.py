"""PF105: a paragraph longer than a page of the printed document."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

LIMIT = 616
"""Characters on a full page: 22 lines of 28 characters (GB/T 9704-2012, 5.2.2)."""
_BAD = "完善科技金融服务体系，" * 60

RULE = Rule(
    code="PF105",
    slug="overlong-paragraph",
    severity=Severity.INFO,
    since="0.1.0",
    summary="段落太长，超过一整页",
    why="一页 22 行、每行 28 字；超过一页不分段，读者找不到重点，修改也难对照。",
    bad=f"""\
- text: |
    {_BAD}
""",
    good="""\
- text: |
    完善科技金融服务体系。
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each paragraph over the limit, at its first words."""
    for passage in subject.plan.passages() if subject.plan else ():
        length = len(passage.text.printed)
        if length > LIMIT:
            message = f"这一段有{length}字，应不超过一页的{LIMIT}字，请分段"
            yield RULE.finding(passage.text.span(0, 12), message, key=passage.text.printed[:40])
