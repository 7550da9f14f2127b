"""PF602: a target that no task carries, in a plan whose tasks name their targets."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.targets._targets import has_target, names_of
from planforge.lint.subject import Subject
from planforge.plan.model import Plan, Task

RULE = Rule(
    code="PF602",
    slug="target-without-task",
    severity=Severity.INFO,
    since="0.1.0",
    summary="台账里的目标没有任务承担",
    why="没有任务的目标靠什么完成说不清；任务承担的目标写在 targets 里。",
    bad="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, target: {2025: 230}}
  科技型中小企业: {unit: 家, target: {2025: 600}}
chapters:
  - heading: 主要任务
    body:
      - task: 培育高新技术企业
        targets: 高新技术企业@2025
        text: |
          培育企业。
""",
    good="""\
planforge: 1
title: 某市科技创新规划
indicators:
  高新技术企业: {unit: 家, target: {2025: 230}}
  科技型中小企业: {unit: 家, target: {2025: 600}}
chapters:
  - heading: 主要任务
    body:
      - task: 培育科技型企业
        targets: [高新技术企业@2025, 科技型中小企业@2025]
        text: |
          培育企业。
""",
    needs=Need.FACTS,
)

_TASKS = frozenset({"任务", "重点"})


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for all targets that no task names, in its `targets`, its words or its figures."""
    plan = subject.plan
    named = _in_targets(plan) if plan else set()
    if plan is None or not named:
        return
    prose, counted = _task_prose(plan), _in_figures(subject)
    without = [
        indicator
        for indicator in plan.ledger
        if has_target(indicator, plan)
        and not any(name in named or name in counted or name in prose for name in names_of(indicator))
    ]
    if without:
        first, *others = without
        listed = "、".join(indicator.name.printed for indicator in without)
        message = f"这些目标没有任务承担：{listed}；请在相应任务的 targets 里写上"
        related = tuple((indicator.span, f"指标“{indicator.name}”") for indicator in others)
        yield RULE.finding(first.span, message, related=related, key=listed)


def _in_figures(subject: Subject) -> set[str]:
    """Return the indicators whose figures stand in chapters of tasks, whatever words lead to them."""
    statements = (item for item in subject.facts.statements if item.context is not None)
    return {item.indicator for item in statements if item.context and not _TASKS.isdisjoint(item.context.roles)}


def _in_targets(plan: Plan) -> set[str]:
    tasks = (block for block in plan.blocks() if isinstance(block, Task))
    return {target.printed.partition("@")[0].strip() for task in tasks for target in task.targets}


def _task_prose(plan: Plan) -> str:
    """Return everything that chapters of tasks say, so that a target named there counts as carried."""
    return "\n".join(p.text.printed for p in plan.passages() if not _TASKS.isdisjoint(p.context.roles))
