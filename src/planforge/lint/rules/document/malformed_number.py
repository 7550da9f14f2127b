"""PF501: the plan's own 发文字号 has not the form the standard gives."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule, replacement
from planforge.lint.rules.document._number import WELL_FORMED, suggestion
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF501",
    slug="malformed-document-number",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="发文字号写法不规范",
    why="发文字号由机关代字、年份、顺序号组成：年份写全称并用六角括号〔〕，"
    "顺序号不加“第”、不编虚位（GB/T 9704-2012 7.2.5）。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document: {number: "某政办发[2023]第05号"}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document: {number: 某政办发〔2023〕5号}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding when the number is there and malformed."""
    number = subject.plan.document.number if subject.plan else None
    if number is None or WELL_FORMED.fullmatch(number.printed):
        return
    meant = suggestion(number.printed)
    shown = f"“{meant}”" if meant else "“盘政办发〔2023〕5号”这样的写法"
    fix = replacement(number.whole, meant) if meant else None
    yield RULE.finding(number.whole, f"发文字号应为{shown}，实为“{number.printed}”", fix=fix)
