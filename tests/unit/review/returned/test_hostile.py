"""Reviewed files from anywhere: one sentence and exit code 2, or read with distrust; never a wrong write."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planforge.cli.main import _run
from planforge.errors import PlanforgeError
from planforge.review.returned.merging import Merging
from planforge.review.returned.present import Present, read_present
from planforge.review.returned.reading import read_reviewed
from planforge.source.tree import open_plan
from tests.unit.review.returned.desk import PLAN, built, texts
from tests.work import calls

_BASE, _DOCUMENT = "customXml/item1.xml", "word/document.xml"


@pytest.fixture(scope="module")
def present() -> Present:
    """Return the sample plan as it prints."""
    return read_present(*open_plan(PLAN))


def changed(part: str, change: Callable[[str], str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(built())) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if name == part else data)
    return target.getvalue()


_BROKEN = {
    "empty": b"",
    "no zip": b"PK\x03\x04 nonsense",
    "old format": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "half": built()[: len(built()) // 2],
    "entities": changed(_DOCUMENT, lambda xml: '<!DOCTYPE a [<!ENTITY x "y">]>' + xml.partition("?>")[2]),
    "entities in the base text": changed(_BASE, lambda xml: '<!DOCTYPE a [<!ENTITY x "y">]>' + xml.partition("?>")[2]),
    "no XML": changed(_DOCUMENT, lambda xml: xml[:-30]),
    "bomb": changed(_BASE, lambda xml: xml.replace("<base", "<!--" + "a" * 70_000_000 + "--><base", 1)),
}


@pytest.mark.parametrize("name", _BROKEN)
def test_refused_with_one_sentence(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = Path(shutil.copytree(PLAN, tmp_path / "plan"))
    before = texts(plan)
    (tmp_path / "x.docx").write_bytes(_BROKEN[name])
    assert _run(["merge", str(plan), str(tmp_path / "x.docx")]) == 2
    error = capsys.readouterr().err
    assert error.startswith("planforge：")
    assert error.count("\n") == 1
    assert texts(plan) == before


def test_a_file_without_a_base_text_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = Path(shutil.copytree(PLAN, tmp_path / "plan"))
    (tmp_path / "x.docx").write_bytes(changed(_BASE, lambda xml: "<other/>"))
    assert _run(["merge", str(plan), str(tmp_path / "x.docx")]) == 0
    error = capsys.readouterr().err
    assert error.startswith("注意：“")
    assert "没有排印时的底稿" in error
    assert "planforge build" in error
    (tmp_path / "y.docx").write_bytes(built())
    assert _run(["merge", str(plan), str(tmp_path / "y.docx")]) == 0
    assert capsys.readouterr().err == ""


def test_a_base_text_that_lies_writes_nothing_wrong(present: Present) -> None:
    lies = changed(_BASE, lambda xml: xml.replace("水库除险加固全部完成", "水库除险加固尚未完成"))
    outcome, files = Merging(present, lambda item: True).run([read_reviewed("x", lies, present, lambda stamp: True)])
    # to the reviewer's file the plan already reads so
    assert not files
    assert outcome.complete


@pytest.mark.parametrize(
    ("old", "new"),
    [('from="0"', 'from="-1"'), ('to="', 'to="9'), ('key="', 'key="x'), ('from="0"', 'from="9999999999999"')],
)
def test_damaged_parts_of_the_base_text(present: Present, old: str, new: str) -> None:
    data = changed(_BASE, lambda xml: xml.replace(old, new))
    _, files = Merging(present, lambda item: True).run([read_reviewed("x", data, present, lambda stamp: True)])
    assert not files


def test_thousands_of_open_bookmarks_cost_their_own_reading_only(present: Present) -> None:
    def work(count: int) -> int:
        marks = "".join(f'<w:bookmarkStart w:id="{90000 + n}" w:name="_pf_{n}"/>' for n in range(count))
        data = changed(_DOCUMENT, lambda xml: xml.replace("<w:body>", f"<w:body>{marks}", 1))
        return calls(lambda: _untouched(data, present))

    none, many = work(0), work(20_000)
    assert many - none < 40 * 20_000


def _untouched(data: bytes, present: Present) -> None:
    _, files = Merging(present, lambda item: True).run([read_reviewed("x", data, present, lambda stamp: True)])
    assert not files


def test_deep_nesting_is_cut(present: Present) -> None:
    deep = "<w:ins>" * 5_000 + "</w:ins>" * 5_000
    data = changed(_DOCUMENT, lambda xml: xml.replace("<w:body>", f"<w:body><w:p>{deep}</w:p>", 1))
    read_reviewed("x", data, present, lambda stamp: True)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.data())
def test_no_damage_of_the_document_makes_it_crash(present: Present, data: st.DataObject) -> None:
    """Cut, double or drop stretches between tags: whatever is read, the outcome proves right or is listed."""

    def damage(xml: str) -> str:
        pieces = xml.split("<w:p>")
        first, second = (data.draw(st.integers(1, len(pieces) - 1)) for _ in range(2))
        match data.draw(st.sampled_from(["drop", "double", "swap", "empty"])):
            case "drop":
                del pieces[first]
            case "double":
                pieces.insert(second, pieces[first])
            case "swap":
                pieces[first], pieces[second] = pieces[second], pieces[first]
            case _:
                pieces[first] = pieces[first].replace("<w:t>", "<w:t/><w:t>")
        return "<w:p>".join(pieces)

    try:
        review = read_reviewed("x", changed(_DOCUMENT, damage), present, lambda stamp: True)
    except PlanforgeError:
        return
    outcome, files = Merging(present, lambda item: True).run([review])
    assert files or not any(item.status.value == "applied" for item in outcome.items)
