"""`planforge diff OLD NEW`: what changed, by meaning."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planforge.errors import ExitCode, UsageError


def diff(
    old: Annotated[Path, typer.Argument(metavar="旧版", help="规划文件夹，或 YAML、DOCX、TXT、Markdown 文件")],
    new: Annotated[Path, typer.Argument(metavar="新版", help="同上")],
    output: Annotated[str, typer.Option("--to", metavar="格式", help="text、markdown 或 json")] = "text",
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="情形", help="weaker-target：只有目标变弱、推迟或删去时退出码才为 1"),
    ] = None,
) -> None:
    """按意思对照两个版本：目标在前，指出变强还是变弱。

    退出码：0 没有差别，1 有差别，2 无法运行。
    """
    from planforge.cli.checking import choose_format, console_style
    from planforge.output.changes import formats
    from planforge.plan.load import readable_plan
    from planforge.review.compare import compare
    from planforge.source.tree import open_plan

    if fail_on not in (None, "weaker-target"):
        raise UsageError(f"“--fail-on”应为 weaker-target，实为“{fail_on}”")
    formatter = choose_format(output, formats(), option="--to")
    comparison = compare(readable_plan(*open_plan(old)), readable_plan(*open_plan(new)))
    typer.echo(formatter(comparison, console_style(None).ascii_only))
    counted = comparison.weaker() if fail_on else comparison.changes
    raise typer.Exit(ExitCode.FINDINGS if counted else ExitCode.OK)
