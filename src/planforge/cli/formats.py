"""`planforge formats`: the house formats there are for a plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planforge.errors import SourceError


def formats(
    path: Annotated[Path, typer.Argument(metavar="路径", help="规划文件夹：一并列出它旁边和配置里的版式")] = Path(),
    output: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式：text 或 json")] = "text",
) -> None:
    """列出可用的版式：名称、说明、页面参数、所在的文件夹。"""
    from planforge.cli.checking import choose_format, console_style
    from planforge.lint.settings import find_settings
    from planforge.output.houses import as_json, as_text
    from planforge.render.houses import house_list
    from planforge.render.shelves import find_shelves
    from planforge.source.tree import resolved

    there = resolved(path)
    if not there.exists():
        raise SourceError(f"找不到“{path}”", hint="请检查路径是否写对")
    settings = find_settings(there)
    folder = path if there.is_dir() else path.parent
    found = house_list(find_shelves(folder, settings.file, settings.table))
    writers = {"text": lambda: as_text(found), "json": lambda: as_json(found, console_style(None).ascii_only)}
    typer.echo(choose_format(output, writers)())
