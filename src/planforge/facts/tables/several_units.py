"""Which of several units in a caption (单位：个、亿元) a figure is in, told by what it measures: 投资 in 亿元.

Where the words do not tell exactly one of them, none is.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.figures.units import split_scale, unit_of
from planforge.patterns import expression

_MONEY = expression("投资|资金|投入|产值|产出|收入|税收|金额|利润|增加值|补助|费用|贷款|经费|营收|造价")
_AREA = expression("面积")
_LENGTH = expression("里程|长度")
_AMOUNT = expression("产量|储量|产能|吞吐量|运量|排放量|总量")
_COUNTED = expression(r"(?P<of>[\u4e00-\u9fff])数量?(?:[（(].*)?$")
_NUMBER = expression(r"(?:个数|数量|项目数)(?:[（(].*)?$")


def unit_among(units: Sequence[str], words: str) -> str:
    """Return the one of the units that what the words measure is in, "" when they do not tell.

    Args:
        units: units with their scales, as a caption lists them (万吨, 亿元).
        words: the name of a row or the head of a column.
    """
    found = [unit for unit in units if _measures(words, split_scale(unit)[2])] if len(units) > 1 else []
    return found[0] if len(found) == 1 else ""


def _measures(words: str, written: str) -> bool:
    unit = unit_of(written)
    if _MONEY.search(words):
        return unit.kind == "money"
    if _AREA.search(words):
        return any(one.startswith("area") for one in unit.classes)
    if _LENGTH.search(words):
        return any(one.startswith("length") for one in unit.classes)
    counted = _COUNTED.search(words)
    if counted is not None and counted["of"] == written:
        return True
    if _NUMBER.search(words):
        return unit.counts
    return unit.kind == "physical" and _AMOUNT.search(words) is not None
