"""PF003: YAML features whose meaning does not show: anchors, aliases, tags, merge keys, folding."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF003",
    slug="yaml-feature-refused",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="用了本格式不支持的 YAML 写法（锚点、别名、标签、合并键、折叠块）",
    why="这些写法让文件的意思与看上去不同，改一处会牵动看不见的另一处。",
    bad="""\
planforge: 1
title: 某市科技创新规划
preface: >
  推动
  科技创新。
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
  推动
  科技创新。
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
""",
    needs=Need.SOURCE,
)

check = reported(RULE, ProblemKind.FORBIDDEN_YAML)
