"""`planforge lint`: check plans and print the findings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planforge.errors import ExitCode


def lint(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="路径", help="规划文件夹、放着几份规划的文件夹，或 YAML、DOCX、TXT、Markdown 文件；- 为标准输入"
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--format", metavar="格式", help="text、json、sarif、github、gitlab、junit、markdown、html 或 docx"
        ),
    ] = "text",
    file: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="文件", help="报告写到这个文件，不在屏幕上显示")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="级别", help="达到哪一级时退出码为 1：error（缺省）、warning 或 info"),
    ] = None,
    predecessor: Annotated[
        Path | None, typer.Option("--predecessor", metavar="路径", help="上一期规划，核对其目标与本规划的回顾")
    ] = None,
    superior: Annotated[
        Path | None, typer.Option("--superior", metavar="路径", help="上位规划，核对其目标与本规划的目标")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="文件", help="基线文件：其中已知的问题不再报告")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", metavar="文件", help="把现有问题写成基线文件，不作报告")
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="版本", help="只报告自 git 某个版本以来改动所涉及或造成的问题"),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="改好能安全改的问题，然后报告其余的")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe", help="与 --fix 合用：可能改变意思的也改")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="只显示 --fix 会怎样改，不动文件")] = False,
    stdin_name: Annotated[
        str | None, typer.Option("--stdin-filename", metavar="文件", help="与路径 - 合用：标准输入是哪个文件的内容")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", metavar="个数", min=1, help="同时用几个进程核对多份规划")] = 1,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="不用缓存，全部重新核对")] = False,
    color: Annotated[bool | None, typer.Option("--color/--no-color", help="是否用颜色，缺省时看是否在终端")] = None,
) -> None:
    """核对规划：数字、引用、编号和发文要素是否前后一致。

    设置写在 planforge.toml。退出码：0 没有达到 --fail-on 的问题，1 有，2 无法运行。
    """
    from planforge.caches import cache_folder
    from planforge.cli.checking import console_style, failing_severity
    from planforge.cli.giving import refuse_source
    from planforge.cli.linting import Linting, choose_output, must_fit_together, without_known, write_report
    from planforge.cli.reading import targets_of
    from planforge.lint.baseline import write_baseline as write
    from planforge.lint.cache import Cache
    from planforge.lint.many import Beside

    must_fit_together(fix=fix, diff=diff, unsafe=unsafe, writes_baseline=write_baseline is not None, file=file)
    written, targets = choose_output(output, file), targets_of(paths, stdin_name)
    limit, style = failing_severity(fail_on, targets), console_style(color)
    cache = None if no_cache else Cache(cache_folder("lint"))
    linting = Linting(targets, Beside(predecessor, superior), cache, jobs, changed_since, baseline)
    if diff:
        typer.echo("".join(changed.diff() for changed in linting.fixes(unsafe=unsafe)), nl=False)
        return
    report = (linting.mended(unsafe=unsafe) if fix else linting).report()
    refuse_source(write_baseline or file, ((target.tree, target.main) for target in targets))
    if write_baseline is not None:
        typer.echo(f"已把 {write(write_baseline, report.findings)} 个问题写入基线 {write_baseline}")
        return
    report = without_known(report, baseline)
    write_report(report, written, file, style)
    raise typer.Exit(ExitCode.FINDINGS if report.reaches(limit) else ExitCode.OK)
