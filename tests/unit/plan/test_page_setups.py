"""A page set-up that the house format has not is told at lint, where it is certain which house format that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.lint.configuration import find_configuration
from planforge.lint.engine import lint
from planforge.plan.load import read_plan
from planforge.resources import TEMPLATES_VARIABLE
from planforge.source.tree import open_plan

CHAPTERS = "chapters:\n  - heading: 目标\n    body:\n      - text: |\n          完善政策体系。\n"


def told(folder: Path, house: str, page: str) -> list[str]:
    """Return what lint says of the page of a plan."""
    plan = f"planforge: 1\ntitle: 某市规划\nhouse: {house}\npage: {page}\n{CHAPTERS}"
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    report = lint(read_plan(*open_plan(folder)), find_configuration(folder))
    return [finding.message for finding in report.findings if finding.code == "PF015"]


def house(folder: Path, manifest: str) -> None:
    """Write a manifest."""
    folder.mkdir(parents=True)
    (folder / "manifest.yaml").write_text(manifest, encoding="utf-8")


@pytest.mark.parametrize(
    ("manifest", "page", "names"),
    [
        ("pages: {a3: {top_mm: 20}}", "a4", "a3"),
        ("extends: panzhengban\npages:\n  a3: {top_mm: 20}\n", "a4", "a3、margins-37-35、gbt33476"),
        ("extends: xinhan\n", "a4", "margins-37-35、gbt33476"),
    ],
)
def test_a_house_beside_the_plan(manifest: str, page: str, names: str, tmp_path: Path) -> None:
    house(tmp_path / "templates" / "mine", manifest)
    (message,) = told(tmp_path, "mine", page)
    assert message.startswith(f"page 应为 {names} 之一，实为“{page}”")
    for right in names.split("、"):
        assert told(tmp_path, "mine", right) == []


def test_a_folder_of_the_plan_and_a_house_of_a_shipped_name(tmp_path: Path) -> None:
    """The nearest one holds, with what it builds on."""
    house(tmp_path / "house", "pages: {a3: {}}")
    house(tmp_path / "formats" / "panzhengban", "extends: panzhengban\npages: {a5: {}}")
    assert told(tmp_path, "./house", "a3") == []
    assert "应为 a3 之一" in told(tmp_path, "./house", "a4")[0]
    assert told(tmp_path, "panzhengban", "a5") == []
    assert "应为 a5、margins-37-35、gbt33476 之一" in told(tmp_path, "panzhengban", "a4")[0]


@pytest.mark.parametrize("manifest", ["[", "pages: a4", "- a", "extends: [a]", "extends: mine", "extends: nothing"])
def test_nothing_is_said_of_what_cannot_be_read(manifest: str, tmp_path: Path) -> None:
    house(tmp_path / "templates" / "mine", manifest)
    assert told(tmp_path, "mine", "a4") == []
    assert told(tmp_path, "./../mine", "a4") == []


def test_nothing_is_said_where_formats_stand_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The configuration or the environment may name a folder with a house format of that name."""
    assert told(tmp_path, "panzhengban", "a4") != []
    monkeypatch.setenv(TEMPLATES_VARIABLE, str(tmp_path))
    assert told(tmp_path, "panzhengban", "a4") == []
    monkeypatch.delenv(TEMPLATES_VARIABLE)
    (tmp_path / "office").mkdir()
    (tmp_path / "planforge.toml").write_text('formats = ["office"]\n', encoding="utf-8")
    assert told(tmp_path, "panzhengban", "a4") == []
