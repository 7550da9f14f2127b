"""`planforge merge PLAN REVIEWED.docx…`: a reviewer's Word edits and comments come back into the YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planforge.errors import ExitCode


def merge(
    plan: Annotated[Path, typer.Argument(metavar="规划", help="规划文件夹，或规划的 YAML 文件")],
    reviewed: Annotated[list[Path], typer.Argument(metavar="审阅稿", help="审阅人改过的 DOCX，可以有几份")],
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="谁的修订", help="all、none 或修订人的名字，可写几次；缺省为 all"),
    ] = None,
    figures: Annotated[bool, typer.Option("--accept-figures", help="引用印出的数字改了的，写进台账")] = False,
    interactive: Annotated[bool, typer.Option("--interactive", "-i", help="在终端里逐处问是否采纳")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只报告会怎样，不动文件")] = False,
    output: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式：text 或 json")] = "text",
) -> None:
    """把审阅稿（planforge 排印的 DOCX）里的修订、直接改动和批注收回规划。

    有把握的写进 YAML，其余逐处列出。退出码：0 全部收回，1 还有要处理的，2 无法运行。
    """
    from planforge.cli.checking import choose_format, console_style
    from planforge.cli.merging import Merger
    from planforge.output.merge import formats

    formatter = choose_format(output, formats())
    outcome = Merger(plan, accept or ["all"], figures, interactive).run(reviewed, dry_run=dry_run)
    typer.echo(formatter(outcome, console_style(None).ascii_only))
    raise typer.Exit(ExitCode.OK if outcome.complete else ExitCode.FINDINGS)
