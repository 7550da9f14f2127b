"""PF429: full-width and half-width percent signs in one plan."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule, replacement
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF429",
    slug="mixed-percent-signs",
    severity=Severity.INFO,
    since="0.1.0",
    summary="全角“％”和半角“%”混用",
    why="同类数字用同一形式（GB/T 15835-2011 4.3.3），百分号以半角为宜。",
    bad="""\
- text: |
    研发投入占比达到2.5％，科技进步贡献率达到60%。
""",
    good="""\
- text: |
    研发投入占比达到2.5%，科技进步贡献率达到60%。
""",
    needs=Need.PLAN,
)

_FIGURE = regex.compile(r"\d[\d.]*％|％")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each full-width sign in a plan that has half-width ones too."""
    sheet = subject.prose.printed if subject.plan else None
    if sheet is None or "%" not in sheet.text or "％" not in sheet.text:
        return
    for match in sheet.matches(_FIGURE):
        sign = sheet.span(match.end() - 1, match.end())
        fix = replacement(sign, "%") if sign.text == "％" else None
        message = f"“{match.group()}”用了全角百分号，文中别处用半角“%”，请统一"
        yield RULE.finding(sheet.span(match.start(), match.end()), message, fix=fix)
