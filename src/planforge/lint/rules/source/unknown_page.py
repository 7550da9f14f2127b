"""PF015: the plan names a page set-up that its house format has not."""

from __future__ import annotations

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import of_own_formats
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF015",
    slug="unknown-page",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="page 写的页面设置，版式里没有",
    why="没有这种页面设置，规划印不出来；到打印时才发现就晚了。",
    bad="""\
planforge: 1
title: 某市科技创新规划
page: margins-37
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
""",
    good="""\
planforge: 1
title: 某市科技创新规划
page: margins-37-35
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
""",
    needs=Need.SOURCE,
)

check = of_own_formats(RULE, ProblemKind.PAGE)
