"""A comparison as Markdown, for the comment of a merge request."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.lint.finding import Finding
from planforge.output.changes.words import ACTIONS, AREAS, JUDGEMENTS
from planforge.review.change import Change
from planforge.review.compare import Comparison

NAME = "markdown"
_LONGEST = 120


def format_changes(comparison: Comparison, ascii_only: bool) -> str:
    """Return a heading and one table."""
    parts = [*_findings("新出现的问题", comparison.new_findings), *_findings("已改正的问题", comparison.resolved)]
    if not comparison.changes:
        return "\n".join(["### 版本对照：没有差别", *parts])
    weaker = len(comparison.weaker())
    head = f"### 版本对照：{len(comparison.changes)} 处变化" + (f"，{weaker} 处目标变弱、推迟或删去" if weaker else "")
    rows = [_row(change) for change in comparison.changes]
    return "\n".join(
        [head, "", "| 类别 | 变化 | 对象 | 原来 | 现在 |", "| --- | --- | --- | --- | --- |", *rows, *parts]
    )


def _findings(title: str, findings: Sequence[Finding]) -> list[str]:
    """Return a list of findings below a title, nothing for none."""
    rows = [f"- `{finding.place}` {_cell(finding.message)}（{finding.code}）" for finding in findings]
    return ["", f"#### {title}：{len(rows)} 个", "", *rows] if rows else []


def _row(change: Change) -> str:
    judgement = JUDGEMENTS[change.judgement]
    action = ACTIONS[change.action] + (f"（**{judgement}**）" if judgement else "")
    subject = change.subject + (f"：{change.detail}" if change.detail else "")
    cells = (AREAS[change.area], action, _cell(subject), _cell(change.old), _cell(change.new))
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    for character in "\\|<>*_`[]":
        short = short.replace(character, f"\\{character}")
    return short.replace("\n", " ")
