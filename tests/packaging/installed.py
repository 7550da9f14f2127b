"""An environment that holds the wheel and what the wheel asks for, and nothing else; made without the network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement


def build_wheel(checkout: Path, out: Path) -> Path:
    """Build the wheel of ``checkout`` into ``out`` and return it."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(checkout)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def install(wheel: Path, folder: Path) -> Path:
    """Make an environment in ``folder`` with ``wheel`` and its requirements; return the folder of its commands.

    The requirements are links to what runs these tests, so this is quick; what the wheel does not require (its extras
    and our development tools included) cannot be imported there.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "--quiet"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    _link_requirements(next(folder.glob("lib/python*/site-packages")))
    return folder / "bin"


def clean_environment() -> dict[str, str]:
    """Return the environment without what could make the checkout importable."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHONPATH", "COV_"))}


def _link_requirements(site: Path) -> None:
    for required in _closure("planforge", set()):
        for top in {file.parts[0] for file in required.files or () if file.parts[0] not in ("..", "__pycache__")}:
            target = site / top
            if not target.exists():
                target.symlink_to(Path(str(required.locate_file(top))))


def _closure(name: str, seen: set[str], extras: frozenset[str] = frozenset()) -> Iterator[Distribution]:
    """Yield every distribution that ``name`` requires, directly or not."""
    for line in distribution(name).requires or ():
        wanted = Requirement(line)
        key = re.sub(r"[-_.]+", "-", f"{wanted.name}[{','.join(sorted(wanted.extras))}]").lower()
        applies = wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in extras or {""})
        if not applies or key in seen:
            continue
        seen.add(key)
        try:
            yield distribution(wanted.name)
        except PackageNotFoundError:
            continue  # needed on other systems only
        yield from _closure(wanted.name, seen, frozenset(wanted.extras))
