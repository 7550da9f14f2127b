"""`planforge rules`: what is checked."""

from __future__ import annotations

from typing import Annotated

import typer


def rules(
    output: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式：text 或 json")] = "text",
) -> None:
    """列出全部规则，本单位规则包里的也在内。"""
    from pathlib import Path

    from planforge.cli.checking import choose_format, console_style
    from planforge.lint.configuration import find_configuration
    from planforge.output.rule_page import rule_list, rule_list_json

    ascii_only = console_style(None).ascii_only
    writers = {"json": lambda found: rule_list_json(found, ascii_only=ascii_only), "text": rule_list}
    writer = choose_format(output, writers)
    typer.echo(writer([rule for rule, _ in find_configuration(Path()).rules.values()]))
