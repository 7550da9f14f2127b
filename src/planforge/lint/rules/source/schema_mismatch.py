"""PF006: a value is not what the format wants, or a key is missing."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF006",
    slug="schema-mismatch",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="内容不合格式：值不对，或缺少必需的键",
    why="程序只认得格式里有的写法，猜测会印出错误的公文。",
    bad="""\
planforge: 1
title: 某市科技创新规划
stage: 印发
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
""",
    good="""\
planforge: 1
title: 某市科技创新规划
stage: 印发稿
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
""",
    needs=Need.SOURCE,
)

check = reported(RULE, ProblemKind.SCHEMA)
