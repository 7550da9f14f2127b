"""Whether 一半, 三分之一 and 过半 tell a figure: a share (占比过半) or a change (减少一半), not just some of many."""

from __future__ import annotations

from planforge.patterns import expression

_FURTHEST = 40
"""Characters before the words that are looked through."""
_OF_A_SHARE = expression("(?:占(?!有|用|地面积)|比重|比例|比率|份额|(?<!效)率)[^，。；、\\d]*$")
_FIGURE_FOLLOWS = expression("[，,](?:达到?|为)\\d")
"""占比首次过半，达到51.6%: only the number is the figure."""
_CHANGED = expression(
    "(?:减少|下降|降低|减低|下跌|压减|缩减|削减|压缩|缩短|缩小|增长|增加|提高|提升|上升|扩大|上涨)了?$"
)
_ENDS = expression(r"$|[，,。；;、）)]")
"""减少一半，… but not 减少一半的编制 and 减少一半材料."""
_COMPARED = expression("[比较][^，。；、]*减$")
_FROM = expression("[，,](?:[由从]|已?[降减][到至])")
"""比上年减半 and 减半，由…降至 tell of a change; 所得税减半 is what a policy does."""


def tells_part(text: str, start: int, end: int) -> bool:
    """Whether the words [start, end) of a reading tell how great a share or a change is."""
    before = text[max(0, start - _FURTHEST) : start]
    if _OF_A_SHARE.search(before) is not None:
        return _FIGURE_FOLLOWS.match(text, end) is None
    if _ENDS.match(text, end) is None:
        return False
    return _CHANGED.search(before) is not None or (before.endswith("减") and _is_halved(text, before, end))


def _is_halved(text: str, before: str, end: int) -> bool:
    return _COMPARED.search(before) is not None or _FROM.match(text, end) is not None
