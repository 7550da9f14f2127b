"""Footers of pages turned sideways: a table that floats at the paper's edge, its words running downwards."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from planforge.inspect.word_file import TurnedFoot
from planforge.ooxml.levels import number_of, value_of
from planforge.ooxml.names import w

_DOWNWARDS = ("tbRl", "rl", "tbRlV", "rlV")
"""Words turned to the right, as ISO 29500 and its transitional form call it."""


def floating_paragraphs(parent: Element) -> set[int]:
    """Return the identities of the paragraphs below `parent` that stand in tables which float."""
    return {id(one) for table in _floating(parent) for one in table.iter(w("p"))}


def turned_foot(parent: Element) -> TurnedFoot | None:
    """Return where the cell of the page number stands on the paper; None when there is none such."""
    for table in _floating(parent):
        place = table.find(f"{w('tblPr')}/{w('tblpPr')}")
        fixed = all(value_of(place, axis, "") == "page" for axis in ("horzAnchor", "vertAnchor"))
        cell = table.find(f"{w('tr')}/{w('tc')}")
        shape = cell.find(w("tcPr")) if cell is not None else None
        direction = value_of(shape.find(w("textDirection")) if shape is not None else None, "val", "")
        if fixed and shape is not None and direction in _DOWNWARDS:
            height = table.find(f"{w('tr')}/{w('trPr')}/{w('trHeight')}")
            return TurnedFoot(
                x=number_of(place, "tblpX", 0),
                y=number_of(place, "tblpY", 0),
                width=number_of(shape.find(w("tcW")), "w", 0),
                length=number_of(height, "val", 0),
            )
    return None


def _floating(parent: Element) -> Iterator[Element]:
    return (table for table in parent.iter(w("tbl")) if table.find(f"{w('tblPr')}/{w('tblpPr')}") is not None)
