"""`planforge fonts`: what is here, what stands in, what is taken from a folder, what cannot be printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from planforge.cli.main import _run
from planforge.render import fonts as fonts_module
from tests.cli.test_build import PLAN


def _square() -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for corner in ((900, 0), (900, 800), (100, 800)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def font(path: Path, family: str, characters: str) -> None:
    """Write a font of a few characters under this family name."""
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", *(f"uni{ord(one):04X}" for one in characters)]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(one): f"uni{ord(one):04X}" for one in characters})
    builder.setupGlyf(dict.fromkeys(names, _square()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": {"en": "Own", "zh-Hans": family}, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without fonts; returns the folder planforge keeps its own in."""
    own = tmp_path / "cache" / "planforge" / "fonts"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(fonts_module, "font_folders", lambda: [one for one in [own] if one.is_dir()])
    monkeypatch.setattr("planforge.render.font_report.font_folders", fonts_module.font_folders)
    fonts_module._shelf.cache_clear()
    return own


def listed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_without_any_font_everything_is_missing(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["fonts", "--format", "json"]) == 1
    data = listed(capsys)
    assert (data["version"], data["house"], data["missing"]) == (1, "panzhengban", None)
    assert {entry["used"] for entry in data["fonts"]} == {None}
    assert _run(["fonts"]) == 1
    assert "仿宋_GB2312  没有，也没有替代字体" in capsys.readouterr().out


def test_an_office_brings_its_fonts(bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brought = tmp_path / "U盘"
    brought.mkdir()
    font(brought / "FS2312 (1).ttf", "仿宋_GB2312", "规划")
    (brought / "damaged.ttf").write_bytes(b"\x00\x01\x00\x00 no font")
    (brought / "readme.txt").write_text("仿宋", encoding="utf-8")
    assert _run(["fonts", "--from", str(brought), "--format", "json"]) == 0
    told = capsys.readouterr()
    assert "已取用 仿宋_GB2312" in told.err
    body = next(entry for entry in json.loads(told.out)["fonts"] if entry["role"] == "body")
    assert (body["here"], body["used"]) == (True, "仿宋_GB2312")
    assert body["file"] == str(bare / "仿宋_GB2312.ttf")
    assert [file.name for file in bare.iterdir()] == ["仿宋_GB2312.ttf"]


def test_characters_of_a_plan_that_no_font_has(bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare.mkdir(parents=True)
    font(bare / "仿宋_GB2312.ttf", "仿宋_GB2312", "规划")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    assert _run(["fonts", str(tmp_path), "--format", "json"]) == 1
    missing = listed(capsys)["missing"]
    assert missing
    assert not {"规", "划"} & {entry["character"] for entry in missing}
    assert missing[0]["code"] == f"U+{ord(missing[0]['character']):04X}"


def test_folders_that_help_nobody(bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "nowhere"):
        assert _run(["fonts", "--from", str(folder)]) == 2
        assert capsys.readouterr().err.count("\n") == 1
