"""The table of clauses: what is asked, of which element, and in which kind of file it can be measured."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from planforge.records import record
from planforge.tables import read_table

KINDS = ("docx", "pdf")
_KEYS = {"docx": "word", "pdf": "pdf"}


@record(frozen=True, slots=True)
class Clause:
    """One row of clauses.yaml.

    Attributes:
        level: must, should or print (only the printed sheet shows it).
        needs: the element it is about; element: that element's Chinese name.
        obstacles: by kind of file (docx, pdf), why it cannot be measured there; "" when it can.
        page: the page set-up it is about, "" for both.
        follows: clauses that make this one fail when they do; same: clauses it is judged with.
    """

    id: str
    group: str
    title: str
    level: str
    needs: str
    element: str
    expected: str
    tolerance: str
    obstacles: Mapping[str, str]
    page: str = ""
    follows: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


@cache
def clauses() -> dict[str, Clause]:
    """Return the clauses by number, in the order of the standard."""
    table = read_table(files("planforge.inspect") / "clauses.yaml")
    rows = (_clause(row, table["needs"], table["reasons"]) for row in table["clauses"])
    return {row.id: row for row in rows}


def _clause(row: Mapping[str, Any], needs: Mapping[str, str], reasons: Mapping[str, str]) -> Clause:
    measurable = {kind: row[_KEYS[kind]] for kind in KINDS}
    return Clause(
        id=row["id"],
        group=row["group"],
        title=row["title"],
        level=row["level"],
        needs=row["needs"],
        element=needs[row["needs"]],
        expected=row["expected"],
        tolerance=row.get("tolerance", ""),
        obstacles={kind: "" if word == "yes" else reasons[word] for kind, word in measurable.items()},
        page=row.get("page", ""),
        follows=tuple(row.get("follows", ())),
        same=tuple(row.get("same", ())),
    )
