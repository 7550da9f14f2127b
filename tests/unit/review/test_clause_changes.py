"""修改对照表: the printed clauses that read differently, in Word and in Excel."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from planforge.review.clause_changes import clause_changes
from planforge.review.files import file_formats
from planforge.review.version import Version, read_version
from tests.edits.sources import Edit, files, write_copy

_EXAMPLE = "starter"
_LEDGER = files(_EXAMPLE)["indicators.yaml"]
_AT = _LEDGER.index("4000以上")
LOWERED = Edit("value", "indicators.yaml", _AT, _AT + 4, "3800", "target-changed", "weaker")


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Version, Version]:
    """An example and a copy with a lower target."""
    old, new = write_copy(_EXAMPLE, tmp_path / "old"), write_copy(_EXAMPLE, tmp_path / "new", LOWERED)
    return read_version(old), read_version(new)


def test_every_clause_that_prints_the_figure_is_listed(versions: tuple[Version, Version]) -> None:
    """One edit of the ledger, and each paragraph and row that prints it; nothing else."""
    old, new = versions
    changes = list(clause_changes(old.plan, new.plan))
    assert len(changes) >= 2
    for change in changes:
        assert change.old.replace("4000", "3800") == change.new
        assert change.place


def test_the_same_version_has_no_rows(versions: tuple[Version, Version]) -> None:
    """Nothing to explain."""
    assert not list(clause_changes(versions[0].plan, versions[0].plan))


def test_the_word_table_marks_what_went_and_came(versions: tuple[Version, Version]) -> None:
    """Struck out in the old clause, underlined in the new one; the last column is left to the office."""
    table = Document(io.BytesIO(file_formats()["table-docx"](*versions))).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["序号", "位置", "原条文", "修改后", "修改理由"]
    old, new, reason = table.rows[1].cells[2:]
    assert [run.text for run in old.paragraphs[0].runs if run.font.strike] == ["4000"]
    assert [run.text for run in new.paragraphs[0].runs if run.font.underline] == ["3800"]
    assert not reason.text


def test_both_tables_have_the_same_rows_and_bytes(versions: tuple[Version, Version]) -> None:
    """Word and Excel list the same clauses; writing twice gives the same file."""
    made = {name: file_formats()[name](*versions) for name in ("table-docx", "table-xlsx")}
    assert made == {name: file_formats()[name](*versions) for name in made}
    word = [[cell.text for cell in row.cells] for row in Document(io.BytesIO(made["table-docx"])).tables[0].rows]
    page = load_workbook(io.BytesIO(made["table-xlsx"])).active
    assert word == [[str(cell or "") for cell in row] for row in page.iter_rows(values_only=True)]
