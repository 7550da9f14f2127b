"""Brings the Fandol fonts into the checkout, out of Debian's texlive-lang-chinese, which itself is not installed.

planforge looks for fonts in the same folders (src/planforge/render/fonts.py).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from tools.bootstrap import ROOT
from tools.bootstrap.debian import can_install, fetch, update
from tools.bootstrap.say import say

FOLDER = ROOT / ".cache" / "fonts"
_PACKAGE = "texlive-lang-chinese"
_INSIDE = "/fonts/opentype/public/fandol/"
_NEEDED = (
    "FandolFang-Regular.otf",
    "FandolKai-Regular.otf",
    "FandolHei-Regular.otf",
    "FandolSong-Regular.otf",
    "FandolSong-Bold.otf",
)


def ensure() -> bool:
    """Return whether the fonts are there, fetching them first if they are not and that is possible."""
    if _complete():
        return True
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return False
    say(f"下载并解出 Fandol 字体（约 50 MB）到 {FOLDER}", f"fetching the Fandol fonts out of {_PACKAGE}")
    if can_install():
        update()
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(_PACKAGE, Path(folder))
        if package is not None:
            _unpack(package)
    return _complete()


def _complete() -> bool:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "planforge" / "fonts"
    named = [Path(part) for part in os.environ.get("PLANFORGE_FONTS", "").split(os.pathsep) if part]
    return any(all((folder / name).is_file() for name in _NEEDED) for folder in (FOLDER, cache, *named))


def _unpack(package: Path) -> None:
    """Copy the font files of a .deb into our folder; each appears only when it is whole."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    reading = ["dpkg-deb", "--fsys-tarfile", str(package)]
    with (
        subprocess.Popen(reading, stdout=subprocess.PIPE) as process,
        tarfile.open(fileobj=process.stdout, mode="r|") as archive,
    ):
        for member in archive:
            content = archive.extractfile(member) if _INSIDE in member.name and member.isfile() else None
            if content is not None and member.name.endswith(".otf"):
                _write(FOLDER / Path(member.name).name, content.read())


def _write(file: Path, content: bytes) -> None:
    new = file.with_suffix(".part")
    new.write_bytes(content)
    new.replace(file)
