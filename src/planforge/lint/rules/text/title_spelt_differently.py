"""PF468: two 《》 names that differ in a character or two: one of them is misspelt."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from planforge.lint.finding import Finding, Severity
from planforge.lint.packs.near import is_slip
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.text._spellings import spellings
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF468",
    slug="title-spelt-differently",
    severity=Severity.INFO,
    since="0.1.0",
    summary="同一文件的名称前后差一两个字",
    why="书名号里的名称要与原文一致；前后不一，读者会以为是两个文件。",
    bad="""\
- text: |
    落实《某市促进科技成果转移转化行动方案》。
- text: |
    依据《某市促进科技成果转化转化行动方案》安排资金。
""",
    good="""\
- text: |
    落实《某市促进科技成果转移转化行动方案》。
- text: |
    依据《某市促进科技成果转移转化行动方案》安排资金。
""",
    needs=Need.PLAN,
)

_NAME = regex.compile(r"《(?P<name>[^《》\n]{10,80})》")
_ENDS = (3, 3)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding at the rarer spelling of each pair, the later one when both are as frequent."""
    sheet = subject.prose.words if subject.plan else None
    for found in spellings(sheet, _NAME, _ENDS, _is_same) if sheet else ():
        message = f"《{found.odd}》与别处的《{found.model}》只差一两个字，请核对是否同一文件"
        yield RULE.finding(found.at, message, related=((found.model_at, "别处的写法"),))


def _is_same(one: str, two: str) -> bool:
    return is_slip(one, two, 2) and is_slip(two, one, 2)
