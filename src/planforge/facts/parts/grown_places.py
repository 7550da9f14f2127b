"""Places for which the growth told last is told again: 增长4.5%，其中白沙县增长5.2%; 较快的有：甘肃（增长6%）."""

from __future__ import annotations

from planforge.facts.changes.grown_parts import is_rate
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form
from planforge.facts.lists.places import is_province
from planforge.facts.names.indicators import Name
from planforge.facts.parts.area_parts import is_place_or_zone
from planforge.facts.parts.sorting import divides
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around


def grown_in_place(reader: PassageReader, around: Around, place: str) -> Name | None:
    """Return what grew, for the place that is all the words before a rate name; None for any other words."""
    if around.grown is None or around.figure.form is not Form.PERCENT or not _is_one(place):
        return None
    if reader.situation.home.startswith(place):
        return None
    whole = next((one for one in reversed(reader.done) if one.kind is not Kind.RANK), None)
    if whole is None or not whole.indicator or _is_one(whole.indicator):
        return None
    grows = is_rate(whole) and divides(reader, whole)
    return Name(whole.indicator, whole.tier, place, whole.known) if grows else None


def _is_one(name: str) -> bool:
    return is_place_or_zone(name) or is_province(name)
