"""PF601: a target of the ledger that the chapter of goals does not name."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.targets._targets import has_target, names_of
from planforge.lint.subject import Subject
from planforge.plan.model import Plan

RULE = Rule(
    code="PF601",
    slug="target-not-in-goals",
    severity=Severity.INFO,
    since="0.1.0",
    summary="台账里的目标在发展目标一章没有提到",
    why="目标写在台账里、任务里，却不在发展目标里，评估时会漏掉；或者它本不是规划的目标。",
    bad="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, target: {2025: 230}}
  科技型中小企业: {unit: 家, target: {2025: 600}}
chapters:
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          到2025年，高新技术企业达到{高新技术企业@2025}。
""",
    good="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, target: {2025: 230}}
  科技型中小企业: {unit: 家, target: {2025: 600}}
chapters:
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          到2025年，高新技术企业达到{高新技术企业@2025}，科技型中小企业达到{科技型中小企业@2025}。
""",
    needs=Need.FACTS,
)

_GOALS = "目标"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for all targets that stand neither in the words, the tables nor the figures of the goals."""
    plan = subject.plan
    targets = [indicator for indicator in plan.ledger if has_target(indicator, plan)] if plan else []
    words = _words(plan) if plan and targets else ""
    if not words:
        return
    counted = _in_figures(subject)
    left = [one for one in targets if not any(name in counted or name in words for name in names_of(one))]
    if left:
        first, *others = left
        listed = "、".join(indicator.name.printed for indicator in left)
        message = f"这些目标在发展目标一章没有提到：{listed}；请写进去，或从台账的目标里去掉"
        related = tuple((indicator.span, f"指标“{indicator.name}”") for indicator in others)
        yield RULE.finding(first.span, message, related=related, key=listed)


def _words(plan: Plan) -> str:
    """Return everything that chapters of goals say, "" in a plan without one (which is for PF101 to tell)."""
    said = [passage.text.printed for passage in plan.passages() if _GOALS in passage.context.roles]
    tables = [found.table for found in plan.tables() if _GOALS in found.context.roles]
    cells = [cell.printed for table in tables for row in (table.head, *table.rows) for cell in row]
    return "\n".join([*said, *cells])


def _in_figures(subject: Subject) -> set[str]:
    """Return the indicators whose figures stand among the goals, whatever words lead to them."""
    return {
        one.indicator for one in subject.facts.statements if one.context is not None and _GOALS in one.context.roles
    }
