"""Which indicator a figure is of, where it is not the one that its words name."""

from __future__ import annotations

from planforge.facts.changes.growth import Kind
from planforge.facts.going_on.ranks import rank_named
from planforge.facts.names.way_names import usual_measure
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression


def indicator_meant(reader: PassageReader, around: Around, topic: Topic, kind: Kind) -> str:
    """Return the indicator of a figure: a place in a ranking by one is another; 高速公路412公里 is 高速公路里程."""
    name, unit = topic.name.indicator, around.figure.unit
    if kind is Kind.LEVEL and not topic.verbs and unit.classes & _LENGTH and _WAYS.search(name):
        return usual_measure(f"{name}里程")
    return rank_named(reader, around, topic) if kind is Kind.RANK and name else name


_WAYS = expression("(?:公路|铁路|航道|轨道交通)$")
_LENGTH = frozenset({"length_km"})
