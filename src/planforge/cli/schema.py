"""`planforge schema`: the JSON Schema of the plan source, for editors and other programs."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from planforge.errors import UsageError


def schema(
    part: Annotated[str, typer.Argument(metavar="部分", help="plan、chapter、indicators 或 pack")] = "plan",
) -> None:
    """打印规划格式或规则包的 JSON Schema，供编辑器提示和校验。"""
    from planforge.lint.packs.file import PACK_SCHEMA
    from planforge.source.schema import SCHEMA_FILES, read_schema

    parts = {name.partition(".")[0]: name for name in (*SCHEMA_FILES, PACK_SCHEMA)}
    if part not in parts:
        raise UsageError(f"部分应为{'、'.join(parts)}，实为“{part}”")
    typer.echo(json.dumps(read_schema(parts[part]), ensure_ascii=False, indent=2))
