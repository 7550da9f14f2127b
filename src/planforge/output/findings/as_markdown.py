"""Markdown, for the comment of a merge request: errors first, one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.lint.finding import Finding, Severity
from planforge.lint.report import Report

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "markdown"
_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def format_report(report: Report, style: Style) -> str:
    """Return a heading with the counts and a table, the worst first."""
    counts = "、".join(f"{report.count(severity)} 个{_WORDS[severity]}" for severity in Severity)
    if not report.findings:
        return f"### 规划核对：没有发现问题\n\n检查了 {len(report.files)} 个文件。"
    rows = [_row(finding) for finding in sorted(report.findings, key=lambda finding: finding.severity.rank)]
    return "\n".join(
        [f"### 规划核对：{counts}", "", "| 级别 | 位置 | 问题 | 规则 |", "| --- | --- | --- | --- |", *rows]
    )


def _row(finding: Finding) -> str:
    places = "".join(f"<br>另见 `{related.place}` {_cell(related.message)}" for related in finding.related)
    return f"| {_WORDS[finding.severity]} | `{finding.place}` | {_cell(finding.message)}{places} | {finding.code} |"


def _cell(text: str) -> str:
    """Keep a text within its cell: no markup of its own."""
    for character in "\\|<>*_`[]":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", " ")
