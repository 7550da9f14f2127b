"""`planforge facts`: every numeric statement that was found, one row each; or an earlier plan's targets beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from planforge.facts.book import FactBook


def facts(
    path: Annotated[Path, typer.Argument(metavar="路径", help="规划文件夹，或 YAML、DOCX、TXT、Markdown 文件")],
    output: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式：text、json 或 csv")] = "text",
    indicator: Annotated[
        str | None, typer.Option("--indicator", metavar="名称", help="只列名称里有这几个字的指标")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="年份", help="只列这一年的数字")] = None,
    compare: Annotated[
        Path | None, typer.Option("--compare", metavar="路径", help="上一期规划：逐项对照其目标与这里所报")
    ] = None,
) -> None:
    """列出读到的全部数字：指标、数值、年份、实际还是目标、出处。"""
    from planforge.cli.checking import choose_format, console_style
    from planforge.output.facts import formats, select

    ascii_only = console_style(None).ascii_only
    if compare is not None:
        typer.echo(_compared(_book(compare), _book(path), output, ascii_only))
        return
    formatter = choose_format(output, formats())
    typer.echo(formatter(select(_book(path).statements, indicator, year), ascii_only))


def _book(path: Path) -> FactBook:
    from planforge.facts.book import read_facts
    from planforge.plan.load import readable_plan
    from planforge.source.tree import open_plan

    return read_facts(readable_plan(*open_plan(path)))


def _compared(earlier: FactBook, later: FactBook, output: str, ascii_only: bool) -> str:
    from planforge.cli.checking import choose_format
    from planforge.facts.across import fulfilments
    from planforge.output.fulfilments import as_json, as_text

    found = fulfilments(earlier, later)
    writers = {"json": lambda: as_json(found, ascii_only), "text": lambda: as_text(found)}
    return choose_format(output, writers)()
