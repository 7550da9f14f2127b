"""The same fact in many wordings is one fact: drafters do not write as we would.

Two wordings that give different values contradict each other; two that give the same do not.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from planforge.facts.book import read_facts
from planforge.facts.statement import Statement
from planforge.lint.engine import lint
from planforge.lint.finding import Severity
from planforge.plan.load import readable_plan
from planforge.plan.neighbours import read_with_neighbours
from planforge.source.tree import open_plan
from planforge.tables import read_table

FAMILIES = read_table(Path(__file__).parent / "paraphrases.yaml")
SAMPLES = {"v": "128", "p": "6.5"}
OTHERS = {"v": "182", "p": "5.6"}


def _filled(wording: str, subject: list[str], values: dict[str, str] = SAMPLES) -> str:
    keys = ("a", "b") if "{a}" in wording else ("n", "u")
    return wording.format(**values, **dict(zip(keys, subject, strict=False)))


def _read(folder: Path, chapter: str, sentences: list[str]) -> list[list[tuple[object, ...]]]:
    """Return what is read of each sentence, all of them in one document."""
    head = f"云岭市“十四五”发展规划（2021—2025年）\n\n第一章 {chapter}\n\n"
    path = folder / "plan.txt"
    path.write_text(head + "\n\n".join(sentences) + "\n", encoding="utf-8")
    found: list[list[tuple[object, ...]]] = [[] for _ in sentences]
    text = path.read_text(encoding="utf-8")
    for one in read_facts(readable_plan(*open_plan(path))).statements:
        found[(text.count("\n", len(head), one.span.start)) // 2].append(_said(one))
    return found


def _said(one: Statement) -> tuple[object, ...]:
    name = one.scope + one.tier + one.indicator
    return (name, one.kind, one.quantity.comparator, one.role, str(one.years), one.base_year, one.flow)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES.keys())
def test_every_wording_is_read_as_the_first(family: dict[str, Any], tmp_path: Path) -> None:
    for subject in family["of"]:
        sentences = [_filled(wording, subject) for wording in family["wordings"]]
        first, *others = _read(tmp_path, family["chapter"], sentences)
        assert len(first) == 1, sentences[0]
        differing = {words: said for words, said in zip(sentences[1:], others, strict=True) if said != first}
        assert not differing, f"not as {sentences[0]} {first}"


def _alarms(path: Path, chapter: str, sentences: tuple[str, str]) -> list[str]:
    head = "云岭市“十四五”发展规划（2021—2025年）"
    text = f"{head}\n\n第一章 {chapter}\n\n{sentences[0]}\n\n第二章 重点任务\n\n大力发展特色产业。{sentences[1]}\n"
    path.write_text(text, encoding="utf-8")
    report = lint(read_with_neighbours(*open_plan(path)))
    loud = (one for one in report.findings if one.severity is not Severity.INFO)
    return [one.message for one in loud if one.code.startswith("PF2")]


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES.keys())
def test_wordings_contradict_each_other_only_by_their_values(family: dict[str, Any], tmp_path: Path) -> None:
    random = Random(0)  # noqa: S311 - a seed for the same pairs each time
    for subject in random.choices(family["of"], k=12):
        first, second = random.sample(family["wordings"], 2)
        said, same, other = _filled(first, subject), _filled(second, subject), _filled(second, subject, OTHERS)
        assert _alarms(tmp_path / "plan.txt", family["chapter"], (said, same)) == []
        assert _alarms(tmp_path / "plan.txt", family["chapter"], (said, other)), (said, other)
