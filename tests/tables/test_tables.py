"""Tables in many layouts, as they stand in plans: one cell a line, by tabs, by spaces, Markdown; marked by a reader.

Beside each text in `texts` stands what its tables state, a figure a row (`*.facts.tsv`): line, figure, kind,
comparator, role, year or years, base year, indicator with its place behind @. The floors are below what is reached.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from planforge.facts.book import read_facts
from planforge.lint.configuration import Configuration
from planforge.lint.engine import lint
from planforge.plan.load import read_plan, readable_plan
from planforge.source.tree import open_plan
from tests.annotated.marked import Marked
from tests.annotated.measure import measured

_FACTS = ".facts.tsv"
NAMES = sorted(path.name.removesuffix(_FACTS) for path in (Path(__file__).parent / "texts").glob(f"*{_FACTS}"))
FLOORS = {
    "recall": 0.97, "precision": 0.97, "kind": 0.97, "comparator": 0.97, "role": 0.97, "time": 0.97, "base": 0.97,
    "linking": 0.85,
}  # fmt: skip


def _text(name: str) -> Path:
    folder = Path(__file__).parent / "texts"
    return next(path for path in folder.glob(f"{name}.*") if not path.name.endswith(_FACTS))


def _marks(name: str) -> list[Marked]:
    table = Path(__file__).parent / "texts" / f"{name}{_FACTS}"
    with table.open(encoding="utf-8", newline="") as stream:
        return [_mark(row) for row in csv.DictReader(stream, delimiter="\t")]


def _mark(row: dict[str, str]) -> Marked:
    figure = re.fullmatch(r"(-?[\d,]+(?:\.\d+)?)(.*)", row["figure"])
    assert figure is not None, row
    names = {"kind": row["kind"], "comparator": row["comparator"], "role": row["role"]}
    years = {name: "None" if row[name] == "-" else row[name] for name in ("time", "base")}
    indicator, _, scope = row["indicator"].partition("@")
    value = float(figure[1].replace(",", ""))
    return Marked(int(row["line"]), row["figure"], value, figure[2], names | years, (indicator, "", scope), False)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_read_as_its_reader_read_it(name: str) -> None:
    """Every measure stays above its floor."""
    measure = measured(_marks(name), read_facts(readable_plan(*open_plan(_text(name)))).statements)
    below = {each: share for each, share in measure.shares().items() if share < FLOORS[each]}
    assert not below, "\n".join([str(below), "missed", *measure.missed, "extra", *measure.extra, *measure.wrong])


@pytest.mark.parametrize("name", NAMES)
def test_a_consistent_table_raises_no_alarm(name: str) -> None:
    """Nothing is said of the figures of these texts, which agree."""
    findings = lint(read_plan(*open_plan(_text(name))), Configuration()).findings
    assert [f"{one.place.line} {one.code} {one.message}" for one in findings if one.code[:3] in ("PF2", "PF3")] == []
