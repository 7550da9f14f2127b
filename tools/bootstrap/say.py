"""What set-up tells: one line in Chinese and English; the output of a quiet command shows only if it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def say(chinese: str, english: str) -> None:
    """Print what is being done."""
    _write(f"· {chinese} | {english}")


def warn(chinese: str, english: str) -> None:
    """Print what could not be done."""
    _write(f"! {chinese} | {english}")


def _write(line: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding), flush=True)


def quietly(command: Sequence[str], *, cwd: Path | None = None, settings: Mapping[str, str] | None = None) -> bool:
    """Run a command without input; return whether it went well. If not, its output is printed."""
    result = subprocess.run(
        list(command), cwd=cwd, env={**os.environ, **(settings or {})}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False,
    )  # fmt: skip
    if result.returncode:
        print(f"{' '.join(command)} → {result.returncode}\n{result.stdout}", file=sys.stderr, flush=True)
    return result.returncode == 0
