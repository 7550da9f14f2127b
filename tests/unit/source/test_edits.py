"""Edits touch nothing but their span."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.errors import SourceError
from planforge.source.edits import Edit, apply_edits
from planforge.source.place import SourceFile

YAML = "# 注释\r\ntitle:   '某市规划'   # 标题\r\nkind: 专项规划\r\n"


def test_comments_order_quotes_and_line_ends_survive() -> None:
    """Only the edited characters differ; new lines take the file's line ends."""
    file = SourceFile("a.yaml", YAML)
    start = YAML.index("专项")
    edited = apply_edits(file, [Edit(file.span(start, start + 4), "行动计划"), Edit(file.span(0, 0), "# 新\n")])
    assert edited == "# 新\r\n" + YAML.replace("专项规划", "行动计划")


def test_an_edit_that_breaks_the_file_is_refused() -> None:
    """A file that could be read stays readable."""
    file = SourceFile("a.yaml", YAML)
    with pytest.raises(SourceError, match="会读不懂"):
        apply_edits(file, [Edit(file.span(YAML.index("'   "), YAML.index("'   ") + 1), "")])


def test_overlapping_edits_are_refused() -> None:
    """Two edits of the same characters cannot both be made."""
    file = SourceFile("a.yaml", YAML)
    with pytest.raises(SourceError, match="重叠"):
        apply_edits(file, [Edit(file.span(0, 4), "# x"), Edit(file.span(2, 5), "# y")])


@given(st.text("甲乙丙 a1", max_size=8), st.integers(0, 3), st.integers(0, 4))
def test_an_edit_is_a_splice(replacement: str, start: int, length: int) -> None:
    """The result is the text before, the replacement, and the text behind."""
    value = "子丑寅卯辰巳午未"
    file = SourceFile("a.yaml", f"a: |\n  {value}\n")
    at = file.text.index(value) + start
    edited = apply_edits(file, [Edit(file.span(at, at + length), replacement)])
    assert edited == file.text[:at] + replacement + file.text[at + length :]
