"""What set-up decides: what is missing, when the environment is made anew. Nothing is installed here."""

from __future__ import annotations

import importlib.util
import io
import shutil
import sys
import tarfile
from pathlib import Path

import pytest

from tools import pin
from tools.bootstrap import __main__ as bootstrap
from tools.bootstrap import debian, environment, fonts


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout without an environment, and set-up steps that only note that they ran."""
    for name in ("pyproject.toml", "constraints.txt", "__init__.py"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    made_from = tuple(tmp_path / name for name in ("pyproject.toml", "constraints.txt", "__init__.py"))
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "_STAMP", tmp_path / ".venv" / "set-up.json")
    monkeypatch.setattr(environment, "_MADE_FROM", made_from)
    return tmp_path


@pytest.fixture
def steps(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps that were taken, in order."""
    taken: list[str] = []
    monkeypatch.setattr(environment, "_sound", lambda: "create" in taken)
    monkeypatch.setattr(environment, "_create", lambda: taken.append("create"))
    monkeypatch.setattr(environment, "_fill", lambda dev: taken.append(f"fill {dev}"))
    return taken


def test_a_second_run_has_nothing_to_do(steps: list[str]) -> None:
    """Either order: what the tests need holds what the program needs, and is not lost again."""
    environment.ensure(dev=False)
    environment.ensure(dev=False)
    assert steps == ["create", "fill False"]
    environment.ensure(dev=True)
    environment.ensure(dev=False)
    assert steps == ["create", "fill False", "fill True"]


def test_a_changed_project_file_installs_again_with_what_was_there(steps: list[str], checkout: Path) -> None:
    """New pins reach an old environment; the tools of the tests stay in."""
    environment.ensure(dev=True)
    (checkout / "constraints.txt").write_text("new", encoding="utf-8")
    environment.ensure(dev=False)
    assert steps == ["create", "fill True", "fill True"]


def test_a_stamp_that_cannot_be_read_is_no_stamp(steps: list[str], checkout: Path) -> None:
    """Half a file, as a stop in the middle leaves it, sets up again."""
    environment.ensure(dev=False)
    (checkout / ".venv" / "set-up.json").write_text("{", encoding="utf-8")
    environment.ensure(dev=False)
    assert steps == ["create", "fill False", "fill False"]


def test_an_environment_made_elsewhere_is_not_sound(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A moved folder has scripts that start another folder's Python."""
    moved = checkout / "moved"
    moved.symlink_to(sys.prefix)
    for folder, sound in ((Path(sys.prefix), True), (moved, False)):
        monkeypatch.setattr(environment, "VENV", folder)
        monkeypatch.setattr(environment, "PYTHON", folder / "bin" / "python")
        assert environment._sound() is sound


def test_says_what_is_missing_without_root(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without root nothing is installed; each package is named, in a command to copy, and set-up ends well."""
    monkeypatch.setattr(environment, "ensure", lambda dev: None)
    monkeypatch.setattr(debian, "_installed", lambda name: name != "libpango-1.0-0")
    monkeypatch.setattr(debian, "_found", lambda name: name != "libpango-1.0-0")
    monkeypatch.setattr(debian, "can_install", lambda: False)
    monkeypatch.setattr(fonts, "ensure", lambda: False)
    assert bootstrap.main(["run"]) == 0
    told = capsys.readouterr().out
    assert "sudo apt-get install --no-install-recommends libpango-1.0-0 |" in told
    assert "Fandol" in told


def test_stops_where_python_cannot_make_environments(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], checkout: Path
) -> None:
    """Without ensurepip and without root the one package to install is named."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(debian, "install", list)
    monkeypatch.setattr(environment, "_sound", lambda: False)
    assert bootstrap.main(["dev"]) == 2
    assert "python3-venv" in capsys.readouterr().out


def test_off_debian_libraries_and_programs_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without dpkg a package counts as there when its library or program is; fonts cannot be judged."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(debian, "find_library", lambda name: "x" if name == "pango-1.0" else None)
    names = ["libpango-1.0-0", "libharfbuzz-subset0", "poppler-utils", "fonts-liberation2"]
    assert debian.missing(names) == ["libharfbuzz-subset0", "poppler-utils"]


def test_only_font_files_come_out_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files beside the fonts stay inside, and no name in the package leads out of our folder."""
    prefix = "./usr/share/texlive/texmf-dist"
    package = tmp_path / "fonts.tar"
    with tarfile.open(package, "w") as archive:
        for name in ("/fonts/opentype/public/fandol/A.otf", "/doc/fonts/fandol/README", "/tex/other.otf"):
            member = tarfile.TarInfo(prefix + name)
            member.size = 4
            archive.addfile(member, io.BytesIO(b"font"))
    program = tmp_path / "dpkg-deb"
    program.write_text('#!/bin/sh\nexec cat "$2"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(fonts, "FOLDER", tmp_path / "out")
    fonts._unpack(package)
    assert {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()} == {"A.otf": b"font"}


def test_pins_name_versions_only() -> None:
    """Neither the project nor a place on this machine gets into constraints.txt."""
    frozen = "-e /somewhere\nb==2\nplanforge @ file:///somewhere\nA==1\n# remark\nsetuptools==65\n"
    assert pin._pins(frozen) == ["A==1", "b==2"]
