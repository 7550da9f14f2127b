"""`planforge fonts`: which official fonts this machine has, what stands in, what cannot be printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planforge.errors import ExitCode

if TYPE_CHECKING:
    from planforge.render.house import House
    from planforge.render.page import Page


def fonts(
    path: Annotated[Path | None, typer.Argument(metavar="路径", help="规划文件夹：看它的版式和用到的字")] = None,
    house: Annotated[
        str | None, typer.Option("--house", metavar="版式", help="没有指定规划时看哪个版式；缺省为规划缺省的版式")
    ] = None,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="文件夹", help="从这个文件夹取用本单位的字体文件")
    ] = None,
    output: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式：text 或 json")] = "text",
) -> None:
    """列出规定的字体这台机器有没有、用什么代替、规划里哪些字印不出。

    退出码：0 都能印（用替代字体也算），1 有字印不出或没有可用的字体，2 无法运行。
    """
    from planforge.cli.checking import choose_format, console_style
    from planforge.output.fonts import as_json, as_text
    from planforge.plan.load import DEFAULT_HOUSE
    from planforge.render.font_report import report_fonts
    from planforge.render.houses import find_house
    from planforge.render.shelves import find_shelves

    if path is not None:
        chosen, page = _of_plan(path)
    else:
        chosen, page = find_house(house or DEFAULT_HOUSE, find_shelves(None)), None
    if source is not None:
        _take(source, chosen)
    report = report_fonts(chosen, page)
    writers = {"text": lambda: as_text(report), "json": lambda: as_json(report, console_style(None).ascii_only)}
    typer.echo(choose_format(output, writers)())
    raise typer.Exit(ExitCode.OK if report.complete else ExitCode.FINDINGS)


def _of_plan(path: Path) -> tuple[House, Page | None]:
    from planforge.cli.building import Builder
    from planforge.render.build import render_page
    from planforge.render.context import context_of
    from planforge.render.pictures import or_placeholder

    builder = Builder.open(path)
    house = builder.house()
    return house, render_page(context_of(builder.plan, or_placeholder(builder.tree.read_bytes)), house)


def _take(source: Path, house: House) -> None:
    from planforge.render.font_taking import take_fonts
    from planforge.render.fonts import own_folder

    for taken in take_fonts(source, [house], own_folder()):
        typer.echo(f"已取用 {taken.name}：{taken.source} → {taken.target}", err=True)
