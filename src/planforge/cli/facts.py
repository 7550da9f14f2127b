"""`planforge facts`: every numeric statement that was found, one row each; or an earlier plan's targets beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from planforge.facts.book import FactBook


_WORKBOOK = "xlsx"
_SPREADSHEET = "csv"
_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel on Chinese Windows takes a CSV file for GBK and shows nonsense."""
_FILE_HELP = "写到这个文件，不在屏幕上显示；xlsx 必须给出，csv 带 BOM，Excel 能直接打开"
_ALONE = ("--compare", "--explain")
"""What is told of the whole plan: no list of figures that could be shortened."""


def facts(
    path: Annotated[Path, typer.Argument(metavar="路径", help="规划文件夹，或 YAML、DOCX、TXT、Markdown 文件")],
    output: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式：text、json、csv 或 xlsx")] = "text",
    file: Annotated[Path | None, typer.Option("--output", "-o", metavar="文件", help=_FILE_HELP)] = None,
    indicator: Annotated[
        str | None, typer.Option("--indicator", metavar="名称", help="只列名称里有这几个字的指标")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="年份", help="只列这一年的数字")] = None,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="名称", help="说明这个指标的每处数字怎样理解、怎样比对")
    ] = None,
    compare: Annotated[
        Path | None, typer.Option("--compare", metavar="路径", help="上一期规划：逐项对照其目标与这里所报")
    ] = None,
) -> None:
    """列出读到的全部数字：指标、数值、年份、实际还是目标、出处。"""
    from planforge.cli.checking import console_style

    ascii_only = console_style(None).ascii_only
    _refuse_mixed(output, indicator, year, explain, compare)
    _refuse_source(file, path)
    book = _book(path)
    if compare is not None:
        _deliver(_compared(_book(compare), book, output, ascii_only), file)
    elif explain is not None:
        _deliver(_explained(book, explain), file)
    else:
        _deliver(_listed(book, output, ascii_only, indicator, year, file), file, marked=output == _SPREADSHEET)


def _refuse_mixed(
    output: str, indicator: str | None, year: int | None, explain: str | None, compare: Path | None
) -> None:
    """Refuse what an explanation or a comparison would not heed: who asks for JSON must not get words."""
    from planforge.errors import UsageError

    if explain is not None and output != "text":
        raise UsageError(
            f"“--explain”只有 text 格式，实为“{output}”", hint="请去掉 --format，或改用 --indicator 列出数字"
        )
    chosen = {"--compare": compare, "--explain": explain, "--indicator": indicator, "--year": year}
    given = [option for option, value in chosen.items() if value is not None]
    if len(given) > 1 and given[0] in _ALONE:
        raise UsageError(f"“{given[0]}”不能与“{given[1]}”合用", hint="请去掉其中一个")


def _refuse_source(file: Path | None, path: Path) -> None:
    if file is not None:
        from planforge.cli.giving import refuse_source
        from planforge.source.tree import open_plan

        refuse_source(file, (open_plan(path),))


def _book(path: Path) -> FactBook:
    from planforge.facts.book import read_facts
    from planforge.facts.names.aliases import aliases_named
    from planforge.lint.settings import find_settings
    from planforge.plan.load import readable_plan
    from planforge.source.parts import open_part

    plan, settings = readable_plan(*open_part(path)), find_settings(path)
    return read_facts(plan, aliases_named(settings.table.get("aliases"), str(settings.file), settings.tree))


def _listed(
    book: FactBook, output: str, ascii_only: bool, indicator: str | None, year: int | None, file: Path | None
) -> str | bytes:
    from planforge.cli.checking import choose_format
    from planforge.errors import UsageError
    from planforge.facts.apart import kept_apart
    from planforge.output.facts import formats, select

    chosen = select(kept_apart(book.statements), indicator, year)
    if output != _WORKBOOK:
        writer = choose_format(output, {**formats(), _WORKBOOK: None})
        return writer(chosen, ascii_only) if writer else ""
    if file is None:
        raise UsageError("xlsx 不能显示在屏幕上", hint="请用 -o 数字.xlsx 写到文件")
    from planforge.output.facts_workbook import as_workbook

    return as_workbook(chosen)


def _explained(book: FactBook, name: str) -> str:
    from planforge.output.facts import select
    from planforge.output.facts_explained import explained

    return explained(book, select(book.statements, name, None))


def _compared(earlier: FactBook, later: FactBook, output: str, ascii_only: bool) -> str:
    from planforge.cli.checking import choose_format
    from planforge.facts.across import fulfilments
    from planforge.output.fulfilments import as_json, as_text

    found = fulfilments(earlier, later)
    writers = {"json": lambda: as_json(found, ascii_only), "text": lambda: as_text(found)}
    return choose_format(output, writers)()


def _deliver(content: str | bytes, file: Path | None, *, marked: bool = False) -> None:
    """Print words, or write them or a workbook to a file, `marked` as UTF-8 where spreadsheets would guess."""
    from planforge.source.files import write_atomic

    if file is None:
        typer.echo(content)
        return
    mark = _BYTE_ORDER_MARK if marked else ""
    write_atomic(file, content if isinstance(content, bytes) else f"{mark}{content}\n".encode())
    typer.echo(f"已写出 {file}")
