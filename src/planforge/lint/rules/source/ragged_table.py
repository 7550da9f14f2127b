"""PF011: a table row has another number of cells than the head."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF011",
    slug="ragged-table",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="表格某一行的格数与表头不同",
    why="少一格，后面的数字就会印到别的栏里。",
    bad="""\
planforge: 1
title: 某市科技创新规划
chapters:
  - heading: 回顾
    body:
      - table: 指标完成情况
        rows: |
          指标 | 2015年 | 2020年
          高新技术企业（家） | 158
""",
    good="""\
planforge: 1
title: 某市科技创新规划
chapters:
  - heading: 回顾
    body:
      - table: 指标完成情况
        rows: |
          指标 | 2015年 | 2020年
          高新技术企业（家） | 32 | 158
""",
    needs=Need.SOURCE,
)

check = reported(RULE, ProblemKind.LAYOUT)
