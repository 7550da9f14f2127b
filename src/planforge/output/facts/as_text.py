"""The statements as a list for people: place, indicator, figure, year, role."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.statement import Role, Source, Statement

NAME = "text"
_ROLES = {Role.ACTUAL: "实际", Role.TARGET: "目标", Role.BASELINE: "基期"}
_SOURCES = {Source.PROSE: "正文", Source.BOX: "专栏", Source.TABLE: "表", Source.LEDGER: "台账"}


def format_facts(statements: Sequence[Statement], ascii_only: bool) -> str:
    """Return one line a statement and a count."""
    lines = [_line(statement) for statement in statements]
    return "\n".join([*lines, f"共 {len(lines)} 条数字。"])


def _line(statement: Statement) -> str:
    subject = "".join((statement.scope, statement.tier, statement.indicator or statement.head or "（未识别）"))
    years = f"{statement.years}年" if statement.years else "年份不明"
    source, role = _SOURCES[statement.source], _ROLES[statement.role]
    return f"{statement.quote.place}  {subject}  {statement.shown}  {years}  {role}  {source}"
