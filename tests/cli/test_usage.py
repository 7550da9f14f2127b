"""What the program says to a command line that it cannot take."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path

import pytest

from planforge.cli.main import run


@pytest.mark.parametrize("command", ["lint", "build", "facts", "text", "inspect", "fonts"])
def test_a_path_without_the_right_to_read_is_told_in_chinese(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first look at a path is Typer's own, whose words are English."""
    monkeypatch.setattr(signal, "signal", lambda *_asked: None)  # what the program sets for itself stays out of here
    monkeypatch.setattr(gc, "set_threshold", lambda *_asked: None)
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    monkeypatch.setattr(sys, "argv", ["planforge", command, str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"planforge：“{tmp_path}”无法读取：没有读取权限。请检查文件和文件夹的权限。\n"
