"""Parts of a year that figures are only compared with: 增速比1—10月加快0.2个百分点, 与1—2月持平, 较去年全年提高."""

from __future__ import annotations

from planforge.patterns import expression

_LONGEST = 24
_TIMES = r"[上去今本前当同年度一二三四半季月份期全\d\-—－~～至、和及与]{0,20}"
_THAN = expression(rf"(?:[比较]|[高低快慢优好多少大小]于|超过)(?:{_TIMES})$")
"""What stands before it, with other times between: 较去年同期、去年全年."""
_WITH = expression(rf"[与同和](?:{_TIMES})$")
_LIKE = expression("份?(?:的|累计|增速|水平|基本|大体|总体|大致)*(?:持平|相当|相比|比较|一致|相同|接近|比[，,])")
_LEFT = expression("份?的?[^，。；]{0,4}\\d[\\d.]{0,8}[%％][^，。；]{0,4}转[为成]")
"""由一季度下降2%转为增长3%: that is no more of the first quarter."""
_RATIO = ("占比", "例比", "对比", "之比")


def is_compared(words: str, start: int, end: int) -> bool:
    """Whether the part of a year at [start, end) is only what something is compared with."""
    begin = max(0, start - _LONGEST)
    than = _THAN.search(words, begin, start)
    if than is not None:
        return not words.endswith(_RATIO, 0, than.start() + 1)
    if _LEFT.match(words, end) is not None and words.endswith(("由", "从"), begin, start):
        return True
    return _LIKE.match(words, end) is not None and _WITH.search(words, begin, start) is not None


def tells_whole_year(words: str, start: int, end: int) -> bool:
    """Whether words say 全年 or 年底前 in [start, end) of what they tell, not of a plan or what it is compared with."""
    if "年" not in words[start:end] and "12月" not in words[start:end]:
        return False
    told = (one.span() for one in _WHOLE.finditer(words, start, end))
    return any(_OF_PLAN.match(words, after) is None and not is_compared(words, at, after) for at, after in told)


_WHOLE = expression(
    "全年|年[底末](?<![去上前半]年[底末])(?:之?前)?|12月[底末]|年内(?<![\\d一二三四五六七八九十两几]年内)"
)
"""年底前完成100公里 is no more of 6月底前完成60公里."""
_OF_PLAN = expression("(?:的)?(?:年初|调整)?(?:预期|计划(?!完成(?!率)|实现|新[增建]|建成|改造|达到)|目标|任务|预算)")
