"""`planforge comments PLAN REVIEWED.docx…`: the table of opinions that an office answers one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def comments(
    plan: Annotated[Path, typer.Argument(metavar="规划", help="规划文件夹，或规划的 YAML 文件")],
    reviewed: Annotated[list[Path], typer.Argument(metavar="审阅稿", help="审阅人改过的 DOCX，可以有几份")],
    to: Annotated[str, typer.Option("--to", metavar="格式", help="xlsx、md，可写几个")] = "xlsx",
    out: Annotated[Path, typer.Option("--out", "-o", metavar="文件夹", help="写到哪个文件夹")] = Path("out"),
) -> None:
    """把审阅稿里的批注、修订和直接改动汇总成意见汇总表。

    每条意见一行：单位或作者、位置、原文、意见，采纳情况留空。退出码：0 已写出，2 无法运行。
    """
    from planforge.cli.merging import opinion_files
    from planforge.source.files import write_together

    files, count = opinion_files(plan, reviewed, to)
    targets = [(out / name, data) for name, data in files]
    write_together(targets)
    for target, _ in targets:
        typer.echo(f"已写出 {target}")
    typer.echo(f"共 {count} 条意见。")
