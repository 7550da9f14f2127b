"""PF104: two headings of one section say the same."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.outline.text import Text
from planforge.plan.model import Chapter, Heading

RULE = Rule(
    code="PF104",
    slug="duplicate-heading",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="同一部分里有两个相同的标题",
    why="多半是复制后忘了改；引用和目录也会分不清。",
    bad="""\
- heading: 平台建设
- text: |
    建成一批平台。
- heading: 平台建设
- text: |
    集聚一批人才。
""",
    good="""\
- heading: 平台建设
- text: |
    建成一批平台。
- heading: 人才集聚
- text: |
    集聚一批人才。
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each heading that a sibling has already used."""
    plan = subject.plan
    if plan is None:
        return
    yield from _repeated([((), chapter.heading) for chapter in plan.chapters])
    for chapter in plan.chapters:
        yield from _repeated(list(_with_parents(chapter)))


def _with_parents(chapter: Chapter) -> Iterator[tuple[tuple[str, ...], Text]]:
    """Yield each heading with the headings above it."""
    above: list[Heading] = []
    for block in chapter.blocks:
        if isinstance(block, Heading):
            above = [heading for heading in above if heading.level < block.level]
            yield tuple(heading.text.printed for heading in above), block.text
            above.append(block)


def _repeated(headings: list[tuple[tuple[str, ...], Text]]) -> Iterator[Finding]:
    first: dict[tuple[tuple[str, ...], str], Text] = {}
    for above, text in headings:
        if not text.printed:
            continue
        earlier = first.setdefault((above, text.printed), text)
        if earlier is not text:
            message = f"标题“{text}”在同一部分里用了两次，请改一个"
            yield RULE.finding(text.whole, message, related=((earlier.whole, "第一次用在这里"),))
