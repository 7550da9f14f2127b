"""PF605: a task or target is given to an organ that is not in the plan's list."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.targets._organs import organs_in
from planforge.lint.subject import Subject
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Plan, Task

RULE = Rule(
    code="PF605",
    slug="unlisted-organ",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="责任单位不在规划的单位名单里",
    why="单位改了名或写了简称，任务就没有人认领；名单写在 organs 里。",
    bad="""\
planforge: 1
title: 某市科技创新规划
organs: [市科技局, 市财政局]
chapters:
  - heading: 主要任务
    body:
      - task: 建设平台
        lead: 市科技委
        text: |
          建设平台。
""",
    good="""\
planforge: 1
title: 某市科技创新规划
organs: [市科技局, 市财政局]
chapters:
  - heading: 主要任务
    body:
      - task: 建设平台
        lead: 市科技局
        duty: 市财政局
        text: |
          建设平台。
""",
    needs=Need.PLAN,
)

_COMMON = expression("^[省市县区州]|(?:委员会|办公室|管理局|[委局办厅部处院会])$")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each organ that the list lacks; without a list there is nothing to hold it against."""
    plan = subject.plan
    listed = [name for organ in plan.organs for name, _ in organs_in(organ)] if plan else []
    if plan is None or not listed:
        return
    for text in _named(plan):
        for name, span in organs_in(text):
            if name not in listed:
                close = [organ for organ in difflib.get_close_matches(name, listed, cutoff=0.5) if _meant(name, organ)]
                guess = f"是否想写“{close[0]}”，" if close else ""
                yield RULE.finding(span, f"“{name}”不在规划的单位名单（organs）里；{guess}如无误请加进名单")


def _meant(name: str, organ: str) -> bool:
    """Return whether one may be a slip for the other: more than 市…局, which most organs have, is the same."""
    one, two = (_COMMON.sub("", words) for words in (name, organ))
    return bool(set(one) & set(two))


def _named(plan: Plan) -> Iterator[Text]:
    for block in plan.blocks():
        if isinstance(block, Task):
            yield from (text for text in (block.lead, block.duty, block.assist) if text)
    yield from (indicator.owner for indicator in plan.ledger if indicator.owner)
