"""The lines of an 附件说明 name annexes; they open no chapters and no sections."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.plan.load import readable_plan
from planforge.readers.annex_note import NoteLines
from planforge.source.tree import open_plan


def test_lines_of_the_note_before_the_plan_are_no_headings(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    note = ["附件：1.任务分工表", "2.名词解释"]
    lines = ["某市科技创新规划", *note, "一、发展基础", "1.主要成绩", "成绩显著，企业成长较快。"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    plan = readable_plan(*open_plan(path))
    assert [chapter.heading.printed for chapter in plan.chapters] == ["发展基础"]
    assert [text.printed for text in plan.preface] == note


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["附件：1.甲", "2.乙", "3.丙", "一、丁"], [True, True, True, False]),
        (["附 件: 1.甲", "3.丙", "4.丁"], [True, False, False]),
        (["1.甲", "2.乙"], [False, False]),
        (["附件：甲", "2.乙"], [False, False]),
    ],
)
def test_numbers_must_follow_one_another(lines: list[str], told: list[bool]) -> None:
    note = NoteLines()
    assert [note.has(line) for line in lines] == told
