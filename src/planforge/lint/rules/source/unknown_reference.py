"""PF008: a reference in braces names nothing that exists."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF008",
    slug="unknown-reference",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="花括号里的引用找不到对应的指标、表、专栏或任务",
    why="引用印不出来，读者会在正式文件里看到花括号。",
    bad="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, actual: {2020: 158}}
chapters:
  - heading: 主要任务
    body:
      - text: |
          高新技术企业达到{高新企业@2020}。
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
    needs=Need.SOURCE,
)

check = reported(RULE, ProblemKind.REFERENCE)
