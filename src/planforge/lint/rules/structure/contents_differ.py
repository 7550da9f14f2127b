"""PF108: the contents list of a Word or text file and its headings say different things."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression
from planforge.plan.model import Chapter, Heading, Plan
from planforge.readers.marks import is_contents_line
from planforge.records import record
from planforge.source.place import SourceFile, Span

RULE = Rule(
    code="PF108",
    slug="contents-differ",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="目录与正文标题不一致（Word、TXT 稿）",
    why="目录是改稿之前生成的，或是手写的；读者按目录找不到那一部分。",
    bad="""\
# document: 规划.txt
某市科技创新规划
目录
一、发展基础........1
二、总体目标........3
三、保障措施........9
一、发展基础
基础较好。
二、发展目标
目标明确。
三、保障措施
加强领导。
""",
    good="""\
# document: 规划.txt
某市科技创新规划
目录
一、发展基础........1
二、发展目标........3
三、保障措施........9
一、发展基础
基础较好。
二、发展目标
目标明确。
三、保障措施
加强领导。
""",
    needs=Need.PLAN,
)

_LEADERS = expression(r"(?:\t+|[.…·．]{2,}|\s{3,})\s*\d{1,3}$")
_ROW = expression(r"\t\s*[-+]?\d[\d.,%％]*\t\s*\d{1,3}$")
"""The end of a table's row: a figure before the last one, where contents have a title."""
_LABEL = expression(r"^附件\d*[：:]?(?=.)")
"""Before the title of an annex in the contents; in the text it stands on a line of its own (GB/T 9704 7.3.7)."""
_FEWEST = 3
"""Lines of a contents list; fewer may be rows of a table."""
_MOST = 200
"""Lines, and headings, that are compared for likeness; a plan has fewer, and each pair costs time."""


@record(frozen=True, slots=True)
class _Line:
    words: str
    span: Span


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each contents line that is no heading, and for each chapter that has no line."""
    plan = subject.plan
    if plan is None or plan.from_source or not subject.files:
        return
    lines = _contents(subject.files[0])
    if len(lines) < _FEWEST:
        return
    headings = list(_headings(plan))
    known, listed = {heading.words for heading in headings}, {line.words for line in lines}
    left = [heading for heading in headings if heading.words not in listed]
    told: set[str] = set()
    for number, line in enumerate(line for line in lines if line.words not in known):
        near = _closest(line, left[:_MOST]) if number < _MOST else None
        told |= {near.words} if near else set()
        yield _unknown(line, near)
    chapters = {chapter.heading.whole.start for chapter in plan.chapters}
    for heading in left:
        if heading.span.start in chapters and heading.words not in told:
            yield RULE.finding(heading.span, f"目录里没有“{heading.span.text.strip()}”这一部分，请更新目录")


def _contents(file: SourceFile) -> list[_Line]:
    found = []
    at = 0
    for text in file.text.split("\n"):
        stripped = text.strip()
        if is_contents_line(stripped) and _ROW.search(stripped) is None:
            words = _LEADERS.sub("", stripped)
            start = at + text.index(stripped)
            found.append(_Line(_plain(words), file.span(start, start + len(words))))
        at += len(text) + 1
    return found


def _headings(plan: Plan) -> Iterator[_Line]:
    for block in plan.blocks():
        text = block.heading if isinstance(block, Chapter) else block.text if isinstance(block, Heading) else None
        if text is not None:
            whole = text.whole
            words = whole.file.text
            before = words[words.rfind("\n", 0, whole.start) + 1 : whole.start].lstrip("#*> \t\u3000")
            yield _Line(_plain(before + text.printed), whole)


def _plain(words: str) -> str:
    return _LABEL.sub("", "".join(words.split()).replace("。", ""))


def _closest(line: _Line, left: list[_Line]) -> _Line | None:
    close = difflib.get_close_matches(line.words, [heading.words for heading in left], n=1, cutoff=0.6)
    return next((heading for heading in left if heading.words in close), None)


def _unknown(line: _Line, near: _Line | None) -> Finding:
    shown = line.span.text.strip()
    if near is None:
        return RULE.finding(line.span, f"目录里的“{shown}”在正文里没有这个标题，请更新目录")
    message = f"目录里写“{shown}”，正文标题是“{near.words}”；请统一"
    return RULE.finding(line.span, message, related=((near.span, "正文标题"),))
