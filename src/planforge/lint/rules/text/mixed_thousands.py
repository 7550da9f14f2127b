"""PF446: some large numbers with a comma between thousands, others without."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF446",
    slug="mixed-thousands",
    severity=Severity.INFO,
    since="0.1.0",
    summary="多位数有的分节、有的不分节",
    why="多位整数要么都分节，要么都不分节（GB/T 15835-2011 5.1.1），混用看着像不同来源的数字。",
    bad="""\
- text: |
    投资12,500万元，争取资金15954万元。
""",
    good="""\
- text: |
    投资12500万元，争取资金15954万元。
""",
    needs=Need.PLAN,
)

_PARTED = regex.compile(r"(?<![\d.,])\d{1,3}(?:[,，]\d{3})+(?![\d,，])(?=万|亿|元|人|家|项|个|件|亩|吨|平方|户|%)")
_PLAIN = regex.compile(r"(?<![\dA-Za-z.,\-/])\d{5,7}(?![\d号.,\-/A-Za-z])")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each parted number in a plan that has large numbers without commas."""
    sheet = subject.prose.printed if subject.plan else None
    plain = next(sheet.matches(_PLAIN), None) if sheet else None
    if sheet is None or plain is None:
        return
    other = sheet.span(plain.start(), plain.end())
    for match in sheet.matches(_PARTED):
        message = f"“{match.group()}”分了节，文中别处如“{plain.group()}”不分节，请统一"
        yield RULE.finding(sheet.span(match.start(), match.end()), message, related=((other, "不分节的数字"),))
