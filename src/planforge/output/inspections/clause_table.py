"""The table of clauses, printed: as text for people, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from planforge.inspect.clause import Clause

_LEVELS = {"must": "必须", "should": "一般", "print": "纸面"}


def as_text(rows: Iterable[Clause]) -> str:
    """Return one line a clause: number, level, title, what is asked, where it can be measured."""
    lines = [_line(clause) for clause in rows]
    return "\n".join([*lines, f"共 {len(lines)} 条。"])


def as_json(rows: Iterable[Clause], *, ascii_only: bool) -> str:
    """Return the table as one JSON object."""
    return json.dumps({"version": 1, "clauses": [_row(row) for row in rows]}, ensure_ascii=ascii_only, indent=2)


def _line(clause: Clause) -> str:
    where = [kind.upper() for kind, why in clause.obstacles.items() if not why]
    tolerance = f"（±{clause.tolerance}）" if clause.tolerance else ""
    asked = f"{clause.title}：{clause.expected}{tolerance}"
    return f"{clause.id}  {_LEVELS[clause.level]}  {asked}  {'、'.join(where) or '量不到'}"


def _row(clause: Clause) -> dict[str, Any]:
    return {
        "clause": clause.id,
        "title": clause.title,
        "level": clause.level,
        "group": clause.group,
        "element": clause.element,
        "expected": clause.expected,
        "tolerance": clause.tolerance or None,
        "measurable": [kind for kind, why in clause.obstacles.items() if not why],
        "obstacles": {kind: why for kind, why in clause.obstacles.items() if why},
    }
