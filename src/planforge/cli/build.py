"""`planforge build`: print the official document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planforge.errors import ExitCode


def build(
    path: Annotated[Path, typer.Argument(metavar="路径", help="规划文件夹，或 YAML、DOCX、TXT、Markdown 文件")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="文件夹", help="写到哪个文件夹")] = Path("out"),
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="格式", help="要哪些格式，如 docx,pdf；缺省为 docx、pdf、html；xlsx 只写各表"),
    ] = None,
    variant: Annotated[
        str, typer.Option("--pdf-variant", metavar="种类", help="PDF 的种类：a-2u（归档）或 ua-1（读屏软件）")
    ] = "",
    final: Annotated[bool, typer.Option("--final", help="定稿：有错误、待填、审阅意见或缺字时拒绝写出")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="不用缓存，全部重新核对")] = False,
) -> None:
    """排印规划：按版式写出 DOCX、PDF 和 HTML。

    平时总会写出文件，并报告错误个数。退出码：0 已写出，1 --final 拒绝写出，2 无法运行。
    """
    from planforge.caches import cache_folder
    from planforge.cli.build_options import choose_formats, known_variant
    from planforge.cli.building import Builder
    from planforge.lint.cache import Cache

    formats, kind = choose_formats(to), known_variant(variant)
    builder = Builder.open(path, None if no_cache else Cache(cache_folder("lint")))
    files = builder.write(formats, all_of_them=to is not None, say=_progress, final=final, variant=kind)
    for note in files.notes:
        typer.echo(f"注意：{note}", err=True)
    reasons = builder.reasons_against(files) if final else ()
    if reasons:
        typer.echo("定稿要求没有满足，没有写出文件：", err=True)
        for reason in reasons:
            typer.echo(f"  {reason}", err=True)
        raise typer.Exit(ExitCode.FINDINGS)
    for target in files.save(out):
        typer.echo(f"已写出 {target}")
    typer.echo(builder.verdict())


def _progress(words: str) -> None:
    """Tell what takes a while, on a terminal only."""
    import sys

    if sys.stderr.isatty():
        typer.echo(f"{words}……", err=True)
