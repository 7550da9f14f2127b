"""`planforge lint`: check plans and print the findings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planforge.errors import ExitCode


def lint(
    paths: Annotated[list[Path], typer.Argument(metavar="路径", help="规划文件夹，或 YAML、DOCX、TXT、Markdown 文件")],
    output: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式：text 或 json")] = "text",
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="级别", help="达到哪一级时退出码为 1：error、warning 或 info")
    ] = "error",
    predecessor: Annotated[
        Path | None, typer.Option("--predecessor", metavar="路径", help="上一期规划，核对其目标与本规划的回顾")
    ] = None,
    superior: Annotated[
        Path | None, typer.Option("--superior", metavar="路径", help="上位规划，核对其目标与本规划的目标")
    ] = None,
    color: Annotated[bool | None, typer.Option("--color/--no-color", help="是否用颜色，缺省时看是否在终端")] = None,
) -> None:
    """核对规划：数字、引用、编号和发文要素是否前后一致。

    退出码：0 没有达到 --fail-on 的问题，1 有，2 无法运行。
    """
    from planforge.cli.checking import check, choose_format, choose_severity, console_style
    from planforge.output.findings import formats

    formatter, limit = choose_format(output, formats()), choose_severity(fail_on)
    style = console_style(color)
    report = check(paths, predecessor, superior)
    typer.echo(formatter(report, style), color=style.colour)
    raise typer.Exit(ExitCode.FINDINGS if report.reaches(limit) else ExitCode.OK)
