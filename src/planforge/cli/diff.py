"""`planforge diff OLD NEW`: what changed, by meaning."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planforge.errors import ExitCode, UsageError


def diff(
    old: Annotated[str, typer.Argument(metavar="旧版", help="规划文件夹，YAML、DOCX、TXT、Markdown 文件，或 git 版本")],
    new: Annotated[str, typer.Argument(metavar="新版", help="同上")],
    path: Annotated[
        Path | None, typer.Argument(metavar="路径", help="旧版、新版都是 git 版本时，规划在仓库里的位置")
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="格式",
            help="text、markdown、json、html、docx（修订稿）、table-docx、table-xlsx（修改对照表）",
        ),
    ] = "text",
    target: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="文件", help="写入这个文件，不显示在屏幕上")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="情形", help="weaker-target：只有目标变弱、推迟或删去时退出码才为 1"),
    ] = None,
    author: Annotated[
        str | None, typer.Option("--author", metavar="姓名", help="docx 里修订的作者；缺省为发文机关")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="日期", help="docx 里修订的日期；缺省为 SOURCE_DATE_EPOCH，或文件的成文日期"),
    ] = None,
) -> None:
    """按意思对照两个版本：目标在前，指出变强还是变弱。

    git 版本这样对照：planforge diff HEAD~3 HEAD -- plan/，或 planforge diff HEAD plan/（与现在的文件比）。
    退出码：0 没有差别，1 有差别，2 无法运行。
    """
    from planforge.cli.checking import choose_format, console_style
    from planforge.cli.giving import give, must_name_file, refuse_source
    from planforge.cli.redlining import redlined, signature
    from planforge.lint.configuration import find_configuration
    from planforge.output.changes import formats
    from planforge.review.compare import compare_versions
    from planforge.review.files import file_formats
    from planforge.review.printed import on_one_footing
    from planforge.review.successor import other_period
    from planforge.review.version import two_versions

    if fail_on not in (None, "weaker-target"):
        raise UsageError(f"“--fail-on”应为 weaker-target，实为“{fail_on}”")
    choose_format(output, {**formats(), **file_formats()}, option="--to")
    must_name_file(output, file_formats(), target)
    signed = signature(output, author, date)
    with two_versions(old, new, path) as (before, after):
        if note := other_period(before.plan, after.plan):
            typer.echo(f"注意：{note}", err=True)
        refuse_source(target, ((before.tree, ""), (after.tree, "")))
        alike = on_one_footing(before, after)
        comparison = compare_versions(*alike, find_configuration(path or Path(new)))
        if signed is not None:
            give(redlined(before, after, signed), target)
        elif output in file_formats():
            give(file_formats()[output](*alike), target)
        else:
            give(formats()[output](comparison, target is None and console_style(None).ascii_only), target)
    counted = comparison.weaker() if fail_on else comparison.changes
    raise typer.Exit(ExitCode.FINDINGS if counted else ExitCode.OK)
