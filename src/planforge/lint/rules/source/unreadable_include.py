"""PF005: a file that the plan names cannot be read."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF005",
    slug="unreadable-include",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="引用的文件读不到",
    why="缺了一章或缺了台账的规划无法核对，也印不全。",
    bad="""\
planforge: 1
title: 某市科技创新规划
chapters:
  - chapters/没有这个文件.yaml
""",
    good="""\
planforge: 1
title: 某市科技创新规划
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
""",
    needs=Need.SOURCE,
)

check = reported(RULE, ProblemKind.INCLUDE)
