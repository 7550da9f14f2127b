"""`planforge facts`: every numeric statement that was found, one row each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def facts(
    path: Annotated[Path, typer.Argument(metavar="路径", help="规划文件夹，或 YAML、DOCX、TXT、Markdown 文件")],
    output: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式：text 或 json")] = "text",
) -> None:
    """列出读到的全部数字：指标、数值、年份、实际还是目标、出处。"""
    from planforge.cli.checking import choose_format, console_style
    from planforge.facts.book import read_facts
    from planforge.output.facts import formats
    from planforge.plan.load import readable_plan
    from planforge.source.tree import open_plan

    formatter = choose_format(output, formats())
    book = read_facts(readable_plan(*open_plan(path)))
    typer.echo(formatter(book.statements, console_style(None).ascii_only))
