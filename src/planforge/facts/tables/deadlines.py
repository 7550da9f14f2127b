"""Columns of a table of tasks that say by when each is to be done (完成时限), and the years that they give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.tables.head_units import YEAR
from planforge.facts.times.years_meant import Years
from planforge.facts.writing.normalise import reading_of
from planforge.outline.text import Text
from planforge.patterns import expression

_DEADLINE = expression(
    "^(?:计划|预计|拟)?(?:完成|办结|达成|落实|实施|建成|竣工|交付)?(?:的?(?:时限|期限|时间节点|时间|节点|日期)|年限|年度)(?:要求|安排)?$"
)
_TASK = expression("任务|措施|举措|行动|工作|事项")


def deadline_columns(heads: Sequence[str]) -> frozenset[int]:
    """Return the columns that say by when the task of a row is to be done."""
    return frozenset(at for at, head in enumerate(heads) if _DEADLINE.match("".join(head.split())))


def is_task_head(head: str) -> bool:
    """Whether the rows below a head are named by what is to be done: 重点任务, 工作举措."""
    return _TASK.search(head) is not None


def years_due(cells: Sequence[Text], deadlines: frozenset[int], years: Years) -> Years:
    """Return the one year by which the task of a row is to be done, `years` where its deadline names no one."""
    named = set(_years_named(cells, deadlines))
    return Years(min(named), max(named)) if len(named) == 1 else years


def _years_named(cells: Sequence[Text], deadlines: frozenset[int]) -> Iterator[int]:
    for at in deadlines:
        if at < len(cells):
            yield from (int(match["year"]) for match in YEAR.finditer(reading_of(cells[at]).text))
