"""Gives a report to the user: on the screen, or in a file that is replaced whole or not at all."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import typer

from planforge.errors import UsageError


def must_name_file(name: str, files: Collection[str], file: Path | None) -> None:
    """Raise `UsageError` when the format `name` makes a file and the user has not said which."""
    if name in files and file is None:
        raise UsageError(f"“{name}”格式要写成文件", hint="请用 -o 指定文件名")


def give(made: str | bytes, file: Path | None) -> None:
    """Print what was made, or write it to `file`.

    Raises:
        SourceError: when the file cannot be written.
    """
    if file is None:
        typer.echo(made)
        return
    from planforge.source.files import write_atomic

    write_atomic(file, made if isinstance(made, bytes) else f"{made}\n".encode("utf-8", "replace"))
    typer.echo(f"已写出 {file}", err=True)
