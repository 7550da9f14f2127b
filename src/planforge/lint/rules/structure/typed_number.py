"""PF106: a number typed before a heading or a task: the program numbers them itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule, replacement
from planforge.lint.subject import Subject
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Box, Chapter, Figure, Heading, Plan, Table, Task

RULE = Rule(
    code="PF106",
    slug="typed-number",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="标题、任务、表题或专栏标题前手写了编号",
    why="编号由程序按次序自动加；手写的会印成两遍，增删之后还会错。",
    bad="""\
- heading: （一）主要成效
- text: |
    建成一批平台。
""",
    good="""\
- heading: 主要成效
- text: |
    建成一批平台。
""",
    needs=Need.PLAN,
)

_NUMBER = expression(
    r"(?:第[一二三四五六七八九十]+[章节编篇](?=[　\s]|[\u4e00-\u9fff])"
    r"|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、"
    r"|[（(]\d{1,2}[）)]|\d{1,2}[.、．](?!\d))[　\s]*"
)
_ANNEX = expression(rf"附件\s*\d{{0,2}}\s*[:：.、　\s]\s*|{_NUMBER.pattern}")
_LABEL = expression(r"(?:专栏|表|图)\s*\d+[:：.、]?[　\s]*")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each number that stands before the words; other formats print theirs in the text."""
    if subject.plan is None or not subject.plan.from_source:
        return
    for text, pattern in _titles(subject.plan):
        match = pattern.match(text.printed)
        if match and match.end() < len(text.printed):
            span = text.span(0, match.end())
            message = f"“{match.group().strip()}”不用手写，编号会自动加上，请删去"
            yield RULE.finding(span, message, key=text.printed, fix=replacement(span, ""))


def _titles(plan: Plan) -> Iterator[tuple[Text, re.Pattern[str]]]:
    for block in plan.blocks():
        match block:
            case Chapter():
                yield block.heading, _ANNEX if block.attached else _NUMBER
            case Heading():
                yield block.text, _NUMBER
            case Task():
                yield block.name, _NUMBER
            case Box():
                yield block.title, _LABEL
            case Table() | Figure():
                yield block.caption, _LABEL
