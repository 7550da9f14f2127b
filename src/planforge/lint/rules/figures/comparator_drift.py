"""PF203: one figure with and without 以上, 超过 …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.figures.precision import Approximation, Comparator
from planforge.facts.linking import Group
from planforge.facts.statement import Source, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.found import conflicts
from planforge.lint.judging.index import index
from planforge.lint.judging.words import related, shown, subject_name, where
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF203",
    slug="comparator-drift",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="同一目标一处带“以上”“超过”等，一处不带",
    why="“10%”与“10%以上”是两个要求；任务比目标少两个字，考核时就说不清。",
    bad="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
chapters:
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          到2025年，高新技术企业达到230家以上。
  - heading: 主要任务
    role: [任务]
    body:
      - text: |
          到2025年，高新技术企业达到230家。
""",
    good="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
chapters:
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          到2025年，高新技术企业达到230家以上。
  - heading: 主要任务
    role: [任务]
    body:
      - text: |
          到2025年，高新技术企业突破230家。
""",
    needs=Need.FACTS,
)


_SIDES = {Comparator.GE: "low", Comparator.GT: "low", Comparator.LE: "high", Comparator.LT: "high"}
_NEARLY = {Approximation.NEAR: "high", Approximation.OVER_NUMBER: "low", Approximation.OVER_SCALE: "low"}
"""On which side of a figure lies what it bounds: 以上, 余 above it, 以下, 近 below it."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for every group in which one figure is bounded in one place and bare in another."""
    book = subject.facts
    broken = {id(conflict.group.statements[0]) for conflict in conflicts(book)}
    for group in index(book).groups:
        if id(group.statements[0]) not in broken and (odd := _odd(group)) is not None:
            yield _finding(group, *odd)


def _odd(group: Group) -> tuple[Statement, Statement] | None:
    """Return the statement to mend and what it differs from: the ledger, else the first one; of several the last."""
    said = [one for one in group.statements if not _is_condition(one)]
    if len({one.comparator for one in said}) < 2:
        return None
    firm = [one for one in said if one.comparator is not Comparator.APPROX]
    if len({one.value for one in firm}) > 1:
        return None
    told = [one for one in said if one.comparator is not Comparator.APPROX or _left_out_by(one, firm)]
    if len({_side(one) for one in told}) < 2:
        return None
    model = next((one for one in told if one.source is Source.LEDGER), told[0])
    differing = [one for one in told if _side(one) != _side(model)]
    return differing[-1], model


def _is_bare_cell(one: Statement) -> bool:
    return one.source is Source.TABLE and one.comparator not in _SIDES


def _is_condition(one: Statement) -> bool:
    """Whether a figure is what something else depends on: 比例低于55%的予以通报."""
    return one.span.file.text.startswith(_CONDITIONS, one.span.end)


_CONSEQUENCES = ("予以", "不予", "给予", "一律", "不得", "通报", "约谈", "取消", "扣", "责令")
_CONDITIONS = tuple(f"的{behind}" for behind in ("，", ",", *_CONSEQUENCES))


def _side(one: Statement) -> str:
    return _SIDES.get(one.comparator) or _NEARLY.get(one.quantity.approximation, "")


def _left_out_by(one: Statement, firm: Sequence[Statement]) -> bool:
    """Whether a figure is said to be nearly reached that is told as reached elsewhere: 近52家 beside 52家.

    近200亿元 and 200亿元 may both be 199.8亿元, 150余家 may be 150家, and 约 leaves both sides.
    """
    same = [other for other in firm if other.value == one.value]
    return bool(_side(one)) and any(not other.interval.meets(one.interval) for other in same)


def _finding(group: Group, odd: Statement, model: Statement) -> Finding:
    topic = group.topic
    others = [one for one in group.statements if one is not odd]
    # 150家以上 may loosely tell of 150家 that there are, and the column of a table says which figures are targets
    loose = topic.done or _is_bare_cell(odd) or _is_bare_cell(model)
    nearly = any(one.comparator is Comparator.APPROX for one in (odd, model))
    words = "“近”“多”" if nearly else "“以上”“超过”"
    message = (
        f"“{subject_name(topic.subject)}”{topic.years}年的{'说法' if topic.done else '要求'}前后不一："
        f"{where(model)}为{shown(model)}，这里为{shown(odd)}；请统一是否带{words}等字"
    )
    return RULE.finding(
        odd.span,
        message,
        severity=Severity.INFO if loose else None,
        related=related(others),
        indicator=topic.subject.indicator,
        key=f"{subject_name(topic.subject)} {topic.years} {odd.literal}",
    )
