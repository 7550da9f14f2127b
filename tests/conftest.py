"""What a test may need beside the checkout: background material, programs of the system.

A test that asks for one of these fixtures is skipped with the reason where the thing is absent. Where it must be
there (the background folder exists, or CI runs), a skip counts as a failure, so that nothing goes untested unseen.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from planforge.render.fonts import FONT_FOLDERS_VARIABLE

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
_PROGRAMS = {
    "chromium": "chromium",
    "soffice": "libreoffice-writer-nogui",
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
}


# a busy machine makes no test wrong: nothing here is measured in seconds
settings.register_profile("planforge", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("planforge")


@pytest.fixture(scope="session", autouse=True)
def _caches_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the tests out of the user's cache of reports; fonts that the user has there are still found."""
    cache = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    fonts = [os.environ.get(FONT_FOLDERS_VARIABLE, ""), f"{Path(cache).expanduser()}/planforge/fonts"]
    os.environ[FONT_FOLDERS_VARIABLE] = os.pathsep.join(filter(None, fonts))
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the published plans and standards beside the checkout; only some machines have it."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the background folder {SHARED.name} beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice."""
    return _program("soffice")


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """The path of poppler's pdftotext."""
    return _program("pdftotext")


@pytest.fixture(scope="session")
def pdftoppm() -> str:
    """The path of poppler's pdftoppm."""
    return _program("pdftoppm")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium."""
    return _program("chromium")


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"needs {name} (Debian package {_PROGRAMS[name]})")
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where what the test needs must be there."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and _must_run(set(getattr(item, "fixturenames", ()))):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} may not be skipped here: {call.excinfo.value if call.excinfo else ''}"
    return report


def _must_run(fixtures: set[str]) -> bool:
    in_ci = bool(os.environ.get("CI"))
    brought = {"fonts", "faces", *_PROGRAMS}
    return ("shared" in fixtures and SHARED.is_dir()) or (in_ci and not fixtures.isdisjoint(brought))
