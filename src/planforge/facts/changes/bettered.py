"""Which way it goes when something gets better or worse: 浓度改善10% is a fall, 优良天数比例改善2个百分点 a rise."""

from __future__ import annotations

import re
from functools import cache

from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression

_BETTER, _WORSE = ("改善", "好转"), "恶化"
_MEASURES = ("比例", "比率", "率", "天数", "比重", "占比", "水平", "满意度", "得分")
"""What there is to be more of, unless its name says that less is better; all else gets better by falling."""


def falls(reader: PassageReader, around: Around, topic: Topic) -> bool:
    """Whether a change goes down, as its words say or as it is better for what it is told of."""
    if around.grown is None:
        return False
    said = reader.words[around.grown.start : around.figure.start]
    if _WORSE in said:
        return not _better_by_falling(topic.name.indicator)
    better = any(word in said for word in _BETTER)
    return _better_by_falling(topic.name.indicator) if better else around.grown.falls


def _better_by_falling(indicator: str) -> bool:
    return not indicator.endswith(_MEASURES) or _falling().search(indicator) is not None


@cache
def _falling() -> re.Pattern[str]:
    return expression(alternation(table("roles")["falling"]))
