"""A rule's page, for `planforge explain` and docs/rules/: the same words from the same metadata."""

from __future__ import annotations

import json

from planforge.lint.finding import Severity
from planforge.lint.rule import Rule

_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def rule_page(rule: Rule) -> str:
    """Return the page as Markdown."""
    return f"""# {rule.code} {rule.slug}

{rule.summary}。

- 级别：{_WORDS[rule.severity]}
- 始于版本：{rule.since}

## 为什么

{rule.why}

## 有问题的写法

```yaml
{rule.bad.rstrip()}
```

## 改好之后

```yaml
{rule.good.rstrip()}
```
"""


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
