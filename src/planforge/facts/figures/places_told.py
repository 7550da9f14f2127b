"""Places without 位, which only a sentence that tells of places makes such: 百强县排名升至第47位，投资潜力第3."""

from __future__ import annotations

import re

from planforge.patterns import expression

_TOLD = expression(
    r"(?:第[\d一二三四五六七八九十]{1,3}[位名]|排名|[位名]列|(?<![民安宜定旅同])居(?![民住委家])|排(?:在|第|全))[^。；\n]{0,40}$"
)
_FURTHEST = 60


def is_bare(opening: re.Match[str]) -> bool:
    """Whether the words of a place are a number alone, with neither 位 behind nor 全省 before it."""
    return opening["among"] is None and opening[0][-1:].isdigit()


def among_places(opening: re.Match[str]) -> bool:
    """Whether the sentence tells of places before such a number; 附件第3 in another is none."""
    start = opening.start()
    return _TOLD.search(opening.string, max(0, start - _FURTHEST), start) is not None
