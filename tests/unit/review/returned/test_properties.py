"""What holds for any plan: nothing edited, nothing changed; random edits all come back."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from planforge.cli.main import _run
from planforge.review.returned.hunks import without_number
from planforge.review.returned.likeness import likeness, matched
from planforge.review.returned.merging import Merging
from planforge.review.returned.outcome import OPEN, Status
from planforge.review.returned.present import read_present
from planforge.review.returned.reading import read_reviewed
from planforge.source.tree import open_plan
from tests.unit.review.returned.desk import PLAN, built, printed, read, saved_by, texts
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


@pytest.mark.parametrize("seed", range(6))
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


def test_a_third_of_the_long_paragraphs_rewritten_is_told_one_by_one() -> None:
    present = read_present(*open_plan(_EXAMPLES / "panjin-145"))
    word = Word(built(_EXAMPLES / "panjin-145"))
    edited = [paragraph for paragraph in word.root.iter(f"{W}p") if len(text_of(paragraph)) > 80][::3]
    for paragraph in edited:
        word._edit(paragraph, 10, 4, "重写", None)
    review = read_reviewed("x", word.save(), present, lambda stamp: True)
    outcome, _ = Merging(replace(present), lambda item: True).run([review])
    assert len(outcome.items) == len(edited) > 20


def test_likeness() -> None:
    assert likeness("甲乙丙丁", "甲乙丙丁") == 1
    assert likeness("甲乙丙丁", "戊己庚辛") == 0
    assert likeness("", "甲") == 0


def test_matched_knows_moved_texts() -> None:
    pairs = matched(["一段", "另外一段话", "第三段话语"], ["第三段话语", "一段", "另外两段话"])
    assert pairs == {0: 1, 1: 2, 2: 0}


@pytest.mark.parametrize("seed", range(16))
def test_random_reviews_lose_nothing(seed: int, tmp_path: Path) -> None:
    """Whatever a reviewer does: if all was taken over, the plan reads as the reviewer's file; else it is listed."""
    chance = random.Random(seed)  # noqa: S311 - a test that must be the same every time
    plan = Path(shutil.copytree(PLAN, tmp_path / "plan"))
    word = Word(built())
    for _ in range(chance.randrange(1, 5)):
        _anything(word, chance)
    (tmp_path / "a.docx").write_bytes(word.save())
    present = read_present(*open_plan(plan))
    review = read_reviewed("x", word.save(), present, lambda stamp: True)
    outcome, files = Merging(present, lambda item: item.status is not Status.PROPOSED).run([review])
    rebuilt = read_present(present.tree.overlaid(files), present.main).trace.lines
    same = [without_number(line.text) for line in rebuilt] == read(tmp_path / "a.docx", ["all"])
    assert same or not outcome.complete
    assert all(item.reason for item in outcome.items if item.status in OPEN)


def _anything(word: Word, chance: random.Random) -> None:
    """Do one thing to a random paragraph or row that no other is like."""
    cells = {id(p) for cell in word.root.iter(f"{W}tc") for p in cell.iter(f"{W}p")}
    prose = [p for p in word.root.iter(f"{W}p") if id(p) not in cells and len(text_of(p)) > 5]
    paragraph, other = chance.sample(prose, 2)
    text, by = text_of(paragraph), chance.choice([None, "王强"])
    at = chance.randrange(1, len(text))
    following = list(word.root.iter(f"{W}p"))
    alone = sum(text[:at] in text_of(p) for p in prose) == 1
    joins = paragraph is not prose[-1] and id(following[following.index(paragraph) + 1]) not in cells
    actions: list[Callable[[], None]] = [
        lambda: word._edit(paragraph, at, chance.randrange(4), chance.choice(["", "切实", "稳步，"]), by),
        lambda: word.delete_paragraphs(text, by=by),
        lambda: word.insert_after(text, f"新增的第{chance.randrange(99)}段文字。", by=by),
        lambda: word.split(text[:at], by=by) if alone else None,
        lambda: word.join(text, by=by) if joins else None,
        lambda: word.move(text, text, text_of(other), by=by),
        lambda: _rows(word, chance, by),
    ]
    chance.choice(actions)()


def _rows(word: Word, chance: random.Random, by: str | None) -> None:
    names = [
        name
        for name in ("东河治理", "西渠改造", "南库加固")
        if any(name in text_of(p) for p in word.root.iter(f"{W}p"))
    ]
    name = chance.choice(names)
    actions: list[Callable[[], None]] = [
        lambda: word.add_row(name, "北库加固", "北山县", "在建", by=by),
        lambda: word.drop_row(name, by=by),
        lambda: word.move_row(name, "工程"),
    ]
    chance.choice(actions)()
