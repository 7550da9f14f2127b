"""The statements as CSV for a spreadsheet: the fields of the JSON contract, cells that look like formulas made safe."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from planforge.facts.statement import Statement
from planforge.output.facts.as_json import FIELDS, fact

NAME = "csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def format_facts(statements: Sequence[Statement], ascii_only: bool) -> str:
    """Return a head row and one row a statement."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerows([safe(value) for value in fact(one).values()] for one in statements)  # one row at a time
    return buffer.getvalue().rstrip("\n")


def safe(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: a text that begins like one gets a ' before it."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value
