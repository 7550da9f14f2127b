"""PF109: a unit typed behind a reference that prints it already."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.outline.text import SegmentKind, Text
from planforge.patterns import expression
from planforge.plan.ledger import SUFFIXES

RULE = Rule(
    code="PF109",
    slug="unit-after-reference",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="引用已经印出单位，后面又写了一遍",
    why="{指标@年份} 印出的数字带着台账里的单位，再写一遍就成了“158家家”。",
    bad="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, actual: {2020: 158}}
chapters:
  - heading: 主要任务
    body:
      - text: |
          高新技术企业达到{高新技术企业@2020}家。
""",
    good="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, actual: {2020: 158}}
chapters:
  - heading: 主要任务
    body:
      - text: |
          高新技术企业达到{高新技术企业@2020}。
""",
    needs=Need.PLAN,
)

_SUFFIX = "|".join(SUFFIXES)
_PRINTED = expression(rf"\d(?P<unit>[^\d\s.]+?)(?:{_SUFFIX})?$")
_END = expression(rf"$|[，。；、：）！？]|{_SUFFIX}")
"""A unit ends here; 18个 and 个体工商户 share a character only."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each unit that stands right behind a reference printing it."""
    for passage in subject.plan.passages() if subject.plan and subject.plan.from_source else ():
        if len(passage.text.segments) > 1:
            yield from _doubled(passage.text)


def _doubled(text: Text) -> Iterator[Finding]:
    for reference, behind in pairwise(text.segments):
        found = _PRINTED.search(reference.printed) if reference.kind is SegmentKind.REFERENCE else None
        if found is None or behind.kind is not SegmentKind.LITERAL:
            continue
        unit = found["unit"]
        if behind.printed.startswith(unit) and _END.match(behind.printed, len(unit)):
            span = text.file.span(behind.start, behind.start + len(unit))
            yield RULE.finding(span, f"引用已经印作“{reference.printed}”，后面的“{unit}”请删去")
