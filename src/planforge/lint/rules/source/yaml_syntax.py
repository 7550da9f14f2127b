"""PF001: the file is no YAML."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF001",
    slug="yaml-syntax",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="文件不符合 YAML 写法，读不下去",
    why="读不懂的文件既不能核对，也不能排版。",
    bad="""\
planforge: 1
title: 某市科技创新规划
preface: “十四五”时期: 推动科技创新
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
""",
    good="""\
planforge: 1
title: 某市科技创新规划
preface: |
  “十四五”时期: 推动科技创新
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
""",
    needs=Need.SOURCE,
)

check = reported(RULE, ProblemKind.SYNTAX)
