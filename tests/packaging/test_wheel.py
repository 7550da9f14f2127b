"""The wheel, installed elsewhere without the checkout: it carries its files and does the main job."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from planforge import __version__
from tests.packaging.installed import build_wheel, clean_environment, install

ROOT = Path(__file__).resolve().parents[2]
TITLE = "某某市“十五五”数字经济发展规划"
Result = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return build_wheel(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder far from the checkout with a copy of the starter plan."""
    folder = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(ROOT / "examples" / "starter", folder / "starter")
    return folder


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment that holds the wheel."""
    return install(wheel, tmp_path_factory.mktemp("environment"))


@pytest.fixture
def run(commands: Path, elsewhere: Path) -> Callable[..., Result]:
    """Runs one command of that environment in the folder elsewhere."""

    def _run(name: str, *arguments: str) -> Result:
        command = [str(commands / name), *arguments]
        return subprocess.run(
            command, cwd=elsewhere, env=clean_environment(), capture_output=True, encoding="utf-8", check=False
        )

    return _run


def test_carries_all_house_formats_schemas_and_typing(wheel: Path) -> None:
    """Each file of templates/ and plan_schema/ is in the wheel, and so are py.typed and the vocabulary."""
    shipped = {
        f"planforge/_data/{file.relative_to(ROOT).as_posix()}"
        for folder in ("templates", "plan_schema")
        for file in (ROOT / folder).rglob("*")
        if file.is_file()
    }
    package = {
        file.relative_to(ROOT / "src").as_posix()
        for file in (ROOT / "src" / "planforge").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert inside == shipped | package
    assert any(name.endswith("manifest.yaml") for name in shipped)
    assert "planforge/py.typed" in package


def test_runs_from_the_wheel_alone(run: Callable[..., Result], commands: Path) -> None:
    """The package comes from the new environment; neither the checkout nor an extra can be imported there."""
    result = run("python", "-c", "import planforge; print(planforge.__file__)")
    assert Path(result.stdout.strip()).is_relative_to(commands.parent), result
    assert run("python", "-c", "import weasyprint").returncode == 1
    assert run("planforge", "--version").stdout == f"planforge {__version__}\n"


def test_prints_the_schema(run: Callable[..., Result]) -> None:
    """The schema that ships is the one of the checkout."""
    printed = json.loads(run("planforge", "schema").stdout)
    assert printed == json.loads((ROOT / "plan_schema" / "plan.schema.json").read_text(encoding="utf-8"))


def test_lints_the_starter_plan(run: Callable[..., Result], elsewhere: Path) -> None:
    """The clean plan passes; with an unknown key it does not."""
    clean = run("planforge", "lint", "starter")
    assert clean.returncode == 0, clean
    changed_plan = shutil.copytree(elsewhere / "starter", elsewhere / "changed") / "plan.yaml"
    changed_plan.write_text(f"{changed_plan.read_text(encoding='utf-8')}colour: red\n", encoding="utf-8")
    changed = run("planforge", "lint", "changed")
    assert changed.returncode == 1, changed
    assert "colour" in changed.stdout


def test_builds_docx_and_html_without_weasyprint(run: Callable[..., Result], elsewhere: Path) -> None:
    """DOCX and HTML need nothing but the wheel and its requirements."""
    result = run("planforge", "build", "starter", "-o", "out", "--to", "docx,html")
    assert result.returncode == 0, result
    files = {file.suffix: file for file in (elsewhere / "out").iterdir()}
    assert set(files) == {".docx", ".html"}
    with zipfile.ZipFile(files[".docx"]) as archive:
        assert TITLE in _text(archive.read("word/document.xml").decode("utf-8"))
    assert TITLE in _text(files[".html"].read_text(encoding="utf-8"))


def _text(markup: str) -> str:
    """Return what a reader sees, without tags and white space."""
    return re.sub(r"<[^>]*>|\s", "", markup)
