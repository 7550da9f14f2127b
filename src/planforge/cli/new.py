"""`planforge new`: a plan folder to begin from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from planforge.draft.skeleton import Years


def new(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="新建的规划文件夹，应不存在或是空的")],
    kind: Annotated[str, typer.Option("--kind", metavar="种类", help="专项规划、行动计划或实施方案")] = "专项规划",
    title: Annotated[str, typer.Option("--title", metavar="题目", help="规划的题目，不写书名号")] = "",
    period: Annotated[
        str, typer.Option("--period", metavar="起年-止年", help="规划期，如 2026-2030；缺省按种类和今年推算")
    ] = "",
) -> None:
    """新建一个规划文件夹，马上可以核对和排印。

    文件里的【待填】和样例数字请换成自己的。退出码：0 已建好，2 无法新建。
    """
    from planforge.draft.skeleton import new_plan

    for path in new_plan(folder, kind, title, _years(period, kind)):
        typer.echo(f"已写出 {path}")
    typer.echo(f"接下来：填写 {folder / 'plan.yaml'}，再运行 planforge lint {folder}")


def _years(period: str, kind: str) -> Years:
    import re
    from datetime import date

    from planforge.draft.skeleton import Years
    from planforge.errors import UsageError

    if not period:
        return Years.coming(kind, date.today().year)
    match = re.fullmatch(r"(\d{4})\s*[-—–～~至]\s*(\d{4})", period.strip())
    if match is None:
        raise UsageError(f"“--period”应为“起年-止年”，如 2026-2030，实为“{period[:24]}”")
    return Years(int(match[1]), int(match[2]))
