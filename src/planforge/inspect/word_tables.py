"""What the rows and cells of a table say of themselves: borders, heights, repeated heads."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from planforge.ooxml.formats import Border
from planforge.ooxml.levels import flag, number_of, value_of
from planforge.ooxml.names import w
from planforge.ooxml.paragraph import border_of


def outer(edges: dict[str, Border], row: int, rows: int) -> dict[str, Border]:
    """Return which lines of the table's own run above and below a row."""
    top = edges.get("top" if row == 0 else "insideH")
    bottom = edges.get("bottom" if row == rows - 1 else "insideH")
    return {side: line for side, line in (("top", top), ("bottom", bottom)) if line is not None}


def borders_of(properties: Element | None, name: str) -> Iterator[tuple[str, Border]]:
    """Yield the sides of a border element by name."""
    found = properties.find(w(name)) if properties is not None else None
    for side in found if found is not None else ():
        yield side.tag.rpartition("}")[2], border_of(side)


def is_head(row: Element) -> bool:
    """Return whether a row is repeated at the head of every page."""
    return flag(row.find(f"{w('trPr')}/{w('tblHeader')}"), False)


def height_of(row: Element) -> tuple[int, str]:
    """Return the height of a row in twips and its rule: exact, atLeast or auto."""
    found = row.find(f"{w('trPr')}/{w('trHeight')}")
    value = number_of(found, "val", 0)
    return value, value_of(found, "hRule", "atLeast") if value else "auto"
