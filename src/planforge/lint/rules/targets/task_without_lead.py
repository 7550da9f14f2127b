"""PF604: a task without a leading organ, in a plan whose other tasks have one."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.plan.model import Task

RULE = Rule(
    code="PF604",
    slug="task-without-lead",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="别的任务都写了牵头单位，这一项没有",
    why="没有牵头单位的任务没有人负责，督查也无从下手。",
    bad="""\
- task: 建设平台
  lead: 市科技局
  text: |
    建设平台。
- task: 集聚人才
  text: |
    集聚人才。
""",
    good="""\
- task: 建设平台
  lead: 市科技局
  text: |
    建设平台。
- task: 集聚人才
  lead: 市人社局
  text: |
    集聚人才。
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each task that lacks what at least half of the tasks have."""
    tasks = [block for block in subject.plan.blocks() if isinstance(block, Task)] if subject.plan else []
    without = [task for task in tasks if task.lead is None]
    if len(without) * 2 > len(tasks):
        return
    for task in (task for task in without if not subject.half_read(task)):
        yield RULE.finding(task.name.whole, f"任务“{task.name}”没有牵头单位，请写上 lead: 单位名称")
