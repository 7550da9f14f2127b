"""A mean rate of several years told in a sentence of its own, of what the sentence before told the last year's rate."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

_MEAN = expression("[两二三四五]年(?:年?均|平均)")


def same_in_last_year(reader: PassageReader, around: Around, indicator: str) -> str:
    """Return the scope of the rate right before: 规上工业企业利润总额增长9%。利润总额两年平均增长6%."""
    last = reader.done[-1] if reader.done and around.grown is not None else None
    if last is None or not last.scope or last.indicator != indicator or not last.kind.is_change:
        return ""
    told = reader.words[last.quantity.end : around.figure.start]
    if len(told) > _LONGEST or not told.startswith("。") or told.startswith(_OF_ALL, 1):
        return ""
    return last.scope if _MEAN.search(told) is not None else ""


_LONGEST, _OF_ALL = 30, ("全", "我")
