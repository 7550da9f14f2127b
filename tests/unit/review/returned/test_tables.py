"""Tables that show tasks or the ledger, tables that are new, tables that go."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from planforge.cli.merging import Merger
from planforge.review.returned.outcome import Item, Kind, Status
from tests.unit.review.returned.desk import built, changed, play, texts
from tests.unit.review.returned.word import Word

_STARTER = Path(__file__).resolve().parents[4] / "examples" / "starter"


def _starter(folder: Path, *script: dict[str, Any]) -> tuple[tuple[Item, ...], list[str]]:
    plan = Path(shutil.copytree(_STARTER, folder / "plan"))
    word = Word(built(_STARTER))
    for action in script:
        word.do(action)
    (folder / "a.docx").write_bytes(word.save())
    before = texts(plan)
    outcome = Merger(plan, ["all"], False, False).run([folder / "a.docx"], dry_run=False)
    return outcome.items, changed(before, texts(plan))


@pytest.mark.parametrize("by", ["王强", None])
def test_a_cell_that_shows_a_task_is_an_edit_of_the_task(by: str | None, tmp_path: Path) -> None:
    items, diff = _starter(tmp_path, {"cell": ["建设智能工厂", 2, "市数据局"], "by": by})
    assert {item.status for item in items} == {Status.APPLIED}
    assert items[0].where == ("主要任务分工表", "主要任务分工", "建设智能工厂·牵头单位")
    assert diff == ["- lead: 市工业和信息化局", "+ lead: 市数据局"]


def test_the_task_and_its_cell_edited_alike_count_once(tmp_path: Path) -> None:
    cell, line = {"cell": ["建设智能工厂", 1, "建设智慧工厂"]}, {"replace": ["建设智能工厂。", "建设智慧工厂。"]}
    items, diff = _starter(tmp_path, cell, line)
    assert [item.status for item in items] == [Status.APPLIED, Status.PRESENT]
    assert diff == ["- - task: 建设智能工厂", "+ - task: 建设智慧工厂"]


def test_what_a_table_of_tasks_computes_is_refused(tmp_path: Path) -> None:
    items, diff = _starter(
        tmp_path, {"cell": ["建设智能工厂", 0, "七"], "by": "王强"}, {"drop_row": "扩大公共数据开放"}
    )
    assert {(item.status, item.reason) for item in items} == {(Status.UNPLACED, "这张表由各项任务印出，请改那一项任务")}
    assert diff == []


def test_a_row_that_is_gone_already_is_told_as_one(tmp_path: Path) -> None:
    (item,) = play(tmp_path, [{"drop_row": "西渠改造"}]).again.items
    assert (item.kind, item.status) == (Kind.ROW_REMOVED, Status.PRESENT)
    assert item.old == "西渠改造 | 西城区 | 在建"


@pytest.mark.parametrize("by", ["王强", None])
def test_a_new_table_is_told_once_where_it_stands(by: str | None, tmp_path: Path) -> None:
    action = {"table": ["水库除险加固", [["甲", "乙"], ["1", "2"]]], "by": by}
    (item,) = play(tmp_path, [action]).outcome.items
    assert (item.kind, item.status, item.author) == (Kind.TABLE_ADDED, Status.UNPLACED, by or "")
    assert item.where == ("发展基础", "主要成绩")
    assert item.new == "甲 | 乙\n1 | 2"


@pytest.mark.parametrize("by", ["王强", None])
def test_a_table_without_its_caption_is_not_emptied_row_by_row(by: str | None, tmp_path: Path) -> None:
    played = play(tmp_path, [{"drop_table": "东河治理", "by": by}])
    (item,) = played.outcome.items
    assert (item.status, item.author, item.reason[:6]) == (Status.UNPLACED, by or "", "整张表删去了")
    assert played.diff == []


@pytest.mark.parametrize("by", ["王强", None])
def test_a_table_that_is_referred_to_says_by_whom_it_is_held(by: str | None, tmp_path: Path) -> None:
    texts_of_it = {"delete": ["主要工程进展", "数据截至2025年底"], "by": by}
    played = play(tmp_path, [{"drop_table": "东河治理", "by": by}, texts_of_it])
    (item,) = played.outcome.items
    assert item.status is Status.UNPLACED
    assert "没有名为“进展”的表" in item.reason
    assert played.diff == []
