"""The JSON contract of `planforge facts`: {"version": 1, "facts": […]}; additive changes only."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Statement
from planforge.output.places import place_data
from planforge.output.rows import json_of_rows

NAME = "json"
VERSION = 1
FIELDS = (
    *("path", "line", "column", "end_line", "end_column", "text", "literal", "indicator", "scope", "tier", "kind"),
    *("value", "unit", "comparator", "role", "time", "base_time", "source", "direction"),
)
"""The fields of a fact, in their order."""
_CHANGES = (Kind.GROWTH_ANNUAL, Kind.GROWTH_TOTAL, Kind.INCREMENT)


def format_facts(statements: Sequence[Statement], ascii_only: bool) -> str:
    """Return the statements as one JSON object."""
    data = {"version": VERSION, "facts": [fact(statement) for statement in statements]}
    return json_of_rows(data, ascii_only)


def fact(statement: Statement) -> dict[str, Any]:
    """Return one statement with the fields of the contract; what is not known is null."""
    years = statement.years
    told = {
        **place_data(statement.quote.place),
        "text": statement.quote.text,
        "literal": statement.literal,
        "indicator": statement.indicator or (statement.head if statement.scope else "") or None,
        "scope": statement.scope or None,
        "tier": statement.tier or None,
        "kind": statement.kind.value,
        "value": _number(statement.quantity.written.number),
        "unit": statement.unit,
        "comparator": statement.comparator.value,
        "role": statement.role.value,
        "time": str(years) if years else None,
        "base_time": str(statement.base_year) if statement.base_year else None,
        "source": statement.source.value,
        "direction": _direction(statement),
    }
    return {field: told[field] for field in FIELDS}


def _direction(statement: Statement) -> str | None:
    """Return where a change goes: 增长3% is up, 下降3% and 减少12个 are down; a level goes nowhere."""
    if statement.kind not in _CHANGES:
        return None
    return "down" if statement.falls else "up"


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)
