"""Paragraphs that go on with the past period one before them named, in a chapter whose title does not call it a review.

深刻认识教育改革发展新形势 // “十二五”期间，成就显著。 // 高中阶段毛入学率达到87%。: the last is no aim.
"""

from __future__ import annotations

from planforge.facts.aims.role import of_chapter
from planforge.facts.statement import Role
from planforge.facts.times.time import moments
from planforge.facts.writing.normalise import read, reading_of
from planforge.patterns import expression
from planforge.plan.model import Passage, Period, Plan

_LONGEST_OPENING = 40
_LEADS_IN = 8
"""Characters before the period that a paragraph opens with: 回顾过去的, 经过."""
_SINCE = expression("自?[^，。；：\\d]{2,16}以来[，,]")
"""党的十八大以来，…"""
_STRIVES = expression("力争|争取到|将达到|要达到|到期末|今后|未来|下一步|展望|规划期|为此")
_TASK = expression(
    "[（(]?(?:第?[一二三四五六七八九十\\d]{1,3}[章节部分篇]*)?[)）、.．\\s]*(?:加快|加强|加大|推进|推动|着力|大力|积极|强化|提[升高]|优化"
    "|完善|建设|发展|构建|打造|实施|深化|促进|培育|壮大|做[强大优]|健全|创新|统筹|扎实|全力|切实|坚持|巩固|拓展|改善|保障)"
)
"""What a chapter of tasks is called; its paragraphs may begin with what was, and go on with what shall be done."""


def recalled_passages(plan: Plan, period: Period) -> frozenset[int]:
    """Return the numbers of the passages before the aims of a plan for several years that tell of its past period."""
    if period.end is None or period.baseline is None or period.start == period.end:
        return frozenset()
    found: set[int] = set()
    under: tuple[str, ...] = ()
    for number, passage in enumerate(plan.passages()):
        headings = passage.context.headings
        if not headings:
            continue
        if of_chapter(passage.context) is Role.TARGET or _TASK.match(read(headings[0]).text):
            break
        words = reading_of(passage.text).text
        ended = _STRIVES.search(words) is not None or _looks_ahead(words, period)
        under = headings if not ended and (headings == under or _names_the_past(words, period)) else ()
        if under:
            found.add(number)
    return frozenset(found)


def _names_the_past(words: str, period: Period) -> bool:
    """Whether a paragraph opens with the years before those of the plan: “十二五”期间，…, 五年来，…."""
    opening = words[:_LONGEST_OPENING]
    if _SINCE.match(opening):
        return True
    first = next(moments(opening, period), None) if "五" in opening or "年" in opening else None
    several = first is not None and first.start <= _LEADS_IN and not first.base and not first.years.single
    return several and first is not None and first.years.last == period.baseline


def _looks_ahead(words: str, period: Period) -> bool:
    """Whether a paragraph names a year of the plan or a later one."""
    named = "年" in words or "五" in words
    return named and any(one.years.last > (period.baseline or 0) for one in moments(words, period))


def recalls(passages: frozenset[int], number: int, passage: Passage) -> frozenset[str]:
    """Return the chapter of a passage that is one of `passages`, for the headings that tell of what was."""
    return frozenset(passage.context.headings[:1]) if number in passages else frozenset()
