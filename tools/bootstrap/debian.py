"""The packages of the system that planforge uses: which are missing, and their installation by apt where allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from ctypes.util import find_library
from functools import lru_cache
from pathlib import Path

from tools.bootstrap.say import quietly, say

_LIBRARIES = {
    "libpango-1.0-0": "pango-1.0",
    "libpangoft2-1.0-0": "pangoft2-1.0",
    "libharfbuzz-subset0": "harfbuzz-subset",
}
_PROGRAMS = {"poppler-utils": "pdftotext", "libreoffice-writer-nogui": "soffice", "chromium": "chromium"}
_QUIET = ("-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3", "-o", "APT::Sandbox::User=root")

#: lays PDF out, and the fonts that stand in where Fandol has no glyph
FOR_PDF = (*_LIBRARIES, "fonts-liberation2", "fonts-arphic-ukai")


def for_tests(*, in_ci: bool) -> tuple[str, ...]:
    """Return what the tests use; LibreOffice and Chromium are large, so only CI insists on them."""
    return (*FOR_PDF, "poppler-utils", *(("libreoffice-writer-nogui", "chromium") if in_ci else ()))


def missing(names: Sequence[str]) -> list[str]:
    """Return the packages that are not there; elsewhere than on Debian, the libraries and programs not found."""
    if shutil.which("dpkg-query"):
        return [name for name in names if not _installed(name)]
    return [name for name in names if not _found(name)]


def _installed(name: str) -> bool:
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Abbrev}", name]
    result = subprocess.run(query, capture_output=True, text=True, check=False)
    return result.returncode == 0 and result.stdout.startswith("ii")


def _found(name: str) -> bool:
    if name in _LIBRARIES:
        return find_library(_LIBRARIES[name]) is not None
    return name not in _PROGRAMS or shutil.which(_PROGRAMS[name]) is not None


def can_install() -> bool:
    """Return whether this user may install packages with apt."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(names: Sequence[str]) -> list[str]:
    """Install what is missing of ``names`` if that is possible; return what is missing after that."""
    lacking = missing(names)
    if not lacking or not can_install():
        return lacking
    say(f"安装 Debian 软件包：{' '.join(lacking)}", "installing these Debian packages")
    update()
    apt("install", "-y", "--no-install-recommends", *lacking)
    return missing(names)


def command(names: Sequence[str]) -> str:
    """Return the command that installs ``names``, for people."""
    return f"sudo apt-get install --no-install-recommends {' '.join(names)}"


@lru_cache(maxsize=1)
def update() -> None:
    """Fetch the package lists, once a run; a list that cannot be had is no reason to stop."""
    apt("update")


def fetch(name: str, folder: Path) -> Path | None:
    """Download a package into ``folder`` without installing it; return the file, None when it cannot be had."""
    return next(folder.glob("*.deb"), None) if apt("download", name, folder=folder) else None


def apt(*arguments: str, folder: Path | None = None) -> bool:
    """Run apt-get without questions, in ``folder``; return whether it went well."""
    settings = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    return quietly(["apt-get", *_QUIET, *arguments], cwd=folder, settings=settings)
