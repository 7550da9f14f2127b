"""What is read off an expression so that it need not be tried everywhere never costs a match."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regex
from ruamel.yaml import YAML

from planforge.lint.doubled import doubled
from planforge.lint.lines import Lines
from planforge.lint.packs.anchors import anchors
from planforge.lint.packs.beginnings import beginning, begins_surely, said_twice
from planforge.lint.packs.checking import places
from planforge.lint.packs.entry import Entry
from planforge.lint.packs.shipped import shipped_entries
from planforge.lint.prose import Prose
from planforge.lint.sheet import Sheet
from planforge.lint.sweep import Sweep
from planforge.plan.load import read_plan
from planforge.source.tree import open_plan

ROOT = Path(__file__).resolve().parents[3]
CASES = YAML(typ="safe").load(Path(__file__).with_name("anchors.yaml").read_text(encoding="utf-8"))
_SWEEP = Sweep(word for entry in shipped_entries() for word in entry.words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["source"])
def test_words_of_an_expression(case: dict[str, Any]) -> None:
    """The words are those that the table says."""
    regex.compile(case["source"])
    assert list(anchors(case["source"])) == sorted(case["words"])


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (r"(..)\1(?<!年)", r"(..)\1"),
        (r"(..)\1", r"(..)\1"),
        (r"(?P<one>.)(?P=one)(?!x)", "(?P<one>.)(?P=one)"),
        (r"(?<!年)(..)\1", ""),
        (r"(..)\1|年", ""),
        (r"((?=年)..)\1", ""),
        ("规划(?!期)", ""),
        (r"(..)\1(?=[。；])|年年", ""),
    ],
)
def test_beginnings_that_refer_back(source: str, wanted: str) -> None:
    """What stands before the first look-around is taken when it refers back and is no alternative."""
    assert beginning(source) == wanted


@pytest.mark.parametrize(
    ("source", "lengths"),
    [
        (r"([甲乙]{2,4})\1", range(2, 5)),
        (r"([^甲\]]{1,1})\1丁", range(1, 2)),
        (r"([甲乙]{2,4})\1{2}", None),
        (r"([甲乙]{2,4})\1?", None),
        (r"([甲乙]{2,4})\1{0,2}", None),
        (r"([甲乙]{2,4})丙\1", None),
        (r"([甲乙]+)\1", None),
        (r"(甲)([甲乙]{2,4})\1", None),
    ],
)
def test_lengths_that_are_said_twice(source: str, lengths: range | None) -> None:
    """Only what must stand twice in a row has lengths."""
    assert said_twice(source) == lengths


@pytest.mark.parametrize("seed", range(60))
def test_places_where_characters_are_said_twice(seed: int) -> None:
    """They are those where the same characters follow, whatever the characters."""
    chance = random.Random(seed)  # noqa: S311 - a test that must be the same every time
    text = "".join(chance.choices("甲乙\u4e32\U00020132\ud800\n", k=60))  # the middle ones share their lowest byte
    for length in (1, 2, 3, 4):
        wanted = [at for at in range(61 - 2 * length) if text[at : at + length] == text[at + length : at + 2 * length]]
        assert [*doubled(text, length)] == wanted


def test_an_endless_row_of_one_character_is_not_tried_place_by_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nearly all characters stand again, what is looked for is still found, and places are soon given up."""
    taken = 0

    def counted(text: str, length: int) -> Iterator[int]:
        nonlocal taken
        for at in doubled(text, length):
            taken += 1
            yield at

    monkeypatch.setattr("planforge.lint.lines.doubled", counted)
    row = "1" * 160_000
    places = Lines(f"{row}\n" + "甲\n" * 20 + "前甲乙甲乙\n").matching(re.compile(r"([甲乙]{2,4})\1"), range(2, 5))
    assert places == [(len(row) + 41, len(row) + 46)]
    assert taken < len(row) / 8


@pytest.mark.parametrize(
    ("source", "sure"),
    [
        ("简称", True),
        (r"(?<!原)农业部(?!门)", True),
        (r"\d年", True),
        (r"(?<!\d)(1[0-2]|0[1-3])月", True),
        (r"(部|充)份", True),
        (r"(《[^《》]+》)", True),
        (r"^\d+", True),
        (r"(?:突破|不少于)\d", False),
        (r"简称|下称", False),
        (r"\d+年", False),
        (r"年?底", False),
        (r"(..)\1年", False),
        (r"(?:(?:近|约)\d|超过)年", False),
        ("(?i)km", False),
    ],
)
def test_expressions_that_regex_finds_by_a_character(source: str, sure: bool) -> None:
    """A character at a known distance from the beginning needs no help."""
    assert begins_surely(source) is sure


def _expression(chance: random.Random, depth: int = 3) -> str:
    """Return an expression at random, of everything that is understood and of a few things that are not."""
    parts = []
    for _ in range(chance.randrange(1, 4)):
        kind = chance.randrange(9) if depth else chance.randrange(4)
        inner = "|".join(_expression(chance, depth - 1) for _ in range(chance.randrange(1, 4))) if kind > 3 else ""
        simple = (
            chance.choice("甲乙丙"),
            "".join(chance.choices("甲乙丙", k=2)),
            f"[{chance.choice('甲乙丙')}乙]",
            ".",
        )
        opening = ("(", "(?:", "(?=", "(?!", "(?<=")
        atom = simple[kind] if kind < 4 else f"{opening[kind - 4]}{inner})"
        looks = kind > 5
        parts.append(atom + ("" if looks else chance.choice(["", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,2}"])))
    return "".join(parts)


@pytest.mark.parametrize("seed", range(400))
def test_no_match_is_without_its_words(seed: int) -> None:
    """Whatever the expression: where it matches, one of its words stands."""
    chance = random.Random(seed)  # noqa: S311 - a test that must be the same every time
    source = "|".join(_expression(chance) for _ in range(chance.randrange(1, 3)))
    pattern, words = regex.compile(source), anchors(source)
    for _ in range(60):
        line = "".join(chance.choices("甲乙丙丁", k=chance.randrange(1, 9)))
        matched = any(match.group() for match in pattern.finditer(line))
        assert not (matched and words) or any(word in line for word in words), (source, words, line)


@pytest.fixture(scope="module")
def sheets() -> list[tuple[Sheet, Sheet]]:
    """Every example and long text of the project, as printed and as read."""
    found = []
    for path in (*(ROOT / "examples").iterdir(), *(ROOT / "tests/consistent/texts").glob("*.txt")):
        plan = read_plan(*open_plan(path)).plan
        assert plan is not None
        found.append((Prose(plan).printed, Prose(plan).words))
    return found


@pytest.mark.parametrize("entry", list(shipped_entries()), ids=lambda entry: entry.rule.code)
def test_lines_that_are_passed_over_have_no_match(entry: Entry, sheets: list[tuple[Sheet, Sheet]]) -> None:
    """Every shipped expression finds in the chosen lines what it finds in all of them."""
    for printed, words in sheets:
        sheet = printed if entry.written else words
        sheet.lines.learn(_SWEEP)
        for search in entry.searches:
            found = [
                [match.span() for match in sheet.matches(search.pattern, lines) if _concerns(entry, sheet, match)]
                for lines in (None, places(entry, search, sheet))
            ]
            assert found[0] == found[1], search.source


def _concerns(entry: Entry, sheet: Sheet, match: re.Match[str]) -> bool:
    return sheet.stretch(match.start()).part in entry.parts
