"""PF476: one name in quotation marks written in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

import regex

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.text._spellings import spellings
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF476",
    slug="quoted-name-differs",
    severity=Severity.INFO,
    since="0.1.0",
    summary="引号里的同一名称前后差一两个词",
    why="工程、平台、行动的名称各处应当一样；差一两个词，读者不知道是一件事还是两件事。",
    bad="""\
- text: |
    建成“多网整合的智慧装备ERP云平台”。

    依托“多网融合的智慧装备制造ERP云平台”，服务中小企业。
""",
    good="""\
- text: |
    建成“多网融合的智慧装备制造ERP云平台”。

    依托“多网融合的智慧装备制造ERP云平台”，服务中小企业。
""",
    needs=Need.PLAN,
)

_NAME = regex.compile(r"“(?P<name>[^“”\n。；]{10,40})”")
_ENDS = (2, 3)
_ALIKE = 0.85
"""Share of characters in common: one word replaced and one left out of a name of sixteen, no more."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding at the rarer spelling of each pair, the later one when both are as frequent."""
    sheet = subject.prose.words if subject.plan else None
    for found in spellings(sheet, _NAME, _ENDS, _is_same) if sheet else ():
        message = f"这里的“{found.odd}”与别处的“{found.model}”很像，请核对是否同一名称"
        yield RULE.finding(found.at, message, related=((found.model_at, "别处的写法"),))


def _is_same(one: str, two: str) -> bool:
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE
