"""Finding fonts: the order of folders, stand-ins, and what is said when there is none."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from planforge.render.coverage import missing_glyphs, split_by_face
from planforge.render.errors import FontError
from planforge.render.font_file import characters
from planforge.render.fonts import FontSet, find_fonts, font_folders
from planforge.render.house import House
from planforge.render.page import Line, LineRole, Page, Paragraph, Run, Table


def test_named_folders_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANFORGE_FONTS", f"{tmp_path}:/nowhere-at-all")
    assert font_folders()[0] == tmp_path
    assert Path("/nowhere-at-all") not in font_folders()


def test_the_official_font_wins_over_a_stand_in(house: House, fonts: FontSet, tmp_path: Path) -> None:
    shutil.copy(fonts.faces["body"][0].path, tmp_path / "FandolFang-Regular.otf")
    only = find_fonts(house, [tmp_path])
    assert [face.name for face in only.faces["body"]] == ["FandolFang"]
    assert len(only.notes) == 1
    assert "仿宋_GB2312→FandolFang" in only.notes[0]
    shutil.copy(tmp_path / "FandolFang-Regular.otf", tmp_path / "SIMFANG_GB2312.TTF")
    both = find_fonts(house, [tmp_path, tmp_path / "none"])
    assert both.faces["body"][0].official
    assert not [note for note in both.notes if "仿宋_GB2312→" in note]


def test_a_role_without_a_font_borrows_one(house: House, fonts: FontSet, tmp_path: Path) -> None:
    shutil.copy(fonts.faces["body"][0].path, tmp_path / "FandolFang-Regular.otf")
    assert find_fonts(house, [tmp_path]).faces["hei"][0].name == "FandolFang"


def test_no_font_at_all_is_an_error_that_says_what_to_do(house: House, tmp_path: Path) -> None:
    with pytest.raises(FontError, match="没有可用的中文字体") as caught:
        find_fonts(house, [tmp_path])
    assert "PLANFORGE_FONTS" in (caught.value.hint or "")


def test_missing_characters_are_found_in_every_kind_of_text(house: House, fonts: FontSet) -> None:
    table = Table("表1", ("面积𠀀",), (("1㎡",),), note="𠀁")
    page = Page("t", (Line(LineRole.PLAN_TITLE, (Run("规划𠀂"),)), table))
    found = [(glyph.char, glyph.font) for glyph in missing_glyphs(page, house, fonts)]
    assert found == [("𠀂", "方正小标宋简体"), ("𠀁", "仿宋_GB2312"), ("𠀀", "黑体")]


def test_text_is_split_where_another_font_must_print(fonts: FontSet) -> None:
    parts = [(face.name, text) for face, text in split_by_face("面积12㎡以上\u200b", "body", fonts)]
    assert parts == [("FandolFang", "面积12"), ("AR PL UKai", "㎡"), ("FandolFang", "以上\u200b")]


@pytest.mark.parametrize("outlines", ["glyf", "CFF "])
def test_a_character_without_ink_counts_as_missing(outlines: str, house: House, fonts: FontSet, tmp_path: Path) -> None:
    """Some fonts map rare characters to empty glyphs; a space needs no ink."""
    from fontTools.fontBuilder import FontBuilder

    builder = FontBuilder(1000, isTTF=outlines == "glyf")
    names = [".notdef", "drawn", "empty", "space"]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("龚"): "drawn", ord("䶮"): "empty", ord(" "): "space", ord("　"): "empty"})
    _drawn(builder, names, outlines)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    builder.save(tmp_path / "FandolFang-Regular.otf")
    assert outlines in builder.font
    assert characters(tmp_path / "FandolFang-Regular.otf") == set(map(ord, "龚 　"))
    page = Page("t", (Paragraph((Run("龚　䶮"),)),))
    assert [glyph.char for glyph in missing_glyphs(page, house, find_fonts(house, [tmp_path]))] == ["䶮"]
    shutil.copy(fonts.faces["kai"][0].path, tmp_path / "ukai.ttc")
    parts = [(face.name, text) for face, text in split_by_face("龚䶮", "body", find_fonts(house, [tmp_path]))]
    assert parts == [("FandolFang", "龚䶮")]  # nor has the fallback it: the box of the first face is seen


def _drawn(builder: Any, names: list[str], outlines: str) -> None:
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pens = {name: TTGlyphPen(None) if outlines == "glyf" else T2CharStringPen(1000, None) for name in names}
    for name in (".notdef", "drawn"):
        pens[name].moveTo((0, 0))
        pens[name].lineTo((500, 0))
        pens[name].lineTo((500, 500))
        pens[name].closePath()
    if outlines == "glyf":
        builder.setupGlyf({name: pen.glyph() for name, pen in pens.items()})
    else:
        builder.setupCFF("Test", {}, {name: pen.getCharString() for name, pen in pens.items()}, {})
