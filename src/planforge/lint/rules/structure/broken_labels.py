"""PF123: 专栏, tables or figures of a Word or text file whose numbers skip, repeat or go back."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.structure._typed import Typed, typed_labels
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF123",
    slug="broken-labels",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="专栏、表或图的编号不连续或重复（Word、TXT 稿）",
    why="正文按编号引用专栏和表；跳号像是漏了一个，重号不知道说的是哪一个。",
    bad="""\
# document: 规划.txt
某市科技创新规划
一、主要任务
专栏1 创新平台建设
建设平台。
专栏3 人才引育
引进人才。
""",
    good="""\
# document: 规划.txt
某市科技创新规划
一、主要任务
专栏1 创新平台建设
建设平台。
专栏2 人才引育
引进人才。
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each label that does not follow the one before it of its kind."""
    if subject.plan is None or subject.plan.from_source:
        return
    before: dict[str, Typed] = {}
    for typed in typed_labels(subject.plan):
        last = before.get(typed.style)
        expected = last.number + 1 if last else 1
        before[typed.style] = typed
        if typed.number != expected:
            yield _finding(typed, last, expected)


def _finding(typed: Typed, last: Typed | None, expected: int) -> Finding:
    shown = f"{typed.style}{typed.number}"
    related = ((last.span, f"前一个是{last.style}{last.number}"),) if last else ()
    message = f"{typed.style}的编号不连续：这里应为{typed.style}{expected}，实为{shown}；请核对是否漏了一个，或重新编号"
    return RULE.finding(typed.span, message, related=related)
