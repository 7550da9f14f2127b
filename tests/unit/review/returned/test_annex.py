"""An annex is printed twice, in the list of annexes and as a heading: what a reviewer does to both is told once."""

from __future__ import annotations

from pathlib import Path

from planforge.cli.merging import Merger
from planforge.review.returned.outcome import Status
from tests.unit.review.returned.desk import built, texts
from tests.unit.review.returned.word import Word

_PLAN = """\
planforge: 1
title: 某市水利发展规划
chapters:
  - heading: 发展基础
    body:
      - text: |
          分工见{附件:分工}。
  - heading: 任务分工
    id: 分工
    role: [附件]
    body:
      - text: |
          市水利局牵头落实。
"""


def test_an_annex_deleted_in_both_places(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    plan.mkdir()
    (plan / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    before, word = texts(plan), Word(built(plan))
    word.delete_paragraphs("附件：", by="王强")
    word.delete_paragraphs("任务分工", by="王强")
    (tmp_path / "a.docx").write_bytes(word.save())
    outcome = Merger(plan, ["all"], False, False).run([tmp_path / "a.docx"], dry_run=False)
    assert [item.status for item in outcome.items] == [Status.UNPLACED, Status.UNPLACED]
    assert all(item.reason for item in outcome.items)
    assert texts(plan) == before
