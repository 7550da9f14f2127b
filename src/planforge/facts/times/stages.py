"""Times of the stages that a work is cut into: 第一阶段（2023年）。完成…。建成…, 第一步，到2023年，…."""

from __future__ import annotations

from planforge.patterns import expression

_FURTHEST = 40
_ENDS = "。；;！？\n"
_NAMED = expression(
    r"[\s—－-]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、]\s*)?"
    "(?:[\u4e00-\u9fff]{0,12}阶段|[\u4e00-\u9fff]{0,6}[近中远前后]期|第[一二三四五六]步)(?:目标|任务)?"
)
_CLOSED = expression("[^（）()，。；]{0,12}[)）](?=[。：:])")
_STEP = expression("[，：:](?:力争|争取|确保)?(?:到|至)?")


def is_of_stage(text: str, start: int, end: int) -> bool:
    """Whether the time at [start, end) is that of a stage which its sentence begins with the name of."""
    sentence = max(text.rfind(mark, max(0, start - _FURTHEST), start) for mark in _ENDS) + 1
    named = _NAMED.match(text, sentence or max(0, start - _FURTHEST), start)
    if named is None:
        return False
    if text[named.end()] in "（(":
        return _CLOSED.match(text, end) is not None
    return _STEP.fullmatch(text, named.end(), start) is not None
