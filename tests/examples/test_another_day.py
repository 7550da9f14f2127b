"""The same input gives the same bytes: on another day, in another place, whoever runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from planforge.render.fonts import FontSet
from tests.examples.test_findings import EXAMPLES
from tests.unit.render.conftest import fonts, house  # noqa: F401 - fixtures

_CLOCK = """\
import datetime, time
AHEAD = 3 * 365 * 86400 + 12345
clock, local, universal = time.time, time.localtime, time.gmtime
time.time = lambda: clock() + AHEAD
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: universal(time.time() if seconds is None else seconds)


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=AHEAD)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)

    today = now


class Day(datetime.date):
    @classmethod
    def today(cls):
        return Later.now().date()


datetime.datetime, datetime.date = Later, Day
"""
_HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
_ELSEWHERE = {"TZ": "Asia/Shanghai", "LC_ALL": "POSIX", "PYTHONHASHSEED": "4242"}
_COMMANDS = {
    "build": ("build", "new", "-o", "out", "--to", "docx,html,xlsx"),
    "final": ("build", "new", "-o", "final", "--to", "docx,html"),
    "redline": ("diff", "old", "new", "--to", "docx", "-o", "redline.docx"),
    "changes": ("diff", "old", "new", "--to", "html", "-o", "changes.html"),
    "table": ("diff", "old", "new", "--to", "table-docx", "-o", "table.docx"),
    "sheet": ("diff", "old", "new", "--to", "table-xlsx", "-o", "table.xlsx"),
    "comments": ("lint", "new", "--format", "docx", "-o", "comments.docx"),
    "report": ("lint", "new", "--format", "html", "-o", "report.html"),
    "facts": ("facts", "new", "--format", "xlsx", "-o", "facts.xlsx"),
}


def _made(folder: Path, commands: Mapping[str, tuple[str, ...]], mask: int, **environment: str) -> dict[str, bytes]:
    """Run commands beside two versions of an example; return what they wrote, by name."""
    for name in ("old", "new"):
        shutil.copytree(EXAMPLES / "starter", folder / name)
    ledger = folder / "new" / "indicators.yaml"
    changed = ledger.read_text(encoding="utf-8").replace("4000", "3800")
    assert changed != ledger.read_text(encoding="utf-8")
    ledger.write_text(changed, encoding="utf-8")
    before = {path for path in folder.rglob("*") if path.is_file()}
    kept = {key: value for key, value in os.environ.items() if key not in ("SOURCE_DATE_EPOCH", "FONTCONFIG_FILE")}
    for arguments in commands.values():
        done = subprocess.run(
            [sys.executable, "-m", "planforge", *arguments],
            cwd=folder,
            env={**kept, "XDG_CACHE_HOME": str(folder.parent / "cache"), **environment},
            capture_output=True,
            check=False,
            umask=mask,
        )
        assert done.returncode in (0, 1), done.stderr
    made = {path for path in folder.rglob("*") if path.is_file()} - before
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in made}


def _both(tmp_path: Path, commands: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(_CLOCK, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(clock), os.environ.get("PYTHONPATH", ""))))
    (tmp_path / "here").mkdir()
    (tmp_path / "elsewhere" / "deeper").mkdir(parents=True)
    first = _made(tmp_path / "here", commands, 0o022, **_HERE)
    second = _made(tmp_path / "elsewhere" / "deeper", commands, 0o077, **_ELSEWHERE, PYTHONPATH=path)
    return first, second


def test_the_clock_of_the_second_run_is_another(tmp_path: Path) -> None:
    """Else the tests below prove nothing."""
    (tmp_path / "sitecustomize.py").write_text(_CLOCK, encoding="utf-8")
    code = "import datetime, time; print(time.time(), datetime.datetime.now().timestamp(), datetime.date.today().year)"
    runs = [
        subprocess.run([sys.executable, "-c", code], env={**os.environ, **more}, capture_output=True, check=True)
        for more in ({"PYTHONPATH": ""}, {"PYTHONPATH": str(tmp_path)})
    ]
    ahead = [float(two) - float(one) for one, two in zip(*(run.stdout.split() for run in runs), strict=True)]
    assert ahead[0] > 9e7
    assert ahead[1] > 9e7
    assert ahead[2] >= 2


def test_no_file_depends_on_day_place_or_user(tmp_path: Path) -> None:
    """Another clock, time zone, locale, order of sets, umask and folder: DOCX, HTML, XLSX, redline, tables, reports."""
    first, second = _both(tmp_path, _COMMANDS)
    assert len(first) == 12
    assert sorted(first) == sorted(second)
    assert [name for name in sorted(first) if first[name] != second[name]] == []


@pytest.mark.parametrize("kind", ["", "a-2u"])
def test_no_pdf_does_either(kind: str, tmp_path: Path, fonts: FontSet) -> None:  # noqa: F811 - the fixture
    """With the same fonts, as they are here."""
    variant = ("--pdf-variant", kind) if kind else ()
    first, second = _both(tmp_path, {"pdf": ("build", "new", "-o", "out", "--to", "pdf", *variant)})
    assert list(first) == ["out/new.pdf"]
    assert first == second
