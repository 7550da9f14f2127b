"""PF205: one target set twice, once higher and once lower."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import Group
from planforge.facts.statement import Source, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.found import conflicts
from planforge.lint.judging.index import index
from planforge.lint.judging.words import related, shown, subject_name, where
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF205",
    slug="target-set-twice",
    severity=Severity.INFO,
    since="0.1.0",
    summary="同一目标写了两个数，一个高一个低",
    why="两处都说“以上”时，低的一处被高的一处包含，等于白写；考核以哪个为准须说清。",
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
          到2025年，高新技术企业达到200家以上。
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
          到2025年，高新技术企业达到230家以上。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one note for every target with different one-sided figures; a warning when both stand among the goals."""
    book = subject.facts
    broken = {id(conflict.group.statements[0]) for conflict in conflicts(book)}
    for group in index(book).groups:
        if group.topic.done or id(group.statements[0]) in broken or _explained(group):
            continue
        values = {one.value for one in group.statements}
        if len(values) > 1 and any(one.comparator.one_sided for one in group.statements):
            yield _finding(group)


def _explained(group: Group) -> bool:
    return _stretched(group) or _crossed(group) or _totalled(group)


def _stretched(group: Group) -> bool:
    """Whether the second of two figures is what one strives for beyond the first: 增长6.5%以上，力争7%."""
    if len(group.statements) != _TWO:
        return False
    first, second = group.statements
    same = (first.position.passage, first.position.sentence) == (second.position.passage, second.position.sentence)
    return same and second.quote.text.lstrip("，,、 ").startswith(_STRIVEN)


def _totalled(group: Group) -> bool:
    """Whether the second of two figures is the total that the first adds to: 培育企业500家，总量突破2000家."""
    if len(group.statements) != _TWO:
        return False
    first, second = group.statements
    same = (first.position.passage, first.position.sentence) == (second.position.passage, second.position.sentence)
    return same and first.value < second.value and second.quote.text.lstrip("，,、 ").startswith(_TOTAL)


def _crossed(group: Group) -> bool:
    """Whether all figures are the marks of one row (连续跨越110亿元、120亿元大关), or a mark and what is beyond it."""
    first = group.statements[0]
    here = all(one.position == first.position for one in group.statements)
    if not here or first.comparator is not Comparator.GT:
        return False
    if len(group.statements) == _TWO and group.statements[1].comparator is Comparator.EQ:
        return group.statements[1].value >= first.value
    others = group.statements[1:]
    return all(one.comparator is Comparator.GT and one.quote.text.startswith(("、", "和")) for one in others)


_TWO = 2
_TOTAL = ("总数", "总量", "总规模", "累计")
_STRIVEN = ("力争", "争取", "冲刺", "奋力冲刺", "努力争取")


def _finding(group: Group) -> Finding:
    first = group.statements[0]
    model = next((one for one in group.statements if one.source is Source.LEDGER), first)
    odd = next(
        one for one in reversed(group.statements) if one.value != model.value and one.source is not Source.LEDGER
    )
    others = [one for one in group.statements if one is not odd]
    topic = group.topic
    message = (
        f"“{subject_name(topic.subject)}”{topic.years}年的目标写了两个数：{where(model)}为{shown(model)}，"
        f"这里为{shown(odd)}；请以一处为准"
    )
    headline = all(_is_goal(one) for one in group.statements if one.source is not Source.LEDGER)
    return RULE.finding(
        odd.span,
        message,
        severity=Severity.WARNING if headline else None,
        related=related(others),
        indicator=topic.subject.indicator,
        key=f"{subject_name(topic.subject)} {topic.years} {odd.literal}",
    )


def _is_goal(statement: Statement) -> bool:
    return statement.context is not None and "目标" in statement.context.roles
