"""`planforge inspect`: exit codes, formats, and files that are no documents."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from planforge.cli.main import _run
from tests.unit.inspect.broken import BROKEN
from tests.unit.inspect.made import conforming


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("inspect") / "good.docx"
    path.write_bytes(conforming().save())
    return path


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = conforming()
    BROKEN["square_brackets"][1](made)
    path = tmp_path_factory.mktemp("inspect") / "坏.docx"
    path.write_bytes(made.save())
    return path


def test_exit_codes(good: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["inspect", str(good)]) == 0
    assert "必须的条款不合" not in capsys.readouterr().out
    assert _run(["inspect", str(bad)]) == 1
    printed = capsys.readouterr().out
    assert "7.2.5-b  发文字号的年份应为" in printed
    assert "实为“海政发[2024]12号”" in printed
    assert "第5段" in printed
    assert "共 138 条" in printed


def inspected(path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> Any:
    _run(["inspect", str(path), "--format", form, "--page", "margins-37-35"])
    return json.loads(capsys.readouterr().out)


def test_json_lists_every_clause(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = inspected(bad, "json", capsys)
    assert (data["version"], data["kind"], data["page"]) == (1, "docx", "margins-37-35")
    assert len(data["clauses"]) == 138
    assert data["summary"]["must-failed"] == 1
    assert sum(count for status, count in data["summary"].items() if status != "must-failed") == 138
    failed = [row for row in data["clauses"] if row["status"] == "fail"]
    assert [row["clause"] for row in failed] == ["7.2.5-b"]
    assert failed[0]["findings"][0]["paragraph"] == 5
    assert all(row["reason"] for row in data["clauses"] if row["status"].startswith("not-"))


def test_sarif_has_a_rule_for_each_clause(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = inspected(bad, "sarif", capsys)["runs"][0]
    assert len(run["tool"]["driver"]["rules"]) == 138
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("7.2.5-b", "error")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "7.2.5-b"
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 5}


def test_the_table_of_clauses(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["inspect", "--clauses"]) == 0
    assert "共 138 条。" in capsys.readouterr().out
    assert _run(["inspect", "--clauses", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["clauses"]) == 138


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 30_000_000)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\nnothing of the kind", "不是完好的 PDF 文件"),
        (b"PK\x03\x04 no zip", "不是完好的 DOCX 文件"),
        (_bomb(), "展开后过大"),
        (b"\xd0\xcf\x11\xe0 old", "旧的 .doc 格式"),
        (b"plain text", "不是 DOCX 或 PDF 文件"),
        (b"", "不是 DOCX 或 PDF 文件"),
    ],
    ids=["pdf", "zip", "bomb", "doc", "text", "empty"],
)
def test_a_file_that_cannot_be_measured(
    data: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(data)
    assert _run(["inspect", str(path)]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


def test_calls_that_make_no_sense(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], [str(tmp_path / "nowhere.pdf")], [str(tmp_path)], [str(good), "--page", "a4"]):
        assert _run(["inspect", *arguments]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_pdf_without_its_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert _run(["inspect", str(tmp_path / "a.pdf")]) == 2
    assert "planforge[inspect]" in capsys.readouterr().err
