"""Titles that are sentences of results, as releases of statistics have them: 2023年4月份工业增加值增长5.6%."""

from __future__ import annotations

from planforge.facts.times.season_words import season_in
from planforge.patterns import expression

_CHANGED = expression(
    "增长|增[速幅产收]|[涨降跌]幅|上涨|上升|下[降跌滑]|回[升落]|同比|环比|[比较](?:上年|去年)|突破|居全|由[负正]转"
)
_YEAR_ON_YEAR = expression("同比|环比|[比较](?:上年|去年)同期")
_TO_COME = expression(
    "目标|力争|确保|争取|预[计期测]|规划|计划|方案|要点|安排|意见|任务|行动|预算|部署|建议|清单|纲要|措施|政策|关于|通知"
)


def is_headline(title: str) -> bool:
    """Whether a title tells how something changed in a part of a year; of a whole year it may be an aim."""
    if _CHANGED.search(title) is None or title.endswith(("。", "；", "，")) or _TO_COME.search(title) is not None:
        return False
    return bool(season_in(title)) or _YEAR_ON_YEAR.search(title) is not None
