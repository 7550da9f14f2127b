"""The cache of reports: it says what lint says, notices whatever lint depends on, and survives damage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planforge.lint import cache as module
from planforge.lint import many
from planforge.lint.cache import Cache
from planforge.lint.many import Beside, Target, check_all
from planforge.lint.report import Report, RuleBook
from tests.hostile.materials import png_bytes

PLAN = """\
planforge: 1
title: 某市规划
predecessor: ../before
chapters:
  - chapter.yaml
"""
CHAPTER = """\
heading: 任务
body:
  - text: |
      根据某委办发[2017]69号，见{表:没有}，达到【待填】家。
  - figure: 图
    file: picture.png
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan of two files with a picture and a predecessor."""
    for name in ("plan", "before"):
        (tmp_path / name).mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "plan" / "chapter.yaml").write_text(CHAPTER, encoding="utf-8")
    (tmp_path / "plan" / "picture.png").write_bytes(png_bytes(6, 4))
    (tmp_path / "before" / "plan.yaml").write_text(PLAN.replace("predecessor: ../before\n", ""), encoding="utf-8")
    (tmp_path / "before" / "chapter.yaml").write_text(CHAPTER.replace("达到【待填】家", "完成"), encoding="utf-8")
    return tmp_path / "plan"


def _check(plan: Path, *, predecessor: Path | None = None) -> Report:
    beside = Beside(predecessor)
    return check_all([Target.at(plan)], beside, cache=Cache(plan.parent / "cache"))[0]


def _from_cache(plan: Path, *, predecessor: Path | None = None) -> Report | None:
    """Return what a second run takes from the cache."""
    found: list[Report | None] = []
    real = Cache.load

    def load(cache: Cache, key: str, book: RuleBook) -> Report | None:
        found.append(real(cache, key, book))
        return found[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Cache, "load", load)
        _check(plan, predecessor=predecessor)
    return found[0]


def test_the_second_run_says_the_same(plan: Path) -> None:
    """Findings, fixes, files and the rules to show them by."""
    first = _check(plan)
    again = _from_cache(plan)
    assert again is not None
    assert [(finding.code, finding.place, finding.related, finding.fingerprint) for finding in again.findings] == [
        (finding.code, finding.place, finding.related, finding.fingerprint) for finding in first.findings
    ]
    assert len(first.findings) >= 3
    assert {path: file.text for path, file in again.files.items()} == {
        path: file.text for path, file in first.files.items()
    }
    assert list(again.neighbours) == list(first.neighbours) != []
    assert list(again.rules) == list(first.rules)
    edits = [finding.fix.edits for finding in again.findings if finding.fix]
    assert [again.files[edit.span.file.path] is edit.span.file for fix in edits for edit in fix] == [True]


CHANGES: dict[str, Callable[[Path], object]] = {
    "main file": lambda plan: (plan / "plan.yaml").write_text(PLAN + "# \n", encoding="utf-8"),
    "included file": lambda plan: (plan / "chapter.yaml").write_text(CHAPTER + "# \n", encoding="utf-8"),
    "included file gone": lambda plan: (plan / "chapter.yaml").unlink(),
    "picture gone": lambda plan: (plan / "picture.png").unlink(),
    "picture changed": lambda plan: (plan / "picture.png").write_bytes(png_bytes(6, 5)),
    "predecessor": lambda plan: (plan.parent / "before" / "chapter.yaml").write_text(CHAPTER, encoding="utf-8"),
    "configuration": lambda plan: (plan / "planforge.toml").write_text('ignore = ["PF131"]', encoding="utf-8"),
    "program": lambda plan: module.program_digest.cache_clear(),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_lint_depends_on_is_noticed(what: str, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each thing that could change a finding makes lint look again."""
    _check(plan)
    assert _from_cache(plan) is not None
    CHANGES[what](plan)
    if what == "program":
        monkeypatch.setattr(module, "__version__", "9.9.9")
    assert _from_cache(plan) is None
    assert _from_cache(plan) is not None
    monkeypatch.undo()
    module.program_digest.cache_clear()


def test_a_missing_file_that_comes_is_noticed(plan: Path) -> None:
    """What was not there is part of what was seen."""
    (plan / "chapter.yaml").rename(plan / "away.yaml")
    assert any(finding.code == "PF007" or "chapter.yaml" in finding.message for finding in _check(plan).findings)
    assert _from_cache(plan) is not None
    (plan / "away.yaml").rename(plan / "chapter.yaml")
    assert _from_cache(plan) is None


def test_a_predecessor_that_is_not_there_keeps_nothing(plan: Path) -> None:
    """Where it would come from cannot be watched."""
    (plan.parent / "before").rename(plan.parent / "gone")
    _check(plan)
    assert _from_cache(plan) is None


def test_a_plan_given_for_comparison_is_part_of_the_key(plan: Path) -> None:
    """With another predecessor it is another report."""
    _check(plan)
    other = plan.parent / "other.txt"
    other.write_text("某市规划\n一、发展目标\n达到100家。\n", encoding="utf-8")
    assert _from_cache(plan, predecessor=other) is None
    other.write_text("某市规划\n一、发展目标\n达到120家。\n", encoding="utf-8")
    assert _from_cache(plan, predecessor=other) is None
    assert _from_cache(plan, predecessor=other) is not None


def test_a_damaged_entry_is_written_anew(plan: Path) -> None:
    """Cut off, changed by a bit, or something else altogether."""
    told = [finding.message for finding in _check(plan).findings]
    entry = next((plan.parent / "cache").rglob("*.json"))
    whole = entry.read_bytes()
    flipped = whole.replace(b'"PF131"', b'"PF132"')
    assert flipped != whole
    for damaged in (b"", whole[: len(whole) // 2], flipped, b"[]", b"\xff\xfe", whole[:64] + b"\n[]"):
        entry.write_bytes(damaged)
        assert _from_cache(plan) is None
        assert entry.read_bytes() == whole
        assert [finding.message for finding in _check(plan).findings] == told


def test_a_cache_that_cannot_be_written_is_no_matter(plan: Path) -> None:
    """A file where its folder should be."""
    (plan.parent / "cache").write_text("", encoding="utf-8")
    assert len(_check(plan).findings) >= 3


def test_old_entries_go(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder does not grow for ever."""
    monkeypatch.setattr(module, "MOST_ENTRIES", 2)
    monkeypatch.setattr(many, "key_of", lambda *parts: f"aa{abs(hash(parts)):x}")
    for number in range(5):
        (plan / "planforge.toml").write_text(f"# {number}\nignore = {['PF131'] * number}", encoding="utf-8")
        _check(plan)
    assert len(list((plan.parent / "cache" / "aa").iterdir())) == 2


def test_a_word_file_keeps_its_text(tmp_path: Path) -> None:
    """Its text is made from the file's parts, not read from it."""
    from docx import Document

    document = Document()
    document.add_paragraph("达到【待填】家。")
    document.save(str(tmp_path / "a.docx"))
    cache = Cache(tmp_path / "cache")
    first, again = (check_all([Target.at(tmp_path / "a.docx")], cache=cache)[0] for _ in range(2))
    assert [again.text(finding.place) for finding in again.findings] == [
        first.text(finding.place) for finding in first.findings
    ]
