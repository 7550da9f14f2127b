"""Writes constraints.txt anew: the newest versions that pyproject.toml allows, as a fresh environment gets them.

Run it to move to newer versions, then run the tests: `python3 -m tools.pin`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tools.bootstrap import ROOT

_HEADER = """\
# The exact versions that CI runs, for `pip install -c constraints.txt`; made by `make pin`, not by hand.
"""
_NOT_OURS = ("planforge", "setuptools", "wheel")


def main() -> int:
    """Resolve everything without constraints and write down what came out."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = Path(folder) / "bin" / "python"
        _pip(python, "install", "--quiet", "--upgrade", "pip")
        _pip(python, "install", "--quiet", "--group", "dev", ".[inspect,pdf,xlsx]")
        pins = _pins(_pip(python, "freeze", "--all"))
    text = _HEADER + "".join(f"{pin}\n" for pin in pins)
    (ROOT / "constraints.txt").write_text(text, encoding="utf-8")
    print(f"{len(pins)} versions pinned")
    return 0


def _pip(python: Path, *arguments: str) -> str:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def _pins(frozen: str) -> list[str]:
    """Keep `name==version` lines: neither the project itself nor anything that names a place on this machine."""
    exact = [line for line in frozen.splitlines() if "==" in line and " " not in line]
    return sorted((line for line in exact if line.partition("==")[0] not in _NOT_OURS), key=str.lower)


if __name__ == "__main__":
    sys.exit(main())
