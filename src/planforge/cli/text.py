"""`planforge text`: what a plan prints, as plain text; git shows Word files by it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def text(
    path: Annotated[Path, typer.Argument(metavar="路径", help="规划文件夹，或 YAML、DOCX、TXT、Markdown 文件")],
) -> None:
    """把规划印出来的文字列成纯文本，一段一行，表格一行一行。"""
    from planforge.plan.clauses import clauses
    from planforge.plan.load import readable_plan
    from planforge.source.parts import open_part

    plan = readable_plan(*open_part(path))
    typer.echo("\n".join(f"{clause.number}{clause.text}" for clause in clauses(plan)))
