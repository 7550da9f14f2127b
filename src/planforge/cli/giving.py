"""Gives a report to the user: on the screen, or in a file that is replaced whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import typer

from planforge.errors import UsageError
from planforge.source.tree import YAML_SUFFIXES, Tree


def must_name_file(name: str, files: Collection[str], file: Path | None) -> None:
    """Raise `UsageError` when the format `name` makes a file and the user has not said which."""
    if name in files and file is None:
        raise UsageError(f"“{name}”格式要写成文件", hint="请用 -o 指定文件名")


def refuse_source(file: Path | None, plans: Iterable[tuple[Tree, str]]) -> None:
    """Raise `UsageError` when something would be written over a plan that is read, or over one of its YAML files.

    Args:
        file: what is to be written.
        plans: the folders that are read, each with its main file.
    """
    if file is None:
        return
    if any(_belongs_to(file, tree, main) for tree, main in plans):
        raise UsageError(f"“{file}”是规划自己的文件，不能写在上面", hint="请用 -o 换一个地方或文件名")


def _belongs_to(file: Path, tree: Tree, main: str) -> bool:
    try:
        target, root = file.resolve(), tree.root.resolve()
        own = {(root / path).resolve() for path in (main, *tree.seen) if (root / path).is_file()}
    except (OSError, ValueError, RuntimeError):
        return False  # no path for this system: who writes there says so
    return target in own or (target.suffix.lower() in YAML_SUFFIXES and target.is_relative_to(root))


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
