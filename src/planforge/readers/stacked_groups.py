"""Lines that name the group of the rows below, in tables one cell a line: 基本医疗卫生 above 孕产妇死亡率（1/10万）.

Such a line may as well be the first of a name on two lines. It is a group where its words are those of a field of work,
the line below names an indicator by itself, and names in this table go on further before they are broken.
"""

from __future__ import annotations

from planforge.patterns import expression
from planforge.readers.stacked_cells import is_broad, names_unit

_FIELD = expression(
    "^(?![每按占]|人均|单位|其中)[\u4e00-\u9fff]{2,}(?:保险|卫生|医疗|就业|创业|文化|体育|住房|住房保障|救助|养老|公共服务|社会服务|社会保障"
    "|社会事业|公共安全|城乡建设|基础设施|科技创新|生态环境|资源利用|民生改善|健康)$"
)
_LONGEST = 10
_BROKEN_EARLY = 3
"""A line so much shorter than the longest name was not broken for want of room."""
_UNIT = expression(r"[（(][^（()）]*[)）]$")
_MEASURE = expression(
    "(?:人数|人次|人口|户数|数量?|总量|总额|[产存]量|覆盖率|参保率|普及率|满意率|利用率|[效比]?率|增加值|总?产值|可支配收入|收入|支出|投资"
    "|占比|比[重例]|水平|面积|床位|规模|增[长速幅]|下降|降低|年均|的)+$"
)
_SHORTEST_NAME = 3


def is_group_above(words: str, below: str, longest: int) -> bool:
    """Whether a line names a group and does not begin the name that the next one ends.

    Args:
        words: the line.
        below: the next one.
        longest: how long names on one line are in this table.
    """
    if is_broad(words):
        return True
    if len(words) > min(_LONGEST, longest - _BROKEN_EARLY) or _FIELD.match(words) is None:
        return False
    return names_unit(below) and len(_MEASURE.sub("", _UNIT.sub("", below))) >= _SHORTEST_NAME
