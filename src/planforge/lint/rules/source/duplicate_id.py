"""PF010: two blocks of one kind have the same name for references."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF010",
    slug="duplicate-id",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="引用名重复",
    why="引用时分不清指的是哪一个，编号会印错。",
    bad="""\
planforge: 1
title: 某市科技创新规划
chapters:
  - heading: 主要任务
    body:
      - box: 联盟建设工程
        id: 联盟
        text: |
          甲。
      - box: 平台建设工程
        id: 联盟
        text: |
          乙。
""",
    good="""\
planforge: 1
title: 某市科技创新规划
chapters:
  - heading: 主要任务
    body:
      - box: 联盟建设工程
        id: 联盟
        text: |
          甲。
      - box: 平台建设工程
        id: 平台
        text: |
          乙。
""",
    needs=Need.SOURCE,
)

check = reported(RULE, ProblemKind.DUPLICATE_ID)
