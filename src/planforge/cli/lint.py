"""`planforge lint`: check plans and print the findings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from planforge.errors import ExitCode, UsageError
from planforge.lint.engine import Report, merged
from planforge.lint.engine import lint as check
from planforge.lint.finding import Severity
from planforge.output.findings import Style, formats
from planforge.plan.load import read_plan
from planforge.source.tree import open_plan


def lint(
    paths: Annotated[
        list[Path], typer.Argument(metavar="路径", help="规划文件夹，或规划的 YAML 文件", show_default=False)
    ],
    output: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式：text 或 json")] = "text",
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="级别", help="达到哪一级时退出码为 1：error、warning 或 info")
    ] = "error",
    color: Annotated[bool | None, typer.Option("--color/--no-color", help="是否用颜色，缺省时看是否在终端")] = None,
) -> None:
    """核对规划：数字、引用、编号和发文要素是否前后一致。

    退出码：0 没有达到 --fail-on 的问题，1 有，2 无法运行。
    """
    formatter = formats().get(output)
    if formatter is None:
        raise UsageError(f"“--format”应为{'、'.join(formats())}，实为“{output}”")
    limit = _severity(fail_on)
    report = merged(check_path(path) for path in paths)
    typer.echo(formatter(report, _style(color)))
    raise typer.Exit(ExitCode.FINDINGS if report.reaches(limit) else ExitCode.OK)


def check_path(path: Path) -> Report:
    """Read and check one plan."""
    return check(read_plan(*open_plan(path)))


def _severity(name: str) -> Severity:
    try:
        return Severity(name)
    except ValueError:
        raise UsageError(f"“--fail-on”应为 error、warning 或 info，实为“{name}”") from None


def _style(color: bool | None) -> Style:
    encoding = (sys.stdout.encoding or "utf-8").lower().replace("-", "")
    return Style(
        colour=sys.stdout.isatty() if color is None else color,
        ascii_only=not encoding.startswith("utf"),
    )
