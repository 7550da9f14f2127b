"""What a run loads and starts: only what its command and its plan need, since every run pays for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from planforge.cli.main import COMMAND_NAMES, program

ROOT = Path(__file__).resolve().parents[2]
STARTED = """
import sys
sys.addaudithook(lambda event, given: print(event, given[0]) if event == "subprocess.Popen" else None)
from planforge.render.pdf.fontconfig import weasyprint
weasyprint()
"""
LOADED = """
import sys
from pathlib import Path
from planforge.plan.load import readable_plan
from planforge.source.tree import open_plan
readable_plan(*open_plan(Path("examples/starter")))
print(*sorted(name for name in sys.modules if name.startswith("planforge.readers")))
"""


def _printed(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no program is asked where libraries are")
def test_no_program_is_started_to_find_libraries() -> None:
    """WeasyPrint finds Pango by its file name; Python would ask the compiler and the linker first."""
    pytest.importorskip("weasyprint")
    assert _printed(STARTED) == ""


def test_a_plan_in_yaml_loads_no_reader_of_documents() -> None:
    """The readers of Word and text files are for those."""
    assert _printed(LOADED) == ""


def test_only_the_command_that_is_named_is_made_up() -> None:
    """A name that is none leaves all of them, for the message and for the help."""
    for only in ("lint", "build"):
        assert [command.name for command in program(only).registered_commands] == [only]
    for other in ("", "lnit", "--help"):
        assert [command.name for command in program(other).registered_commands] == list(COMMAND_NAMES)
