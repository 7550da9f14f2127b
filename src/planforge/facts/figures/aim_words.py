"""The words that make a figure an aim: 超额完成…的目标, 优于6%和5.5%左右的预期目标, 控制在3.5%的涨幅目标内."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from planforge.facts.figures.precision import Comparator
from planforge.facts.figures.quantity import Form, Quantity
from planforge.patterns import expression

_ENDS_AS_AIM = expression(
    r"[^，。；、\d]{0,4}?(?:以上|左右|以内)?(?:[和、及与]\d[\d.]*[^，。；、\d]{0,4}?(?:以上|左右|以内)?)*"
    r"的[^，。；的\d]{0,6}?(?:目标|任务|要求)(?!的)"
)
"""Behind the number, or behind the row that it begins."""
_MEASURED_AGAINST = expression(
    r"(?:(?:完成|[高低优好快慢]于|超过|控制在|距离?)了?(?:(?:19|20)\d\d年)?(?:国家|上级|省|市|原定|预期|计划|规划|年度|确定|下达|考核|定|新增|的|中)*"
    r"|(?:完成|达到|实现)了?[“”]*十[一二三四五六]五[“”]*(?:规划|计划)?(?:中|提出|确定|设定|明确)?的?)(?:\d[\d.]*[^，。；、\d]{0,4}[和、及与])?$"
)
"""Before the number."""
_AIMS = expression("目标|任务|要求")
_LONGEST_BEFORE, _LONGEST_BEHIND = 24, 40


def is_aim(figure: Quantity, text: str) -> bool:
    """Whether a figure is what something was to reach, not what it reached."""
    start, end = figure.number_at
    if not _speaks_of_aims(text) or _AIMS.search(text, end, end + _LONGEST_BEHIND) is None:
        return False
    if _MEASURED_AGAINST.search(text, max(0, start - _LONGEST_BEFORE), start) is None:
        return False
    if figure.form is Form.PERCENT and text.startswith(("目标", "任务"), figure.end):
        return True  # 超额完成省下达的16%目标任务
    return _ENDS_AS_AIM.match(text, end, end + _LONGEST_BEHIND) is not None


@lru_cache(maxsize=16)
def _speaks_of_aims(text: str) -> bool:
    """Whether a passage speaks of any aim; most do not, and its figures ask one after another."""
    return "目标" in text or "任务" in text or "要求" in text


def without_comparison(figure: Quantity, text: str) -> Quantity:
    """Return an aim without the bound that only compares the result with it: 远高于8000万亩的预期目标."""
    compares = figure.comparator in (Comparator.GT, Comparator.LT) and figure.start < figure.number_at[0]
    return replace(figure, comparator=Comparator.EQ) if compares and is_aim(figure, text) else figure
