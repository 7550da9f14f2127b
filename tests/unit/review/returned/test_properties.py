"""What holds for any plan: nothing edited, nothing changed; random edits all come back."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from planforge.cli.main import _run
from planforge.review.returned.likeness import likeness, matched
from planforge.review.returned.merging import Merging
from planforge.review.returned.present import read_present
from planforge.review.returned.reviewed import read_reviewed
from planforge.source.tree import open_plan
from tests.unit.review.returned.desk import built, printed, read, saved_by, texts
from tests.unit.review.returned.word import W, Word, text_of

_EXAMPLES = Path(__file__).resolve().parents[4] / "examples"
_NAMES = sorted(path.parent.name for path in _EXAMPLES.glob("*/plan.yaml"))


@pytest.mark.parametrize("name", _NAMES)
def test_nothing_edited_nothing_changed(name: str) -> None:
    present = read_present(*open_plan(_EXAMPLES / name))
    review = read_reviewed("x", built(_EXAMPLES / name), present, lambda stamp: True)
    outcome, files = Merging(present, lambda item: True, figures=True).run([review])
    assert outcome.items == ()
    assert files == ()


@pytest.mark.parametrize("name", ["starter", "panjin-145"])
def test_nothing_edited_in_libreoffice(name: str, tmp_path: Path, soffice: str) -> None:
    (tmp_path / "a.docx").write_bytes(built(_EXAMPLES / name))
    present = read_present(*open_plan(_EXAMPLES / name))
    data = saved_by(soffice, tmp_path / "a.docx").read_bytes()
    outcome, files = Merging(present, lambda item: True).run([read_reviewed("x", data, present, lambda stamp: True)])
    assert outcome.items == ()
    assert files == ()


@pytest.mark.parametrize("seed", range(12))
def test_random_edits_come_back(seed: int, tmp_path: Path) -> None:
    """Words put in, taken out and exchanged in random paragraphs of a real plan, tracked or not."""
    chance = random.Random(seed)  # noqa: S311 - a test that must be the same every time
    plan = Path(shutil.copytree(_EXAMPLES / "panjin-145", tmp_path / "panjin-145"))
    word = Word(built(_EXAMPLES / "panjin-145"))
    prose = [p for p in word.root.iter(f"{W}p") if len(text_of(p)) > 80]
    for paragraph in chance.sample(prose, 8):
        words = text_of(paragraph)
        at = chance.randrange(len(words) // 3, len(words) - 20)
        length = chance.randrange(0, 5)
        new = chance.choice(["", "切实", "稳步推进、", "（含县区）"])
        if any(character.isdigit() or character in "（）：；" for character in words[at - 4 : at + length + 4]):
            continue
        word._edit(paragraph, at, length, new, chance.choice([None, "王强"]))
    (tmp_path / "a.docx").write_bytes(word.save())
    assert _run(["merge", str(plan), str(tmp_path / "a.docx")]) == 0
    assert printed(plan) == read(tmp_path / "a.docx", ["all"])
    assert any(
        before != after
        for before, after in zip(texts(_EXAMPLES / "panjin-145").values(), texts(plan).values(), strict=True)
    )


def test_an_order_of_magnitude_more_is_still_quick(tmp_path: Path) -> None:
    """A long plan with a tenth of its paragraphs rewritten takes seconds, not minutes."""
    import time

    present = read_present(*open_plan(_EXAMPLES / "panjin-145"))
    word = Word(built(_EXAMPLES / "panjin-145"))
    for paragraph in [p for p in word.root.iter(f"{W}p") if len(text_of(p)) > 80][::3]:
        word._edit(paragraph, 10, 4, "重写", None)
    start = time.perf_counter()
    review = read_reviewed("x", word.save(), present, lambda stamp: True)
    outcome, _ = Merging(replace(present), lambda item: True).run([review])
    assert len(outcome.items) > 20
    assert time.perf_counter() - start < 15


def test_likeness() -> None:
    assert likeness("甲乙丙丁", "甲乙丙丁") == 1
    assert likeness("甲乙丙丁", "戊己庚辛") == 0
    assert likeness("", "甲") == 0


def test_matched_knows_moved_texts() -> None:
    pairs = matched(["一段", "另外一段话", "第三段话语"], ["第三段话语", "一段", "另外两段话"])
    assert pairs == {0: 1, 1: 2, 2: 0}
