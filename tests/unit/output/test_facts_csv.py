"""The figures as CSV: what a long text takes of memory while it is written."""

from __future__ import annotations

import tracemalloc

from planforge.output.facts.as_csv import format_facts
from tests.unit.facts.sample import statements

_MANY = 4000


def test_rows_are_written_one_at_a_time() -> None:
    """Beside the output itself, and the copies that joining it takes, no row is held."""
    told = statements("2022年，养老机构52个。") * _MANY
    format_facts(told[:1], ascii_only=False)
    tracemalloc.start()
    try:
        written = format_facts(told, ascii_only=False)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(written.splitlines()) == _MANY + 1
    assert peak / _MANY < 750  # bytes; with all rows as lists and dictionaries it is above 1000
