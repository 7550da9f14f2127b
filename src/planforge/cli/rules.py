"""`planforge rules`: what is checked."""

from __future__ import annotations

import typer


def rules() -> None:
    """列出全部规则。"""
    from pathlib import Path

    from planforge.lint.configuration import find_configuration
    from planforge.output.rule_page import rule_list

    typer.echo(rule_list([rule for rule, _ in find_configuration(Path()).rules.values()]))
