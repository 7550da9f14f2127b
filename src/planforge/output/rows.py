"""JSON of many rows: one row a line, which `grep` and `git diff` can follow too."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence


def json_of_rows(data: Mapping[str, object], ascii_only: bool) -> str:
    """Return an object as JSON, each entry of its lists on a line of its own.

    Python's encoder is written in C only for text without indents; a report of a long plan is written in half the
    time by it, row by row.
    """
    encode = json.JSONEncoder(ensure_ascii=ascii_only).encode
    entries = (
        f"  {encode(key)}: {_rows(list(map(encode, value))) if isinstance(value, list) else encode(value)}"
        for key, value in data.items()
    )
    return "{\n" + ",\n".join(entries) + "\n}"


def _rows(rows: Sequence[str]) -> str:
    return "[\n    " + ",\n    ".join(rows) + "\n  ]" if rows else "[]"
