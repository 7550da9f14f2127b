"""A place as the JSON contracts write it."""

from __future__ import annotations

from typing import Any

from planforge.source.place import Place


def place_data(place: Place) -> dict[str, Any]:
    """Return a place with its file, lines and columns, counted from 1; the end stands behind the last character."""
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
