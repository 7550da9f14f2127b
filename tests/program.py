"""The commands as their user meets them, without starting Python anew for each: forked from the test process.

What a start of its own is about (options of the interpreter, encodings, what is imported) is tested with one.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.hostile.command import MIB, Limits, Running

ROOT = Path(__file__).resolve().parents[1]
_AMPLE = Limits(seconds=300, memory=8192 * MIB)


def planforge(
    *arguments: str,
    cwd: Path = ROOT,
    given: str = "",
    environment: Mapping[str, str] | None = None,
    together: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end.

    Args:
        arguments: what the user typed behind `planforge`.
        cwd: the folder it is started in.
        given: what it reads on standard input.
        environment: variables beside those that are there.
        together: whether errors go where the output goes, as with `2>&1`.
    """

    def before() -> None:
        os.environ.update(environment or {})

    done = Running([*arguments], cwd, _AMPLE, before, given, together).wait()
    return subprocess.CompletedProcess([*arguments], done.code, done.out, done.err)
