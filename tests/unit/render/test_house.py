"""House formats: found by walking, and a broken manifest is explained."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from planforge.errors import SourceError
from planforge.plan.load import readable_plan
from planforge.render.errors import HouseError
from planforge.render.house import House
from planforge.render.houses import BrokenHouse, find_house, find_profile, house_list
from planforge.render.shelves import find_shelves
from planforge.source.tree import open_plan


def broken(house: House, tmp_path: Path, old: str, new: str) -> Path:
    """Return a folder of houses whose manifest has ``old`` replaced by ``new``."""
    copy = tmp_path / house.name
    shutil.copytree(house.folder, copy)
    manifest = copy / "manifest.yaml"
    text = manifest.read_text(encoding="utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path


def names(shelves: Sequence[Path] = ()) -> list[str]:
    return [house.name for house in house_list(shelves)]


def test_houses_are_found_by_walking(tmp_path: Path, house: House) -> None:
    assert "panzhengban" in names()
    shutil.copytree(house.folder, tmp_path / "dawaban")
    assert names([tmp_path]) == sorted([*names(), "dawaban"])


def test_an_unknown_house_or_page_names_what_there_is() -> None:
    with pytest.raises(HouseError, match="panzhengban") as caught:
        find_house("panzhenban")
    assert caught.value.hint == "是否想写 panzhengban"
    with pytest.raises(HouseError, match="margins-37-35、gbt33476"):
        find_profile(find_house("panzhengban"), "a4")


def small(shelf: Path, name: str, manifest: str) -> Path:
    """Put a house format with a short manifest on a shelf."""
    folder = shelf / name
    folder.mkdir(parents=True)
    (folder / "manifest.yaml").write_text(f"planforge_house: 1\n{manifest}", encoding="utf-8")
    return folder


def test_a_house_says_what_differs_from_its_base(house: House, tmp_path: Path) -> None:
    """Mappings are laid over each other, lists are replaced, the template is the base's."""
    own = "title: 某市\ncolours: {red: E60012}\ntitle_words: [某某]\nstyles: {body: {size_pt: 15}}\n"
    small(tmp_path, "mou", f"extends: panzhengban\n{own}")
    found = find_house("mou", [tmp_path])
    assert (found.name, found.title, found.shipped) == ("mou", "某市", False)
    assert (found.colours["red"], found.colours["text"]) == ("E60012", "000000")
    assert (found.title_words, found.styles["body"].size_pt) == (("某某",), 15)
    assert found.styles["body"].first_line_chars == house.styles["body"].first_line_chars
    assert found.bases == (house.folder,)


def test_a_house_may_build_on_one_of_its_own_name(tmp_path: Path) -> None:
    small(tmp_path, "panzhengban", "extends: panzhengban\ntitle: 我们的\n")
    assert find_house("panzhengban", [tmp_path]).title == "我们的"


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("extends: mou\ntitle: 甲\n", "版式“mou”的 extends：没有名为“mou”的版式"),
        ("extends: [a]\ntitle: 甲\n", "“extends”应为另一个版式的名称"),
        ("extends: panzhengban\ntitle: 甲\nbox: 1\n", "“box”应为一组键，实为“1”"),
        ("extends: panzhengban\ntitle: 甲\ncolors: {red: E60012}\n", "“colors”没有这个键"),
        ('extends: panzhengban\ntitle: "甲\\x01"\n', "“title”里有不能印出的字符"),
        ("extends: panzhengban\nstyles: {body: {size_pt: .inf}}\n", "“styles.body.size_pt”应为数"),
        ("extends: panzhengban\nstyles: {body: {size_pt: 0}}\n", "字号应为 1 到 300 磅"),
        ('extends: panzhengban\nfonts: {body: {official: "</style><script>"}}\n', "字体名没有的字符"),
        ("extends: panzhengban\npage_number: {form: 页}\n", "里应有一个 {number}"),
        ("extends: panzhengban\npage_number: {place: left}\n", "应为 outer、center 之一，实为“left”"),
        ("extends: panzhengban\ncontents: {levels: 9}\n", "应为 0、1、2 或 3"),
        ("- a\n", "不是正确的 YAML"),
    ],
)
def test_a_broken_house_of_an_office_is_explained(tmp_path: Path, manifest: str, message: str) -> None:
    small(tmp_path, "mou", manifest)
    with pytest.raises(HouseError) as caught:
        find_house("mou", [tmp_path])
    assert message in caught.value.message


