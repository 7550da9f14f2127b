"""PF107: numbers of headings in a Word or text file that skip, repeat or go back."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.structure._typed import Typed, typed_numbers
from planforge.lint.subject import Subject
from planforge.plan.model import Chapter, Heading, Task

RULE = Rule(
    code="PF107",
    slug="broken-numbering",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="标题的编号跳号、重号或倒退（Word、TXT 稿）",
    why="编号断了，或是漏了一段，或是删改之后没有重排；引用“第（三）项”的人会找错地方。",
    bad="""\
# document: 规划.txt
某市科技创新规划
一、发展基础
基础较好。
二、发展目标
目标明确。
四、保障措施
加强领导。
""",
    good="""\
# document: 规划.txt
某市科技创新规划
一、发展基础
基础较好。
二、发展目标
目标明确。
三、保障措施
加强领导。
""",
    needs=Need.PLAN,
)

_NUMBERED = (Chapter, Heading, Task)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each heading whose number does not follow the one before it at its level."""
    if subject.plan is None or subject.plan.from_source:
        return
    before: dict[int, Typed] = {}
    for typed in typed_numbers(subject.plan):
        depth = typed.depth
        before = {level: other for level, other in before.items() if level <= depth}
        last = before.get(depth)
        before[depth] = typed
        if last is not None and _breaks(last.number, typed.number) and isinstance(typed.block, _NUMBERED):
            yield _finding(last, typed)


def _breaks(last: int, number: int) -> bool:
    """A list may begin again at 1 below words without a number."""
    return number not in (1, last + 1)


def _finding(last: Typed, typed: Typed) -> Finding:
    mark, previous = typed.span.text.strip(), last.span.text.strip()
    what = "重号" if typed.number == last.number else "跳号" if typed.number > last.number else "倒退"
    message = f"编号{what}：“{mark}”接在“{previous}”之后，请核对是否漏了一段，或重新编号"
    return RULE.finding(typed.span, message, related=((last.span, f"前一个编号“{previous}”"),), key=_key(typed))


def _key(typed: Typed) -> str:
    file, end = typed.span.file, typed.span.end
    return typed.span.text + file.text[end : end + 20].partition("\n")[0]
