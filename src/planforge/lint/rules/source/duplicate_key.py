"""PF004: a key stands twice in one place."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF004",
    slug="duplicate-key",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="同一处的键写了两次",
    why="后一个会悄悄盖掉前一个，写过的内容就此消失。",
    bad="""\
planforge: 1
title: 某市科技创新规划
title: 某市科技创新行动计划
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
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

check = reported(RULE, ProblemKind.DUPLICATE_KEY)
