"""Of a share, a growth or how far a plan is fulfilled: what points more or less belong to.

增加值增长8.5%，比上月加快0.8个百分点，快于全市5.1个百分点 tells of the growth, whatever share was told before it;
占年度计划的45.2%，超时序进度3.5个百分点 of the plan.
"""

from __future__ import annotations

from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.patterns import expression


def points_of(reader: PassageReader, figure: Quantity, same: list[Statement]) -> Statement | None:
    """Return what points belong to by the words before them or by the figure before other points, None if neither."""
    if figure.form is not Form.POINTS or not same:
        return None
    begin = reader.clauses.clause_start(figure.start)
    rates = [one for one in reversed(same) if one.quantity.form is not Form.POINTS]
    nearest = next(iter(rates), None)
    if _SCHEDULE.search(reader.words, begin, figure.start):
        return next((one for one in rates if one.indicator.endswith(PLAN_SHARE)), None)
    if _SPEED.search(reader.words, begin, figure.start):
        return next((one for one in rates if one.kind.is_change and one.quantity.form is Form.PERCENT), None)
    behind = nearest is not None and same[-1] is not nearest and nearest.kind.is_change
    return nearest if behind else None


def of_schedule(reader: PassageReader, figure: Quantity) -> bool:
    """Whether points tell how far a plan is ahead of or behind its time: 快于序时进度3.5个百分点."""
    if figure.form is not Form.POINTS:
        return False
    begin = reader.clauses.clause_start(figure.start)
    return _SCHEDULE.search(reader.words, begin, figure.start) is not None


_SCHEDULE = expression("(?:超|超过|超前|快于|高于|高出|领先|提前|滞后|落后|慢于|低于)于?(?:时间|时序|序时)(?:进度)?")
_SPEED = expression("增速|增幅|涨幅|快于|慢于")
