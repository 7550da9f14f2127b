"""The table of clauses: complete, consistent, and without failures that hide worse ones."""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML

from planforge.inspect.clause import clauses
from planforge.inspect.groups import groups
from planforge.inspect.judge import SIDES


def test_every_clause_has_a_group_and_says_what_it_asks() -> None:
    for clause in clauses().values():
        assert clause.group in groups(), clause.id
        assert clause.level in ("must", "should", "print")
        assert clause.title
        assert clause.expected


def test_causes_are_there_and_no_must_hides_behind_a_should() -> None:
    table = clauses()
    for clause in table.values():
        for cause in (*clause.follows, *clause.same):
            assert cause in table
            assert clause.level != "must" or table[cause].level == "must", (clause.id, cause)
            assert clause.id not in (*table[cause].follows, *table[cause].same), (clause.id, cause)


def test_what_moves_the_sides_is_asked_for() -> None:
    assert {clauses()[number].level for number in SIDES} == {"must"}


def test_print_clauses_are_never_measured() -> None:
    for clause in clauses().values():
        assert clause.level != "print" or all(clause.obstacles.values())


def test_the_table_has_every_clause_of_the_standard(shared: Path) -> None:
    rows = YAML(typ="safe").load((shared / "standards" / "gbt9704-2012.yaml").read_text(encoding="utf-8"))
    levels = {"print-only": "print"}
    wanted = {str(row["id"]): levels.get(row["level"], row["level"]) for row in rows}
    assert {number: clause.level for number, clause in clauses().items()} == wanted
