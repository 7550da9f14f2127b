"""`planforge git-setup`: lets git show Word files as text and compare versions by meaning."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from planforge.errors import SourceError, UsageError

ATTRIBUTES = ".gitattributes"
LINE = "*.docx diff=planforge"
SETTINGS = {
    "diff.planforge.textconv": "planforge text",
    "diff.planforge.cachetextconv": "true",
    "difftool.planforge.cmd": 'planforge diff "$LOCAL" "$REMOTE"',
    "difftool.prompt": "false",
}


def git_setup(
    path: Annotated[Path, typer.Argument(metavar="路径", help="git 仓库里的任一文件夹")] = Path(),
    yes: Annotated[bool, typer.Option("--yes", help="不再询问")] = False,
) -> None:
    """让 git 看懂规划：git diff 显示 Word 文件的文字，git difftool -t planforge 按意思对照。

    要写的内容先列出来，同意后才写；已有的设置不动。
    """
    from planforge.source.revision import Repository

    repository = Repository.around(path)
    if repository is None:
        raise SourceError(f"“{path}”不在 git 仓库里", hint="请先运行 git init")
    missing = {name: value for name, value in SETTINGS.items() if repository.setting(name) is None}
    line = "" if _has_line(repository.folder / ATTRIBUTES) else LINE
    if not missing and not line:
        typer.echo("已经设置好了，没有改动。")
        return
    _show(missing, line)
    if not yes:
        _ask()
    for name, value in missing.items():
        repository.set(name, value)
    if line:
        _add_line(repository.folder / ATTRIBUTES)
    typer.echo("已写好。试试：git diff，或 git difftool -t planforge。")


def _show(settings: dict[str, str], line: str) -> None:
    if line:
        typer.echo(f"将在 {ATTRIBUTES} 末尾加一行：\n  {line}")
    if settings:
        typer.echo("将在本仓库的 git 设置里写：")
        typer.echo("\n".join(f"  {name} = {value}" for name, value in settings.items()))


def _ask() -> None:
    """Go on only when the user agrees; without a terminal there is nobody to ask."""
    if not sys.stdin.isatty():
        raise UsageError("没有终端可以询问", hint="同意的话请加 --yes")
    typer.confirm("写入吗？", abort=True)


def _has_line(file: Path) -> bool:
    return file.is_file() and any(
        words.split()[:1] == ["*.docx"] and any(word.startswith("diff=") for word in words.split())
        for words in file.read_text(encoding="utf-8", errors="replace").splitlines()
    )


def _add_line(file: Path) -> None:
    from planforge.source.files import write_atomic

    before = file.read_bytes() if file.is_file() else b""
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    write_atomic(file, before + gap + f"{LINE}\n".encode())
