"""Regions of several provinces for which the same is told: 浓度下降23.6%，京津冀、长三角分别下降27.4%、20.9%."""

from __future__ import annotations

from planforge.facts.heads.left_heads import Head
from planforge.facts.lists.places import is_region
from planforge.facts.names.indicators import Name
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic


def of_region(reader: PassageReader, around: Around, name: str) -> Name | None:
    """Return what the sentence told last, for the region that is all a name says, None for other names."""
    last = reader.done[-1] if reader.done and is_region(name) else None
    if last is None or not last.indicator or last.position.sentence != reader.sentence:
        return None
    alike = last.kind.is_change == (around.grown is not None) and last.quantity.unit.comparable(around.figure.unit)
    return Name(last.indicator, last.tier, name, last.known) if alike else None


def told_of_region(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return the topic of a head that only names a region: 再生水利用率20%以上，京津冀区域达到30%以上."""
    name = None if head.right_end else of_region(reader, around, head.name)
    return Topic(name, head.name, head.verbs) if name is not None else None
