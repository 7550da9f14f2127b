"""What is said when a command cannot go on for a reason that is no error of the plan, and the exit code for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from planforge.errors import ExitCode


def complain(message: str, hint: str | None) -> None:
    """Say a sentence, and what to do, on standard error: one line, whatever is in the names of files."""
    told = f"planforge：{message}。" + (f"{hint}。" if hint else "")
    typer.echo(" ".join(told.splitlines()), err=True)


def refused_by_system(error: OSError) -> int:
    """Tell what the system did not let us do; without a file name it is our own output that could not be written."""
    from planforge.source.files import reason

    if error.filename is None:
        silence()
        complain(f"输出写不出去：{reason(error)}", "请检查磁盘空间")
    else:
        complain(f"“{str(error.filename)[:200]}”读写不了：{reason(error)}", "请检查路径和权限")
    return int(ExitCode.CANNOT_RUN)


def silence() -> None:
    """Let what is still buffered for standard output vanish: Python would try to write it once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def defect(error: Exception) -> int:
    """Tell of a defect of ours in one sentence; whoever mends it asks for the traceback."""
    if os.environ.get("PLANFORGE_DEBUG"):
        raise error
    import traceback

    where = traceback.extract_tb(error.__traceback__)[-1]
    complain(
        f"程序内部出错（{type(error).__name__}，{Path(where.filename).name}:{where.lineno}），已有的文件没有改动",
        "这是程序的缺陷，请把这句话和出错的文件发给维护者；设环境变量 PLANFORGE_DEBUG=1 再运行可看到详情",
    )
    return int(ExitCode.CANNOT_RUN)
