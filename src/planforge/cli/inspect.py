"""`planforge inspect`: measure a finished DOCX or PDF against the clauses of GB/T 9704."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planforge.errors import ExitCode, UsageError


def inspect(
    path: Annotated[Path | None, typer.Argument(metavar="文件", help="DOCX 或 PDF，不必是本工具做的")] = None,
    page: Annotated[
        str | None,
        typer.Option("--page", metavar="页面", help="按哪套页面设置判：gbt33476 或 margins-37-35，缺省看文件像哪一套"),
    ] = None,
    output: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式：text、json 或 sarif")] = "text",
    clauses: Annotated[bool, typer.Option("--clauses", help="打印条款表，不量文件")] = False,
    color: Annotated[bool | None, typer.Option("--color/--no-color", help="是否用颜色，缺省时看是否在终端")] = None,
) -> None:
    """按党政机关公文格式（GB/T 9704）逐条测量成品文件。

    退出码：0 必须的条款都合，1 有必须的条款不合，2 无法运行。
    """
    from planforge.cli.checking import choose_format, console_style
    from planforge.output.inspections import formats

    style = console_style(color)
    if clauses:
        typer.echo(_table(output, style.ascii_only))
        return
    formatter = choose_format(output, formats())
    if path is None:
        raise UsageError("缺少参数“文件”", hint="请指定一份 DOCX 或 PDF，或用 --clauses 打印条款表")
    from planforge.inspect.run import inspect_file

    report = inspect_file(path, page)
    typer.echo(formatter(report, style), color=style.colour)
    raise typer.Exit(ExitCode.FINDINGS if report.failed else ExitCode.OK)


def _table(output: str, ascii_only: bool) -> str:
    from planforge.cli.checking import choose_format
    from planforge.inspect.clause import clauses
    from planforge.output.inspections.clause_table import as_json, as_text

    rows = list(clauses().values())
    known = {"text": as_text(rows), "json": as_json(rows, ascii_only=ascii_only)}
    return choose_format(output, known)
