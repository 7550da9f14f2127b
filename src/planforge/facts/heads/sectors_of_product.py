"""A sector without a measure behind the product of the area: 地区生产总值110亿元。第一产业29亿元 is 第一产业增加值."""

from __future__ import annotations

from itertools import islice

from planforge.facts.changes.growth import Kind
from planforge.facts.passage import PassageReader
from planforge.facts.times.seasons import without_season
from planforge.patterns import expression

_SECTOR = expression("第[一二三]产业")
_FURTHEST = 4
"""Figures back that the product may stand, places and shares between: 增长5%，总量居第3位。其中，第一产业…."""


def adds_value(reader: PassageReader, name: str) -> bool:
    """Whether a name is a sector's, and nothing but rates, places and shares stands behind the product of the area.

    Of a narrower product (海洋生产总值) it is left open whose sector it is.
    """
    if not name.endswith("产业") or _SECTOR.fullmatch(name) is None:
        return False
    near = islice(reversed(reader.done), _FURTHEST)
    last = next((one for one in near if one.kind is not Kind.SHARE and one.kind is not Kind.RANK), None)
    return last is not None and last.indicator == _PRODUCT and not without_season(last.scope)


_PRODUCT = "地区生产总值"
