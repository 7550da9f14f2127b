"""`planforge formats` and house formats of an office, as its user meets them."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from tests.cli.test_build import PLAN
from tests.program import planforge

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = "planforge_house: 1\nextends: panzhengban\ntitle: 某市文件\n"


def _house(shelf: Path, name: str, manifest: str = MANIFEST) -> None:
    (shelf / name).mkdir(parents=True)
    (shelf / name / "manifest.yaml").write_text(manifest, encoding="utf-8")


def _plan(folder: Path, house: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "plan.yaml").write_text(f"{PLAN}house: {house}\n", encoding="utf-8")
    return folder


def test_the_shipped_ones_are_listed() -> None:
    done = planforge("formats")
    assert done.returncode == 0, done.stderr
    names = re.findall(r"^(\w+)  ", done.stdout, re.MULTILINE)
    assert names == ["fujian", "panzhengban", "wenben", "xinhan"]
    assert "margins-37-35（缺省）" in done.stdout


def test_json_has_the_fields_that_are_promised(tmp_path: Path) -> None:
    """docs/stability.md names each field, and no other; those of the plan are listed with their folder."""
    _house(tmp_path / "p" / "templates", "mou")
    _house(tmp_path / "p" / "formats", "huai", "planforge_house: 2\n")
    data = json.loads(planforge("formats", str(_plan(tmp_path / "p", "mou")), "--format", "json").stdout)
    section = (
        (ROOT / "docs" / "stability.md")
        .read_text(encoding="utf-8")
        .partition("## House formats")[2]
        .partition("\n## ")[0]
    )
    promised = {
        name for row in re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }
    assert all(set(entry) == promised for entry in data["formats"])
    found = {entry["name"]: entry for entry in data["formats"]}
    assert (data["version"], list(found)) == (1, ["fujian", "huai", "mou", "panzhengban", "wenben", "xinhan"])
    assert (found["mou"]["extends"], found["mou"]["shipped"]) == (["panzhengban"], False)
    assert found["mou"]["folder"] == str(tmp_path / "p" / "templates" / "mou")
    assert "应为 1" in found["huai"]["problem"]


def test_a_house_of_the_office_prints(tmp_path: Path) -> None:
    """Beside the plan, named by planforge.toml, and by the environment."""
    _house(tmp_path / "p" / "formats", "mou")
    _house(tmp_path / "p" / "office" / "版式", "bang")
    (tmp_path / "p" / "planforge.toml").write_text('formats = ["office/版式"]\n', encoding="utf-8")
    _house(tmp_path / "elsewhere", "yuan")
    for name in ("mou", "bang", "yuan", "./formats/mou"):
        plan = _plan(tmp_path / "p", name)
        elsewhere = {"PLANFORGE_TEMPLATES": str(tmp_path / "elsewhere")}
        done = planforge("build", str(plan), "-o", str(tmp_path / "out"), "--to", "html", environment=elsewhere)
        assert done.returncode == 0, done.stderr
    assert planforge("lint", str(plan)).returncode == 0


def test_what_cannot_be_used_is_one_message(tmp_path: Path) -> None:
    """An unknown name with the nearest, a broken setting, a hostile template: one line and exit code 2."""
    _house(tmp_path / "p" / "templates", "mou")
    attack = '<page title="t">{% include "../../../secret" %}</page>'
    (tmp_path / "p" / "templates" / "mou" / "page.xml.jinja").write_text(attack, encoding="utf-8")
    for house, words in (("moo", "是否想写 mou"), ("xyz", "planforge formats"), ("mou", "没有“../../../secret”")):
        done = planforge("build", str(_plan(tmp_path / "p", house)), "-o", str(tmp_path / "out"), "--to", "html")
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
        assert words in done.stderr
    (tmp_path / "p" / "planforge.toml").write_text('formats = [".."]\n', encoding="utf-8")
    done = planforge("formats", str(tmp_path / "p"))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "formats" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_redline_is_printed_in_the_house_of_the_office(tmp_path: Path) -> None:
    """`diff --to docx` finds house formats where `build` finds them."""
    _house(tmp_path / "new" / "templates", "mou")
    old, new = _plan(tmp_path / "old", "panzhengban"), _plan(tmp_path / "new", "mou")
    target = tmp_path / "changes.docx"
    done = planforge("diff", str(old), str(new), "--to", "docx", "-o", str(target))
    assert target.exists(), done.stderr


def test_a_plan_may_choose_a_page_set_up_of_its_house(tmp_path: Path) -> None:
    """The names of page set-ups are the house's, not planforge's."""
    page = "pages: {kuan: {title: 宽边, top_mm: 40, bottom_mm: 40, left_mm: 35, right_mm: 35, line_pt: 28}}\n"
    _house(tmp_path / "p" / "templates", "mou", MANIFEST + page)
    plan = _plan(tmp_path / "p", "mou\npage: kuan")
    done = planforge("build", str(plan), "-o", str(tmp_path / "out"), "--to", "docx")
    assert done.returncode == 0, done.stderr
    margins = zipfile.ZipFile(tmp_path / "out" / "p.docx").read("word/document.xml").decode("utf-8")
    assert 'w:left="1984"' in margins
    assert planforge("lint", str(plan)).returncode == 0
