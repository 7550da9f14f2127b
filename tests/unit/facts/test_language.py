"""The language of plans, reports and bulletins: every figure of a text of our own is read as a reader would read it.

The texts stand in `language/*.yaml`, one file a kind of document. Each document is written as a text file with its
title and headings, as an office would hand it in, and read as a whole, so that what the title says of the years counts.
A row says “indicator | number unit | words”: the words name kind, comparator and role where they are not those of the
unit, `eq` and the section; `time=`, `base=`, `scope=`, `tier=`; `any` leaves to the reader what more than one
reading fits, `optional` whether it is a figure at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from planforge.facts.book import read_facts
from planforge.facts.names.trimming import plain_name
from planforge.facts.statement import Statement
from planforge.lint.engine import lint
from planforge.plan.load import readable_plan
from planforge.plan.neighbours import read_with_neighbours
from planforge.source.tree import open_plan
from planforge.tables import read_table

FOLDER = Path(__file__).parent / "language"
FILES = sorted(FOLDER.glob("*.yaml"))
ATTRIBUTES = ("indicator", "kind", "comparator", "role", "time", "base", "scope", "tier")
_KINDS = {"level", "share", "increment", "growth_annual", "growth_total", "multiple", "doubling", "rank"}
_COMPARATORS = {"eq", "ge", "gt", "le", "lt", "approx"}
_ROLES = {"actual", "target", "baseline"}
_KIND_OF_UNIT = {"%": "share", "百分点": "increment"}
_ALIKE = {"share": "level", "increment": "level"}


@dataclass
class Expected:
    """One statement that a text makes; `free` names the attributes that more than one reading fits."""

    value: float | None
    unit: str
    attributes: dict[str, str]
    free: set[str]
    optional: bool


@dataclass
class Case:
    """A text of a document: its lines in the written file, what it states, and what was read there.

    `known` says what is not understood of it, for the few that are not.
    """

    words: str
    lines: range
    expected: list[Expected]
    known: str = ""
    found: list[Statement] = field(default_factory=list)


def _expected(row: str, section: dict[str, Any]) -> Expected:
    name, _, rest = row.partition("|")
    figure, _, words = rest.strip().partition("|")
    tokens = set(words.split())
    if figure.startswith("any"):
        tokens |= {"optional"} if figure.strip() == "any" else {"any"}
        figure = figure.removeprefix("any").strip()
    number, _, unit = figure.strip().partition(" ")
    told = dict(token.split("=", 1) for token in tokens if "=" in token)
    default = {"indicator": plain_name(name), "kind": _KIND_OF_UNIT.get(unit, "level"), "comparator": "eq"}
    default |= {"role": section["role"], "time": str(section["time"]), "scope": "", "tier": ""}
    for group, key in ((_KINDS, "kind"), (_COMPARATORS, "comparator"), (_ROLES, "role")):
        default[key] = next(iter(tokens & group), default[key])
    free = {key for key, value in told.items() if value == "any"} | (
        {"indicator"} if told.get("name") == "any" else set()
    )
    free |= {"indicator", "kind", "scope"} if "any" in tokens else set()
    attributes = {key: value for key, value in (default | told).items() if key in ATTRIBUTES}
    return Expected(float(number) if number else None, unit, attributes, free, "optional" in tokens)


def _write(document: dict[str, Any], path: Path) -> list[Case]:
    """Write a document as text and return its cases with the lines they stand on."""
    lines: list[str] = [document["title"], *document.get("opening", ())]
    cases: list[Case] = []
    for section in document["sections"]:
        lines += ["", section["heading"]]
        for case in section["cases"]:
            words = str(case["text"]).split("\n")
            at = len(lines) + 2
            lines += ["", *words]
            expected = [_expected(row, document | section) for row in case["facts"]]
            cases.append(Case(case["text"], range(at, at + len(words)), expected, case.get("known", "")))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return cases


def _read(document: dict[str, Any], path: Path) -> list[Case]:
    cases = _write(document, path)
    for statement in read_facts(readable_plan(*open_plan(path))).statements:
        line = statement.span.place.line
        case = next((case for case in cases if line in case.lines), None)
        if case is not None:
            case.found.append(statement)
    return cases


def _attribute(statement: Statement, key: str) -> str:
    match key:
        case "indicator":
            return statement.indicator or plain_name(statement.head)
        case "kind":
            return statement.kind.value
        case "comparator":
            return statement.comparator.value
        case "role":
            return statement.role.value
        case "time":
            return str(statement.years) if statement.years else "none"
        case "base":
            return str(statement.base_year)
        case "scope":
            return statement.scope
    return statement.tier


@dataclass
class Tally:
    """What was right and wrong of a group; `notes` tell it case by case."""

    wanted: int = 0
    reported: int = 0
    hits: int = 0
    sentences: int = 0
    whole: int = 0
    right: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision."""
        return 2 * self.hits / max(1, self.wanted + self.reported)

    def add(self, case: Case) -> None:
        """Compare one case."""
        left, notes = list(case.found), []
        for expected in case.expected:
            match = _best(expected, left)
            if match is not None:
                left.remove(match)
            elif not expected.optional:
                notes.append(f"missed {expected.attributes['indicator']} {expected.value} {expected.unit}")
            if expected.optional:
                continue
            self.wanted += 1
            if match is not None:
                self.hits += 1
                self.reported += 1
                notes += self._attributes(expected, match)
        self.reported += len(left)
        notes += [f"extra {one.head or one.indicator} {one.literal}{one.unit}" for one in left]
        self.sentences += 1
        self.whole += not notes
        if bool(notes) != bool(case.known):
            self.notes.append("\n    ".join([case.words, *(notes or ["is understood now: take the remark away"])]))

    def _attributes(self, expected: Expected, match: Statement) -> Iterator[str]:
        for key, wanted in expected.attributes.items():
            if key in expected.free or wanted == "any":
                continue
            read = _attribute(match, key)
            self.asked[key] = self.asked.get(key, 0) + 1
            same = _ALIKE.get(read, read) == _ALIKE.get(wanted, wanted)
            self.right[key] = self.right.get(key, 0) + same
            if not same:
                name = expected.attributes["indicator"]
                yield f"{name} {expected.value:g}{expected.unit}: {key} {wanted}, read {read}"


