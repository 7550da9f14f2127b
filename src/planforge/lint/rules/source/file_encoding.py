"""PF002: the file is readable, but not UTF-8."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF002",
    slug="file-encoding",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="文件不是 UTF-8 编码",
    why="换一台电脑或编辑器打开时可能成为乱码。",
    bad="""\
# encoding: gb18030
planforge: 1
title: 某市科技创新规划
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

check = reported(RULE, ProblemKind.ENCODING)
