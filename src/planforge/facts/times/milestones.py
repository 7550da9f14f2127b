"""Years of a plan that open a paragraph and hold for the sentences behind: 2023年为恢复年。接待游客8000万人次。."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.times.time import Moment
from planforge.facts.writing.clauses import Clauses
from planforge.patterns import expression
from planforge.plan.model import Period

_LONGEST_NUMBER = 24
"""Characters before a time that opens a paragraph: its number, dash, 第一年, 力争到."""
_NUMBERED = expression(
    r"[\s—－–·•●◆※]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、]\s*)?"
    "(?:第[一二三四五六]年(?:度)?[（(：:，])?(?:力争|争取|确保|努力|预计|展望)?[到至]?"
)
_OF_YEAR = expression("(?:工作)?(?:为|是|作为)[^，。；\\d]{1,14}年[。，：]")
_MARKS = ("，", "。", "；", "：", "\n", "—")
_HAPPENED = expression(
    "印发|出台|发布|颁布|召开|获批|获得|批复|批准|同意|设立|成立|开工|动工|竣工|通车|投产|编制|签署|签订|指出|强调|提出|颁奖|公布|启动(?:建设|编制|项目)"
)
"""What happened, or is done, once: nothing behind 2020年，国务院印发意见。 is of that year."""
_LONGEST_FIRST = 80
_FURTHEST = 600
_OTHER_TIME = expression(
    "目前|当前|现阶段|期末|规划期|计划期|总投资|占地|每年|年均|平均每|[二两三四五]年(?:累计|合计|共|内|来)|全周期"
)
"""What is no figure of one year of a plan, whatever year its paragraph opens with."""


def milestone(before: Sequence[Moment], clauses: Clauses, sentence: int, at: int, period: Period) -> Moment | None:
    """Return the time in a plan that opened the paragraph and holds for the figure at `at`, while no other is named.

    `before` are the times that may hold there, from left to right.
    """
    if not before or period.end is None or period.start == period.end:
        return None
    last = before[-1]
    first = next((one for one in before if one.years == last.years and _opens(one, clauses.text)), None)
    if first is None or not _of_plan(last, period) or at - first.end > _FURTHEST:
        return None
    behind = before[before.index(first) :]
    other = any(one.years != last.years for one in behind) or _OTHER_TIME.search(clauses.text, sentence, at)
    return None if other or _tells_what_happened(first, clauses.text) else first


def _of_plan(moment: Moment, period: Period) -> bool:
    """Whether a time is one of a plan's years, or one that it looks out to, and not what it was before."""
    began = moment.years.first >= period.start if period.start is not None else True
    return began and moment.years.last > (period.baseline or 0) and moment.years.last != period.end


def _opens(moment: Moment, text: str) -> bool:
    """Whether a time is the first word of a paragraph, or names its year outright: 2023年为恢复年。."""
    begin = text.rfind("\n", 0, moment.start) + 1
    if moment.start - begin <= _LONGEST_NUMBER and _NUMBERED.fullmatch(text, begin, moment.start) is not None:
        return True
    named = text.startswith(_MARKS, moment.start - 1) and moment.years.single
    return named and _OF_YEAR.match(text, moment.end) is not None


def _tells_what_happened(moment: Moment, text: str) -> bool:
    end = text.find("。", moment.end, moment.end + _LONGEST_FIRST)
    return _HAPPENED.search(text, moment.end, end if end >= 0 else moment.end + _LONGEST_FIRST) is not None
