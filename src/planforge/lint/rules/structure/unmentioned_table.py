"""PF122: a table or figure that no sentence leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.structure._typed import typed_labels
from planforge.lint.subject import Subject
from planforge.patterns import expression
from planforge.plan.model import Block, Figure, Plan, Prose, Table, texts_of

RULE = Rule(
    code="PF122",
    slug="unmentioned-table",
    severity=Severity.INFO,
    since="0.1.0",
    summary="表或图在正文里没有提到",
    why="读者从正文走到表里；没有提到的表，读的人不知道它说明什么。",
    bad="""\
- text: |
    主要指标增长较快。
- table: 主要指标完成情况
  rows: |
    指标 | 2020年
    企业（家） | 158
""",
    good="""\
- text: |
    主要指标增长较快，见{表:主要指标完成情况}。
- table: 主要指标完成情况
  rows: |
    指标 | 2020年
    企业（家） | 158
""",
    needs=Need.PLAN,
)

_CAPTIONED = (Table, Figure)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each table or figure whose label stands in no passage."""
    plan = subject.plan
    # what stands in an annex is announced by the list of annexes
    chapters = [chapter for chapter in plan.chapters if not chapter.attached] if plan else []
    blocks = [block for chapter in chapters for block in _not_led(chapter.blocks)]
    if plan is None or not blocks:
        return
    captions = {id(block.caption) for block in plan.blocks() if isinstance(block, _CAPTIONED)}
    prose = "\n".join(p.text.printed.replace(" ", "") for p in plan.passages() if id(p.text) not in captions)
    if not plan.from_source:
        yield from _typed(plan, prose, {id(block) for block in blocks})
        return
    if any(problem.sought and problem.sought.kind == "chapters" for problem in subject.problems):
        return  # a reference that names nothing may be the mention that is missed
    for block in blocks:
        if not _mentions(prose, block.label):
            kind = block.label.rstrip("0123456789")
            message = f"正文没有提到{block.label}，请在正文写明，如“见{{{kind}:{block.id}}}”"
            yield RULE.finding(block.caption.whole, message)


def _not_led(blocks: Sequence[Block]) -> Iterator[Table | Figure]:
    """Yield the tables and figures that no words right above lead to (分年度安排如下：)."""
    for above, block in zip((None, *blocks), blocks, strict=False):
        if isinstance(block, _CAPTIONED):
            words = texts_of(above)[-1:] if isinstance(above, Prose) else ()
            if not any(_LEADS.search(one.printed) for one in words):
                yield block


_LEADS = expression("(?:如下|见下|下)(?:表|图)?(?:所示)?[：:。]$")


def _typed(plan: Plan, prose: str, wanted: set[int]) -> Iterator[Finding]:
    """Judge a document of another format by the labels that are typed in it."""
    for typed in typed_labels(plan):
        label = f"{typed.style}{typed.number}"
        if id(typed.block) in wanted and not _mentions(prose, label):
            message = f"正文没有提到{label}，请在正文写明，如“见{label}”"
            yield RULE.finding(typed.span, message)


def _mentions(prose: str, label: str) -> bool:
    """Whether the prose names a label; 表1 is not named by 表12."""
    return re.search(rf"{re.escape(label)}(?!\d)", prose) is not None
