"""PF103: a heading with nothing below it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.plan.model import Block, Chapter, Heading

RULE = Rule(
    code="PF103",
    slug="empty-section",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="标题下面没有内容",
    why="空着的部分多半是还没有写，或者内容被误放到了别处。",
    bad="""\
- heading: 主要成效
- heading: 存在问题
- text: |
    创新能力不强。
""",
    good="""\
- heading: 主要成效
- text: |
    平台建设取得进展。
- heading: 存在问题
- text: |
    创新能力不强。
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each heading that is followed by one of its own level or higher, or by nothing."""
    for chapter in subject.plan.chapters if subject.plan else ():
        lost = subject.lost or subject.half_read(chapter)
        if not chapter.blocks and chapter.heading.printed and not lost:
            yield RULE.finding(chapter.heading.whole, f"“{chapter.heading}”这一章没有内容，请补上或删去")
        for heading in _empty(chapter):
            if subject.half_read(heading):
                continue
            yield RULE.finding(heading.text.whole, f"“{heading.text}”下面没有内容，请补上或删去")


def _empty(chapter: Chapter) -> Iterator[Heading]:
    following: list[tuple[Block, Block | None]] = [*pairwise(chapter.blocks), *((b, None) for b in chapter.blocks[-1:])]
    for block, after in following:
        # a run-in heading without text is a whole paragraph of its own
        if not isinstance(block, Heading) or block.run_in:
            continue
        if after is None or (isinstance(after, Heading) and after.level <= block.level):
            yield block
