"""Several reviewers, the same file twice, and the command itself."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from planforge.cli.main import _run
from planforge.review.returned.outcome import Kind, Status
from tests.unit.review.returned.desk import PLAN, built, play, texts
from tests.unit.review.returned.word import Word

_FASTER = {"replace": ["步伐加快", "步伐明显加快"], "by": "王强"}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a copy of the sample plan."""
    return Path(shutil.copytree(PLAN, tmp_path / "plan"))


def _file(path: Path, *actions: Mapping[str, object]) -> Path:
    word = Word(built())
    for action in actions:
        word.do(dict(action))
    path.write_bytes(word.save())
    return path


def test_different_edits_of_one_place_are_a_conflict(tmp_path: Path) -> None:
    played = play(tmp_path, [_FASTER], [{"replace": ["步伐加快", "步伐稳步加快"], "by": "李敏"}])
    assert [item.status for item in played.outcome.items] == [Status.CONFLICT, Status.CONFLICT]
    assert [item.ours for item in played.outcome.items] == ["稳步", "明显"]
    assert not played.diff


def test_everybody_has_their_own_edits(tmp_path: Path) -> None:
    """Also in a paragraph that a third one split."""
    split = {"split": ["水利建设步伐加快。"], "by": "甲"}
    edits = [{"replace": [old, new], "by": who} for old, new, who in _EDITS]
    played = play(tmp_path, [split, *edits])
    assert {(item.new.strip(), item.author) for item in played.outcome.items} == {
        ("", "甲"), ("显著", "乙"), ("320公里", "丙"), ("全面", ""),
    }  # fmt: skip


_EDITS: list[tuple[str, str, str | None]] = [
    ("能力明显提高", "能力显著提高", "乙"),
    ("318公里", "320公里", "丙"),
    ("时期，水利", "时期，全面水利", None),
]


def test_three_reviewers(tmp_path: Path) -> None:
    scripts = [[{"replace": ["步伐加快", f"步伐{word}加快"], "by": word}] for word in ("明显", "稳步", "明显", "显著")]
    played = play(tmp_path, *scripts)
    assert {item.status for item in played.outcome.items} == {Status.CONFLICT}
    assert len(played.outcome.items) == 4
    assert not played.diff


@pytest.mark.parametrize(
    "action",
    [
        {"after": ["水库除险加固全部完成", "{}"]},
        {"after": ["加大资金投入", "（3）{}"]},
        {"after": ["健全水价机制", "（四）{}"]},
        {"row": ["西渠改造", "{}", "北山县", "在建"]},
        {"replace": ["东城区政府|", "；配合单位：{}"]},
        {"replace": ["步伐|", "{}"]},
    ],
)
def test_what_two_put_in_one_place_is_a_conflict(action: dict[str, list[str]], tmp_path: Path) -> None:
    (verb, words), *_ = action.items()
    for names, statuses, changes in (
        ("甲甲", [Status.APPLIED, Status.PRESENT], True),
        ("甲乙", [Status.CONFLICT, Status.CONFLICT], False),
    ):
        scripts = [
            [{verb: [word.format(f"{name}单位") for word in words], "by": by}]
            for name, by in zip(names, "丙丁", strict=True)
        ]
        played = play(tmp_path / names, *scripts)
        assert [item.status for item in played.outcome.items] == statuses
        assert bool(played.diff) == changes


def test_what_is_not_accepted_keeps_its_place(tmp_path: Path) -> None:
    delete = {"delete": "部分河段", "by": "李敏"}
    new = {"after": ["水库除险加固全部完成", "新段。"], "by": "李敏"}
    items = play(tmp_path, [_FASTER, delete, new], accept=["none"]).outcome.items
    assert [item.where[-1] for item in items] == ["主要成绩", "主要成绩", "存在的不足"]
    assert [item.place and item.place.line for item in items] == [8, 14, 18]
    assert items[0].context == "“十四五”时期，水利建设步伐加快。"


@pytest.mark.parametrize(
    "action",
    [{"join": "推进水权改革"}, {"delete": "主要工程进展"}, {"drop_row": "节水灌溉面积"}],
)
@pytest.mark.parametrize("marks", ["bookmarks", ""])
def test_what_is_refused_keeps_its_author(action: dict[str, str], marks: str, tmp_path: Path) -> None:
    lost: list[dict[str, Any]] = [{"strip": marks}] if marks else []
    items = play(tmp_path, [*lost, {**action, "by": "王强"}]).outcome.items
    assert {(item.status, item.author) for item in items} == {(Status.UNPLACED, "王强")}


