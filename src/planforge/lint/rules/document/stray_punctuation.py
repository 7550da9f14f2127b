"""PF507: punctuation typed around a document element that the house format adds itself."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule, replacement
from planforge.lint.subject import Subject
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import DocumentElements

RULE = Rule(
    code="PF507",
    slug="stray-element-punctuation",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="发文要素多写了版式会自动加的标点或字样",
    why="主送末尾的冒号、抄送的“抄送：”和句号、附注的括号、印发日期的“印发”由版式统一加，手写会印成两遍。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document: {recipients: 各县、区人民政府：}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document: {recipients: 各县、区人民政府}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)

_STRAY = {
    "recipients": expression(r"[:：。]$"),
    "copies": expression(r"^抄送[:：]|[。]$"),
    "disclosure": expression(r"^[（(]|[）)]$"),
    "note": expression(r"^[（(]|[）)]$"),
}

_NAMES = {"recipients": "主送机关", "copies": "抄送机关", "disclosure": "附注", "note": "题注"}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding, with its fix, for each stray mark."""
    for key, text in _elements(subject.plan.document) if subject.plan else ():
        for match in _STRAY[key].finditer(text.printed):
            span = text.span(match.start(), match.end())
            message = f"{_NAMES[key]}（{key}）里的“{match.group()}”不用写，版式会自动加上，请删去"
            yield RULE.finding(span, message, key=f"{key} {match.group()}", fix=replacement(span, ""))


def _elements(document: DocumentElements) -> Iterator[tuple[str, Text]]:
    named = {
        "recipients": document.recipients,
        "copies": document.copies,
        "disclosure": document.disclosure,
        "note": document.note,
    }
    yield from ((key, text) for key, text in named.items() if text)
