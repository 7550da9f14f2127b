"""The structure of the three sectors as a ratio: in 三次产业结构为6.2:41.5:52.3 each number is a share in percent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.figures.units import unit_of
from planforge.patterns import expression

_SECTORS = 3
_COLONS = frozenset({":", "："})
_FURTHEST = 60
_RATIO = r"\d[\d.]*(?:[:：]\d[\d.]*){2}"
STRUCTURE = (
    "(?:三次产业|三大产业|三产|产业|一二三次?产业|第?一、第?二、第?三次?产业)(?:增加值)?"
    "(?:的?(?:结构|构成|比例|比重|占比|之比|比))+"
)
_BETWEEN = r"[^。；\d]{0,10}(?:\d{4}年[^，。；\d]{0,3})?"
_TOLD = expression(rf"{STRUCTURE}{_BETWEEN}(?:{_RATIO}{_BETWEEN})?$")
_ALL = range(75, 126)
"""Numbers that come near 100 together are percentages; those of 1:2:3 are none."""


def with_sector_shares(figures: list[Quantity], text: str) -> list[Quantity]:
    """Return the figures of a text, those of a ratio of the three sectors as percentages."""
    for at in range(len(figures) - _SECTORS + 1):
        row = figures[at : at + _SECTORS]
        if _is_ratio(row, text) and _TOLD.search(text, max(0, row[0].start - _FURTHEST), row[0].start) is not None:
            figures[at : at + _SECTORS] = [replace(one, unit=unit_of("%"), form=Form.PERCENT) for one in row]
    return figures


def _is_ratio(row: Sequence[Quantity], text: str) -> bool:
    if any(one.form is not Form.BARE or one.scale for one in row):
        return False
    joined = all(text[one.end : two.start] in _COLONS for one, two in pairwise(row))
    alone = text[row[0].start - 1 : row[0].start] not in _COLONS and text[row[-1].end : row[-1].end + 1] not in _COLONS
    return joined and alone and round(sum(one.written.number for one in row)) in _ALL