def test_what_two_have_in_common_is_no_conflict(tmp_path: Path) -> None:
    scripts = [[{"after": ["水库除险加固全部完成", *words], "by": by}] for words, by in
               ((["甲段。", "乙段。"], "甲"), (["甲段。", "丙段。"], "丙"))]  # fmt: skip
    played = play(tmp_path, *scripts)
    assert [item.status for item in played.outcome.items] == [
        Status.APPLIED, Status.CONFLICT, Status.PRESENT, Status.CONFLICT,
    ]  # fmt: skip
    assert played.diff == ["+ ", "+ 甲段。"]


@pytest.mark.parametrize("accept", ["all", "甲"])
@pytest.mark.parametrize("old", ["水库除险加固全部完成", "步伐"])
def test_what_two_authors_put_in_one_place_of_one_file(old: str, accept: str, tmp_path: Path) -> None:
    verb, mark = ("after", "") if len(old) > 2 else ("replace", "|")
    first, second = ({verb: [old + mark, words], "by": by} for words, by in (("甲段", "甲"), ("乙段", "乙")))
    if verb == "replace":
        second = {verb: ["步伐甲段|", "乙段"], "by": "乙"}
    played = play(tmp_path, [first, second], accept=[accept])
    statuses = {item.status for item in played.outcome.items}
    assert statuses == ({Status.CONFLICT} if accept == "all" else {Status.APPLIED, Status.DECLINED})
    assert not any("乙段" in line for line in played.diff)
    assert any("甲段" in line for line in played.diff) == (accept == "甲")


def test_one_moves_what_another_edits(tmp_path: Path) -> None:
    move: list[dict[str, Any]] = [{"move": ["水库除险加固", "水库除险加固", "部分河段"], "by": "王强"}]
    played = play(tmp_path, move, [{"replace": ["全部完成", "基本完成"], "by": "李敏"}])
    assert played.outcome.complete
    assert "+ 水库除险加固基本完成。" in played.diff


def test_a_figure_changed_twice_in_one_file(tmp_path: Path) -> None:
    actions: list[dict[str, Any]] = [
        {"replace": ["400公里以上", "410公里以上"]},
        {"cell": ["堤防达标长度", 3, "420以上"]},
    ]
    played = play(tmp_path, actions, figures=True)
    assert [item.status for item in played.outcome.items] == [Status.CONFLICT, Status.CONFLICT]
    assert "改得不一样" in played.outcome.items[0].reason


def test_alike_edits_count_once(tmp_path: Path) -> None:
    played = play(tmp_path, [_FASTER], [dict(_FASTER, by="李敏")])
    assert [item.status for item in played.outcome.items] == [Status.APPLIED, Status.PRESENT]
    assert len(played.diff) == 2


def test_edits_of_different_places_go_together(tmp_path: Path) -> None:
    other = [{"replace": ["防洪能力明显提高", "防洪能力显著提高"], "by": "李敏"}]
    played = play(tmp_path, [_FASTER], other)
    assert played.outcome.complete
    assert len(played.outcome.items) == 2
    assert len(played.diff) == 4


def test_one_deletes_what_another_edits(tmp_path: Path) -> None:
    edit = [{"replace": ["全部完成", "基本完成"], "by": "李敏"}]
    played = play(tmp_path, [{"delete": "水库除险加固全部完成", "by": "王强"}], edit)
    assert [item.status for item in played.outcome.items] == [Status.CONFLICT, Status.CONFLICT]


def test_two_figures_for_one_target(tmp_path: Path) -> None:
    first, second = ([{"replace": ["318公里", f"{value}公里"], "by": str(value)}] for value in (320, 330))
    played = play(tmp_path, first, second, figures=True)
    assert [item.status for item in played.outcome.items] == [Status.CONFLICT, Status.CONFLICT]


