"""Targets below what was reached that are no weaker aims: yearly sums, announced falls, aims met early."""

from __future__ import annotations

from collections.abc import Container, Sequence

from planforge.facts.linking import Subject
from planforge.facts.statement import Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.patterns import expression

_YEARLY = expression("(?:投资|资金|支出|经费|项目|工程)$")
"""What each year takes up anew, so that less of it undoes nothing."""
_EARLY = expression("提前(?:[两三一]年)?(?:完成|实现|达)|已?超额完成|[超提]前达标")
_LONGEST_REST = 60


def of_each_year(target: Statement, level: Statement, aimed: Sequence[Statement]) -> bool:
    """Whether target and level are sums of a year each: of two years in turn, or of all years between them."""
    if target.years is None or level.years is None or _YEARLY.search(target.indicator) is None:
        return False
    told = {one.years.last for one in aimed if one.years is not None and one.years.single}
    return told.issuperset(range(level.years.last + 1, target.years.last + 1))


def met_early(target: Statement) -> bool:
    """Whether the row of a target tells behind it that it was met before its time."""
    if target.source is not Source.TABLE:
        return False
    rest = target.span.file.text[target.span.end : target.span.end + _LONGEST_REST].partition("\n")[0]
    return _EARLY.search(rest) is not None


def not_sinking(
    name: Subject, told: Sequence[Statement], sinking: Container[tuple[Subject, Years | None]]
) -> list[Statement]:
    """Leave out targets that are said to be a fall: 安排6.06亿元，下降2%."""
    return [one for one in told if one.role.done or (name, one.years) not in sinking]
