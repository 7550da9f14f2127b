"""A rule's page, for `planforge explain` and docs/rules/: the same words from the same metadata."""

from __future__ import annotations

import json

from planforge.lint.finding import Severity
from planforge.lint.rule import Rule

_GUIDE = {
    "PF0": ("常见报错", "07-common-errors.md"),
    "PF1": ("专栏与表格", "03-boxes-tables.md"),
    "PF2": ("台账与引用", "02-ledger.md"),
    "PF5": ("发文要素与稿次", "04-document-elements.md"),
    "PF6": ("台账与引用", "02-ledger.md"),
}
"""The page of the drafter's guide that a family belongs to; all others to the page on reports."""
_REPORTS = ("读懂报告与改错", "06-reading-reports.md")
_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def rule_page(rule: Rule) -> str:
    """Return the page as Markdown; a rule of an office's pack may leave parts of it out."""
    title, file = _GUIDE.get(rule.code[:3], _REPORTS)
    facts = [f"- 级别：{_WORDS[rule.severity]}", *([f"- 始于版本：{rule.since}"] if rule.since else [])]
    parts = [
        f"# {rule.code} {rule.slug}",
        f"{rule.summary}。",
        "\n".join(facts),
        *(["## 为什么", rule.why] if rule.why else []),
        *(["## 有问题的写法", _yaml(rule.bad)] if rule.bad else []),
        *(["## 改好之后", _yaml(rule.good)] if rule.good else []),
        f"参见起草人手册：[{title}](../guide/{file})",
    ]
    return "\n\n".join(parts) + "\n"


def _yaml(words: str) -> str:
    return f"```yaml\n{words.rstrip()}\n```"


def rule_index(rules: list[Rule]) -> str:
    """Return the list of all rules as Markdown, with links to their pages."""
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.slug} | {_WORDS[rule.severity]} | {rule.summary} |" for rule in rules
    ]
    head = ["# 规则", "", "| 代码 | 名称 | 级别 | 检查什么 |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *rows, ""])


def rule_list(rules: list[Rule]) -> str:
    """Return the list of all rules for a terminal."""
    return "\n".join(f"{rule.code}  {_WORDS[rule.severity]}  {rule.summary}（{rule.slug}）" for rule in rules)


def rule_list_json(rules: list[Rule], *, ascii_only: bool) -> str:
    """Return {"version": 1, "rules": […]}, for programs that show or choose rules."""
    rows = [
        {
            "code": rule.code,
            "rule": rule.slug,
            "severity": rule.severity.value,
            "since": rule.since,
            "summary": rule.summary,
            "why": rule.why,
        }
        for rule in rules
    ]
    return json.dumps({"version": 1, "rules": rows}, ensure_ascii=ascii_only, indent=2)
