"""PF007: a key or block that the format does not have."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF007",
    slug="unknown-key",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="不认识的键或块",
    why="多半是笔误；不指出来，这一处内容就会悄悄丢失。",
    bad="""\
planforge: 1
title: 某市科技创新规划
chapters:
  - heading: 主要任务
    body:
      - task: 健全转化体系
        leed: 市科技局
        text: |
          完善政策体系。
""",
    good="""\
planforge: 1
title: 某市科技创新规划
chapters:
  - heading: 主要任务
    body:
      - task: 健全转化体系
        lead: 市科技局
        text: |
          完善政策体系。
""",
    needs=Need.SOURCE,
)

check = reported(RULE, ProblemKind.UNKNOWN_KEY)
