"""`planforge explain CODE`: what a rule checks and why, with a bad and a good example."""

from __future__ import annotations

import difflib
from typing import Annotated

import typer

from planforge.errors import UsageError


def explain(
    name: Annotated[str, typer.Argument(metavar="规则", help="规则的代码或名称，如 PF202")],
) -> None:
    """说明一条规则：查什么、为什么、错例和正例。"""
    from pathlib import Path

    from planforge.lint.configuration import find_configuration
    from planforge.lint.registry import find_rule, rule_names
    from planforge.output.rule_page import rule_page

    known = find_configuration(Path()).rules
    rule = find_rule(name, known)
    if rule is None:
        close = difflib.get_close_matches(name.upper(), rule_names(known), n=1, cutoff=0.5)
        guess = f"是否想写“{close[0]}”" if close else "用 planforge rules 查看全部规则"
        raise UsageError(f"没有“{name}”这条规则", hint=guess)
    typer.echo(rule_page(rule), nl=False)
