"""Rows of a list that each begin with a name and a colon: 集成电路：实施项目22个。/ 新型显示：实施项目14个。

What was done in a row, and what any sector has, is that row's own; what there is of a known indicator is of all. Works
under headings of their own, whose figures are parts of the plan's, are told apart in `shared_by_works`.
"""

from __future__ import annotations

from planforge.facts.narrowing.sections import is_anyones
from planforge.facts.statement import Flow, Source, Statement
from planforge.patterns import expression

_PRINTED = (Source.PROSE, Source.BOX)
_LONGEST_ROW = 400
"""Characters before a figure that are looked through for the beginning of its line."""
_LEAD = expression(
    r"[\s>*-]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．]+|[—-]{1,2})?\s*(?P<name>[^，。；：:、\d]{2,20})[：:]"
)
_NO_NAME = expression(
    "(?:目标|任务|指标|措施|要求|思路|原则|内容|举措|重点|情况|现状|时间|地点|单位|部门|说明|备注|方面|领域|其中|注|成效|不足|问题)$"
)
"""What tells of all things alike: 发展目标：引进人才500名。/ 重点任务：引进人才600名。"""


def of_rows_of_a_list(one: Statement, two: Statement) -> bool:
    """Whether two figures of one name stand in rows of one list under names of their own."""
    if one.source is not two.source or one.source not in _PRINTED or one.position.passage == two.position.passage:
        return False
    if one.context is None or one.context != two.context or not (_of_a_row(one) and _of_a_row(two)):
        return False
    first, second = _lead(one), _lead(two)
    return bool(first and second) and first != second


def _of_a_row(one: Statement) -> bool:
    done = one.flow is not Flow.STOCK or one.builds or not one.known or is_anyones(one.indicator)
    return done and (one.quantity.unit.counts or one.quantity.unit.kind in ("money", "physical"))


def _lead(one: Statement) -> str:
    """Return the name that the line of a figure begins with, "" for none or one that tells of all things alike."""
    text, end = one.span.file.text, one.span.start
    begins = text.rfind("\n", max(0, end - _LONGEST_ROW), end) + 1
    found = _LEAD.match(text, begins, end) if begins else None
    return found["name"] if found is not None and _NO_NAME.search(found["name"]) is None else ""
