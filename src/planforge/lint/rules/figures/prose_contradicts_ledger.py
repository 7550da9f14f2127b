"""PF207: prose contradicts ledger."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.contradiction import contradictions
from planforge.lint.judging.conflicts.found import Between
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF207",
    slug="prose-contradicts-ledger",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="正文的数字与台账中同一指标的数字矛盾",
    why="台账是全文数字的来源；正文另写一个数，改了台账也不会跟着变。",
    bad="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
indicators:
  高新技术企业: {unit: 家, actual: {2020: 158}}
chapters:
  - heading: 发展回顾
    role: [回顾]
    body:
      - text: |
          截至2020年底，高新技术企业达到168家。
""",
    good="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
indicators:
  高新技术企业: {unit: 家, actual: {2020: 158}}
chapters:
  - heading: 发展回顾
    role: [回顾]
    body:
      - text: |
          截至2020年底，高新技术企业达到158家。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a group of figures that exclude each other; a warning when a time or name was inferred."""
    yield from contradictions(RULE, subject, Between.PROSE_LEDGER)
