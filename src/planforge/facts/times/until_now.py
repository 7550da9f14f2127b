"""Sums of all that was done until now behind that of a year: 2025年改造小区16个。全县累计改造小区74个.

In one sentence (2025年改造小区16个，累计改造74个) they are what there is in all at the end of that year.
"""

from __future__ import annotations

from itertools import islice

from planforge.facts.passage import LONGEST_SENTENCE, PassageReader
from planforge.facts.statement import Flow
from planforge.facts.times.timing import Anchor
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_ADDED_UP = expression("累计")
_UNTIL_NOW = expression("累计|至此|[至迄]今|(?<![公中])共(?![同享建有])|(?<!不得)已[经]?")
_OF_THE_YEAR = expression("全年|当年|年内|[今本去上]年|年度")
_FURTHEST = 12
"""Figures back that the year's own may stand."""


def adds_up_until_now(
    reader: PassageReader, around: Around, topic: Topic, found: Anchor, years: Years, flow: Flow
) -> bool:
    """Whether a sum whose sentence names no year is more than what was told of the year before it.

    Args:
        reader: the passage so far.
        around: the figure.
        topic: what it counts.
        found: the time it stands under, that of a sentence before.
        years: the years it would have by that.
        flow: whether it tells what was done; of what there is only 累计 makes a sum.
    """
    if not found.carried or not years.single or not reader.done:
        return False
    begin = max(reader.sentence, around.figure.start - LONGEST_SENTENCE)
    words = _ADDED_UP if flow is Flow.STOCK else _UNTIL_NOW
    if words.search(reader.words, begin, around.figure.start) is None:
        return False
    if _OF_THE_YEAR.search(reader.words, begin, around.figure.start) is not None:
        return False
    told = islice(reversed(reader.done), _FURTHEST)
    return any(
        one.indicator == topic.name.indicator != ""
        and one.years == years
        and one.position.sentence < begin
        and one.quantity.unit.comparable(around.figure.unit)
        and one.value < around.figure.written.value
        for one in told
    )


def is_in_all(reader: PassageReader, around: Around, topic: Topic, years: Years | None) -> bool:
    """Whether a sum tells what was done in all, its sentence having told before what of it was in one year."""
    if years is None or not years.single or "累计" not in around.region or around.grown is not None:
        return False
    return any(
        one.indicator == topic.name.indicator != ""
        and one.years == years
        and one.flow is Flow.FLOW
        and one.quantity.unit.comparable(around.figure.unit)
        and "累计" not in one.quote.text
        for one in islice(reversed(reader.same_sentence(around.figure)), _FURTHEST)
    )
