"""PF014: a chart asks for something that the ledger has no figures to draw."""

from planforge.lint.finding import Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.source._reported import reported
from planforge.source.problem import ProblemKind

RULE = Rule(
    code="PF014",
    slug="undrawable-chart",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="图表要的指标、年份或单位，台账里没有可画的数字",
    why="画不出的不印，图就比图题说的少；读者不知道缺了什么。",
    bad="""\
planforge: 1
title: 某市科技创新规划
indicators:
  科技成果转化: {unit: 项, total: {2021-2025: 350以上}}
chapters:
  - heading: 发展目标
    body:
      - chart: 科技成果转化目标
        indicators: 科技成果转化
""",
    good="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, actual: {2020: 158}, target: {2025: 230以上}}
chapters:
  - heading: 发展目标
    body:
      - chart: 高新技术企业目标
        indicators: 高新技术企业
""",
    needs=Need.SOURCE,
)

check = reported(RULE, ProblemKind.CHART)