def test_a_second_time_changes_nothing(plan: Path, tmp_path: Path) -> None:
    comment = {"comment": ["强化人才支撑", "建议单列"], "by": "市人社局"}
    new = {"after": ["水库除险加固全部完成", "水土流失治理成效明显。"], "by": "王强"}
    file = _file(tmp_path / "a.docx", _FASTER, comment, new)
    assert _run(["merge", str(plan), str(file)]) == 0
    once = texts(plan)
    assert _run(["merge", str(plan), str(file), "--format", "json"]) in (0, 1)
    assert texts(plan) == once


def test_dry_run_writes_nothing(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(plan)
    assert _run(["merge", str(plan), str(_file(tmp_path / "a.docx", _FASTER)), "--dry-run"]) == 0
    assert texts(plan) == before
    out = capsys.readouterr().out
    assert "可以写进规划（1 处）" in out
    assert "要改 1 个文件" in out


def test_json(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _file(tmp_path / "a.docx", _FASTER, {"replace": ["318公里", "320公里"], "by": "李敏"})
    assert _run(["merge", str(plan), str(file), "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["version"] == 1
    assert data["summary"]["applied"] == data["summary"]["proposed"] == 1
    assert [item["kind"] for item in data["items"]] == [Kind.TEXT.value, Kind.FIGURE.value]
    first = data["items"][0]
    assert (first["author"], first["new"], first["date"]) == ("王强", "明显", "2026-11-20T09:00:00Z")
    assert first["where"] == ["发展基础", "主要成绩"]
    assert first["place"]["path"].endswith("chapters/01.yaml")


def test_an_unknown_name_is_no_silence(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["merge", str(plan), str(_file(tmp_path / "a.docx", _FASTER)), "--accept", "王"]) == 2
    assert "没有“王”做的修订，修订人有：王强" in capsys.readouterr().err


def test_names_do_not_go_with_all(plan: Path, tmp_path: Path) -> None:
    file = _file(tmp_path / "a.docx", _FASTER)
    assert _run(["merge", str(plan), str(file), "--accept", "all", "--accept", "王强"]) == 2


def test_asking_needs_a_terminal(plan: Path, tmp_path: Path) -> None:
    assert _run(["merge", str(plan), str(_file(tmp_path / "a.docx", _FASTER)), "-i"]) == 2


def test_asking(plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _file(
        tmp_path / "a.docx", _FASTER, {"replace": ["318公里", "320公里"]}, {"replace": ["全部完成", "基本完成"]}
    )
    answers = iter(["n", "?", "y", "q"])
    monkeypatch.setattr("typer.prompt", lambda *args, **options: next(answers))
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    before = texts(plan)
    assert _run(["merge", str(plan), str(file), "-i"]) == 0
    after = texts(plan)
    assert [name for name in before if before[name] != after[name]] == ["indicators.yaml"]
    assert "2025: 320" in after["indicators.yaml"]


def test_a_file_of_another_plan(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = Word(built())
    word.do({"strip": "base"})
    for node in word.root.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
        node.text = "天地玄黄"
    (tmp_path / "b.docx").write_bytes(word.save())
    assert _run(["merge", str(plan), str(tmp_path / "b.docx")]) == 2
    assert "几乎没有一段与这份规划对得上" in capsys.readouterr().err


def test_a_document_built_from_another_plan(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it carries is its own base text, of which a few headings are in every plan."""
    other = Path(__file__).resolve().parents[4] / "examples" / "starter"
    assert _run(["build", str(other), "-o", str(tmp_path / "out"), "--to", "docx"]) == 0
    assert _run(["merge", str(plan), str(tmp_path / "out" / "starter.docx")]) == 2
    assert "几乎没有一段与这份规划对得上" in capsys.readouterr().err


def test_windows_line_ends_and_encodings_stay(plan: Path, tmp_path: Path) -> None:
    chapter = plan / "chapters/01.yaml"
    text = chapter.read_text(encoding="utf-8").replace("\n", "\r\n")
    chapter.write_bytes(text.encode("gb18030"))
    file = _file(
        tmp_path / "a.docx", _FASTER, {"after": ["水库除险加固全部完成", "水土流失治理成效明显。"], "by": "王强"}
    )
    assert _run(["merge", str(plan), str(file)]) == 0
    after = chapter.read_bytes().decode("gb18030")
    assert after == text.replace("步伐加快", "步伐明显加快").replace(
        "全部完成。\r\n", "全部完成。\r\n\r\n      水土流失治理成效明显。\r\n"
    )
