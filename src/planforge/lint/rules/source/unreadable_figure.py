"""PF009: a ledger value that is no figure."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF009",
    slug="unreadable-figure",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="台账里的数字读不懂",
    why="读不懂的数字既印不对，也核不了。",
    bad="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, actual: {2020: 一百多}}
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
""",
    good="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, actual: {2020: 约160}}
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
""",
    needs=Need.SOURCE,
)

check = reported(RULE, ProblemKind.FIGURE)
