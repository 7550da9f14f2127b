"""The statements as a list for people: place, indicator, figure, year, role."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.statement import Statement
from planforge.output.facts_words import ROLES, SOURCES, figure_with_change

NAME = "text"


def format_facts(statements: Sequence[Statement], ascii_only: bool) -> str:
    """Return one line a statement and a count."""
    lines = [_line(statement) for statement in statements]
    return "\n".join([*lines, f"共 {len(lines)} 条数字。"])


def _line(statement: Statement) -> str:
    subject = "".join((statement.scope, statement.tier, statement.indicator or statement.head or "（未识别）"))
    years = f"{statement.years}年" if statement.years else "年份不明"
    source, role = SOURCES[statement.source], ROLES[statement.role]
    return f"{statement.quote.place}  {subject}  {figure_with_change(statement)}  {years}  {role}  {source}"
