"""The sort of firms whose measure a clause tells with a verb: 国有控股企业实现利润总额, 中小微企业完成营业收入."""

from __future__ import annotations

import re
from functools import cache

from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression

_FIRMS = "企业"
_SORT = (
    r"[\u4e00-\u9fff、]{2,14}?企业(?=(?:全年|当年|本年|已|共|累计|合计)?(?:实现|完成|创造)了?"
    "(?:工业|主营业务|货物)?(?:增加值|总?产值|总产出|营业收入|营收|销售收入|销售额|利润|利税|税收|税金|零售额|进出口|出口|进口|外贸))"
)
_NO_SORT = "这|那|此|该|某|每|所有|全部|部分|少数|多数|大多|绝大|不少|许多|众多|多家|多户|家|户|个|以上|以下|前者|后者"
"""这些企业, 多家企业: of the firms just told of, or of some nobody knows; 100家企业: they are counted."""
_HELPED = ("帮助", "帮扶", "带动", "助推", "助力", "推动", "促进", "支持", "引导", "指导", "培育", "推荐", "组织")
"""帮助民营企业实现进出口额: who is helped."""


def sort_of_firms(words: str, start: int) -> str:
    """Return the sort of firms that words begin with at `start` and that realise a measure, "" for none."""
    if _FIRMS not in words:
        return ""
    found = _pattern().match(words, start)
    return "" if found is None or any(verb in found[0] for verb in _HELPED) else found[0]


@cache
def _pattern() -> re.Pattern[str]:
    verbs = table("phrases")["verbs"]
    done = alternation([*verbs["flow"], *verbs["stock"]])
    return expression(rf"(?!{_NO_SORT}|(?:{done})(?!业)){_SORT}")
