"""House formats: found by walking, and a broken manifest is explained."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planforge.render.errors import HouseError
from planforge.render.house import House
from planforge.render.houses import find_house, find_profile, house_names


def broken(house: House, tmp_path: Path, old: str, new: str) -> Path:
    """Return a folder of houses whose manifest has ``old`` replaced by ``new``."""
    copy = tmp_path / house.name
    shutil.copytree(house.folder, copy)
    manifest = copy / "manifest.yaml"
    text = manifest.read_text(encoding="utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path


def test_houses_are_found_by_walking(tmp_path: Path, house: House) -> None:
    assert "panzhengban" in house_names()
    shutil.copytree(house.folder, tmp_path / "dawaban")
    assert house_names([tmp_path]) == sorted({*house_names(), "dawaban"})


def test_an_unknown_house_or_page_names_what_there_is() -> None:
    with pytest.raises(HouseError, match="panzhengban") as caught:
        find_house("panzhenban")
    assert caught.value.hint == "是否想写 panzhengban"
    with pytest.raises(HouseError, match="margins-37-35、gbt33476"):
        find_profile(find_house("panzhengban"), "a4")


def test_both_page_set_ups_hold_22_lines(house: House) -> None:
    assert [int(profile.height_pt / profile.line_pt) for profile in house.pages.values()] == [22, 22]
    assert [round(profile.width_pt, 1) for profile in house.pages.values()] == [442.2, 442.2]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("top_mm: 37", "top_mm: 三十七", "“pages.margins-37-35.top_mm”应为数，实为“三十七”"),
        ("top_mm: 37", "topp_mm: 37", "“pages.margins-37-35.top_mm”缺少"),
        ("default_page: margins-37-35", "default_page: a4", "应为 margins-37-35、gbt33476 之一，实为“a4”"),
        ("font: hei, size_pt: 16", "font: heiti, size_pt: 16", "“styles.heading-1.font”应为"),
        ("  imprint: {title", "  imprnt: {title", "“styles.imprint”缺少"),
        ('red: "FF0000"', "red: 红", "应为六位十六进制颜色"),
        ("align: justify, first", "align: both, first", "实为“both”"),
        ("latin: ", "latinn: ", "“latinn”没有这个键"),
        ("template: page.xml.jinja", "template: other.jinja", "不存在：other.jinja"),
        ("planforge_house: 1", "planforge_house: 2", "应为 1"),
        ("planforge_house: 1", "planforge_house: [1", "不是正确的 YAML"),
    ],
)
def test_a_broken_manifest_is_explained(house: House, tmp_path: Path, old: str, new: str, message: str) -> None:
    folder = broken(house, tmp_path, old, new)
    with pytest.raises(HouseError) as caught:
        find_house("panzhengban", [folder])
    assert message in caught.value.message
