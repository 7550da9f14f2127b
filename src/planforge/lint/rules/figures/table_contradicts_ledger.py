"""PF208: table contradicts ledger."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.contradiction import contradictions
from planforge.lint.judging.conflicts.found import Between
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF208",
    slug="table-contradicts-ledger",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="表中的数字与台账中同一指标的数字矛盾",
    why="照录的表不随台账变化；两处不一，附表和正文就会各说各的。",
    bad="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
indicators:
  高新技术企业: {unit: 家, actual: {2015: 32, 2020: 158}}
chapters:
  - heading: 发展回顾
    role: [回顾]
    body:
      - table: 主要指标
        rows: |
          指标 | 2015年 | 2020年
          高新技术企业（家） | 32 | 185
""",
    good="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
indicators:
  高新技术企业: {unit: 家, actual: {2015: 32, 2020: 158}}
chapters:
  - heading: 发展回顾
    role: [回顾]
    body:
      - table: 主要指标
        rows: |
          指标 | 2015年 | 2020年
          高新技术企业（家） | 32 | 158
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a group of figures that exclude each other; a warning when a time or name was inferred."""
    yield from contradictions(RULE, subject, Between.TABLE_LEDGER)
