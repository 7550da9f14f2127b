"""Lengths of a letter (10.1), in millimetres, and what is judged alike in both kinds of files."""

from __future__ import annotations

from planforge.inspect.judge import verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import NOWHERE, Passage

MARK_TOP, RULE_GAP, FOOT, LENGTH = 30.0, 4.0, 20.0, 170.0
GAP_TOLERANCE = 0.5
NO_UPPER, NO_LOWER = "标志下没有红色双线", "首页下边没有红色双线"


def unprinted(printed: Passage | None) -> Measure:
    """Return whether 版记 leaves out 印发机关 and 印发日期; `printed` is their line."""
    words = "没有印发机关和日期" if printed is None else "有印发机关和日期"
    return verdict("10.1-j", printed is None, words, printed.place if printed else NOWHERE, "没有印发机关和日期")