def _best(expected: Expected, found: list[Statement]) -> Statement | None:
    named = [one for one in found if _attribute(one, "indicator") == expected.attributes["indicator"]]
    if expected.value is None:
        return next(iter(named), None)
    same = [one for one in found if float(one.quantity.written.number) == expected.value and one.unit == expected.unit]
    return next((one for one in named if one in same), same[0] if same else None)


def tally(file: Path, folder: Path) -> Tally:
    """Read all documents of a group and compare."""
    result = Tally()
    for number, document in enumerate(read_table(file)["documents"]):
        for case in _read(document, folder / f"{file.stem}-{number}.txt"):
            result.add(case)
    return result


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_figures_of_a_kind_of_document(file: Path, tmp_path: Path) -> None:
    """All figures are found, nothing else is, and they mean what a reader takes them to mean."""
    found = tally(file, tmp_path)
    told = "\n".join(found.notes)
    assert not found.notes, told
    assert found.f1 >= 0.98, told
    for key in ATTRIBUTES:
        assert found.right.get(key, 0) >= 0.95 * found.asked.get(key, 0), f"{key}\n{told}"


def test_the_texts_are_of_many_kinds() -> None:
    """The corpus stays as wide as it was."""
    cases = [case for file in FILES for case in _cases(file)]
    assert len(FILES) >= 7
    assert len(cases) >= 250


def _cases(file: Path) -> list[str]:
    documents = read_table(file)["documents"]
    return [case["text"] for document in documents for section in document["sections"] for case in section["cases"]]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_consistent_texts_raise_no_alarm(file: Path, tmp_path: Path) -> None:
    """Lint says nothing of the figures of a text whose figures agree."""
    for number, document in enumerate(read_table(file)["documents"]):
        path = tmp_path / f"{file.stem}-{number}.txt"
        _write(document, path)
        found = lint(read_with_neighbours(*open_plan(path))).findings
        alarms = [f"{one.place.line} {one.code} {one.message}" for one in found if one.code.startswith("PF2")]
        assert [alarm for alarm in alarms if "PF291" not in alarm] == []