def test_shelves_beside_the_plan_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """templates/ and formats/, then those of planforge.toml, then those of the environment."""
    for name in ("plan/templates", "plan/formats", "office", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setenv("PLANFORGE_TEMPLATES", os.pathsep.join((str(tmp_path / "elsewhere"), str(tmp_path / "gone"))))
    found = find_shelves(tmp_path / "plan", tmp_path / "planforge.toml", {"formats": ["office"]})
    names = [folder.relative_to(tmp_path).as_posix() for folder in found]
    assert names == ["plan/templates", "plan/formats", "office", "elsewhere"]


@pytest.mark.parametrize("name", ["../elsewhere", "/usr", "link", "nothing", "\0", "a" * 300])
def test_the_configuration_names_folders_of_its_own_only(tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SourceError, match="的 formats"):
        find_shelves(None, tmp_path / "here" / "planforge.toml", {"formats": [name]})


def test_a_house_behind_a_link_is_not_found(house: House, tmp_path: Path) -> None:
    small(tmp_path / "elsewhere", "mou", "extends: panzhengban\n")
    (tmp_path / "plan" / "templates").mkdir(parents=True)
    (tmp_path / "plan" / "templates" / "mou").symlink_to(tmp_path / "elsewhere" / "mou")
    (tmp_path / "plan" / "formats").symlink_to(tmp_path / "elsewhere")
    shelves = find_shelves(tmp_path / "plan")
    assert "mou" not in names(shelves)
    with pytest.raises(HouseError, match="没有版式"):
        find_house("./formats/mou", shelves, tmp_path / "plan")


def test_a_plan_may_name_a_folder_of_its_own(tmp_path: Path) -> None:
    small(tmp_path, "house", "extends: fujian\ntitle: 本规划的版式\n")
    assert find_house("./house", (), tmp_path).title == "本规划的版式"
    (tmp_path / "elsewhere").mkdir()
    with pytest.raises(HouseError, match="没有版式"):
        find_house("./../house", (), tmp_path / "elsewhere")


def test_a_plan_without_a_page_takes_that_of_its_house(tmp_path: Path) -> None:
    """As the guide says; a house format need not have the set-up that another one begins with."""
    small(tmp_path / "templates", "mou", "extends: panzhengban\ndefault_page: gbt33476\n")
    (tmp_path / "plan.yaml").write_text("planforge: 1\ntitle: 某市规划\nhouse: mou\n", encoding="utf-8")
    plan = readable_plan(*open_plan(tmp_path))
    assert find_profile(find_house(plan.house, find_shelves(tmp_path)), plan.page).name == "gbt33476"


def test_a_broken_house_does_not_hide_the_others(tmp_path: Path) -> None:
    small(tmp_path, "huai", "[")
    names = {found.name: isinstance(found, BrokenHouse) for found in house_list([tmp_path])}
    assert names["huai"] is True
    assert names["panzhengban"] is False


def test_both_page_set_ups_hold_22_lines(house: House) -> None:
    assert [int(profile.height_pt / profile.line_pt) for profile in house.pages.values()] == [22, 22]
    assert [round(profile.width_pt, 1) for profile in house.pages.values()] == [442.2, 442.2]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("top_mm: 37", "top_mm: 三十七", "“pages.margins-37-35.top_mm”应为数，实为“三十七”"),
        ("top_mm: 37", "topp_mm: 37", "“pages.margins-37-35.top_mm”缺少"),
        ("default_page: margins-37-35", "default_page: a4", "应为 margins-37-35、gbt33476 之一，实为“a4”"),
        ("font: hei, size_pt: 16", "font: heiti, size_pt: 16", "“styles.security.font”应为"),
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
