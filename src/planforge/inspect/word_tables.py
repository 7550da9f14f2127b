"""What the rows and cells of a table say of themselves: borders, heights, repeated heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from planforge.inspect.word_file import WordTable
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


def _is_head(row: Element) -> bool:
    """Return whether a row is repeated at the head of every page."""
    return flag(row.find(f"{w('trPr')}/{w('tblHeader')}"), False)


def _height_of(row: Element) -> tuple[int, str]:
    """Return the height of a row in twips and its rule: exact, atLeast or auto."""
    found = row.find(f"{w('trPr')}/{w('trHeight')}")
    value = number_of(found, "val", 0)
    return value, value_of(found, "hRule", "atLeast") if value else "auto"


def valign_of(cell: Element) -> str:
    """Return how the content of a cell stands between its top and bottom, "" when nothing says so."""
    found = cell.find(f"{w('tcPr')}/{w('vAlign')}")
    return "" if found is None else found.get(w("val"), "")


def table_of(
    properties: Element | None, rows: Sequence[Element], first: int, section: int, edges: Mapping[str, Border]
) -> WordTable:
    """Return the measures of a table whose first paragraph is the `first` one of the file."""
    width = properties.find(w("tblW")) if properties is not None else None
    indent = properties.find(w("tblInd")) if properties is not None else None
    fixed = width is not None and width.get(w("type")) == "dxa"
    return WordTable(
        paragraph=first,
        width=number_of(width, "w", 0) if fixed else None,
        indent=number_of(indent, "w", 0),
        rows=len(rows),
        heads=sum(map(_is_head, rows)),
        section=section,
        edges=edges,
        heights=tuple(map(_height_of, rows)),
    )
