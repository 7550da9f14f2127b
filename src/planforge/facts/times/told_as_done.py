"""Whether a text whose title names neither a year nor a kind of document tells of results: 走进清源.

Its first figures are then told as done (2022年，生产总值完成71亿元; 比上年增长8%), and it sets no aims.
"""

from __future__ import annotations

from itertools import islice

from planforge.facts.writing.normalise import read, reading_of
from planforge.patterns import expression
from planforge.plan.model import Passage, Plan

_FIRST_PARAGRAPHS = 6
_LONGEST_TITLE = 40
_OF_A_PLAN = expression(
    "规划|计划|方案|要点|报告|安排|意见|目标|任务|行动|预算|部署|建议|实事|清单|纲要|措施|政策|思路|打算|设想|愿景|战略"
    "|通知|决定|办法|规定|细则|条例|制度|标准|[一二三四五六七十两\\d]年|20\\d\\d|十[一二三四五六]?五"
)
_ON_YEAR_BEFORE = expression(
    "(?:同比|[比较](?:上年|去年)(?:同期)?)(?:实际|净|多|少)?(?:增|减|下降|提|上升|降|高|低|多|少|翻)[^。；\\d]{0,6}\\d"
)
_DONE_IN_YEAR = expression(
    "(?:20\\d\\d年|去年|上年)(?:[底末]|全年)?[，,]?[^。；]{0,60}?(?:完成了?|达(?!到)|实现了|累计|新增|建成了?|共有|拥有)[^，。；\\d]{0,16}\\d[\\d.]*(?!\\d|\\.|%?[^，。；\\d]{1,6}(?:以上|左右|以内))"
)
_AIMED = expression(
    "(?:力争|争取|确保|预期|规划期|计划(?!的)|(?<![经已])将(?:达|实现|完成|建|新)|目标(?:是|为|：|:|达|到)|[到至]20\\d\\d年)[^。]{0,80}?\\d"
)
_DONE_BY_THEN = expression("[到至]20\\d\\d年[^。]{0,20}(?:已|共有|累计)")
_SETS_AIMS = expression("目标|任务|部署|安排|总体要求|基本原则|思路|计划")
_LOOKS_BACK = expression("完成|回顾|情况")
_AHEAD = expression("下一步|下步|下阶段|今后|打算|对策|建议|努力方向")


def told_as_done(plan: Plan, title: str) -> bool:
    """Whether the first figures of a text are told as done, and neither its title, headings nor words set aims."""
    if (
        not 0 < len(title) <= _LONGEST_TITLE
        or title.endswith(("。", "；", "："))
        or _OF_A_PLAN.search(title) is not None
    ):
        return False
    if not any(_tells_done(passage) for passage in islice(plan.passages(), _FIRST_PARAGRAPHS)):
        return False
    return not any(_aims(passage) for passage in plan.passages())


def _tells_done(passage: Passage) -> bool:
    words = reading_of(passage.text).text
    return _ON_YEAR_BEFORE.search(words) is not None or _DONE_IN_YEAR.search(words) is not None


def _aims(passage: Passage) -> bool:
    """Whether a passage sets aims in figures, or stands under a heading that does; what comes next does not count."""
    headings = [read(heading).text for heading in passage.context.headings]
    if any(_AHEAD.search(heading) is not None for heading in headings):
        return False
    if any(_SETS_AIMS.search(heading) is not None and _LOOKS_BACK.search(heading) is None for heading in headings):
        return True
    words = reading_of(passage.text).text
    return _AIMED.search(words) is not None and _DONE_BY_THEN.search(words) is None
