"""The targets of an earlier plan beside what a later one reports, as a table for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from planforge.facts.across import Fulfilment, Outcome
from planforge.facts.statement import Statement

VERSION = 1
_WORDS = {
    Outcome.MET: "达到",
    Outcome.MISSED: "没有达到",
    Outcome.MET_UNDER_OTHER_NAME: "达到（叫法不同，请核对口径）",
    Outcome.MISSED_UNDER_OTHER_NAME: "低于目标（叫法不同，请核对口径）",
    Outcome.UNMENTIONED: "没有交代",
}


def as_text(found: Sequence[Fulfilment]) -> str:
    """Return one line a target and a count of each outcome."""
    lines = [_line(fulfilment) for fulfilment in found]
    counts = [(words, sum(item.outcome is outcome for item in found)) for outcome, words in _WORDS.items()]
    summary = "、".join(f"{words} {count} 项" for words, count in counts if count)
    return "\n".join([*lines, f"共 {len(found)} 项目标：{summary}。" if found else "没有可以对照的目标。"])


def as_json(found: Sequence[Fulfilment], ascii_only: bool) -> str:
    """Return {"version": 1, "targets": […]}."""
    data = {"version": VERSION, "targets": [_row(fulfilment) for fulfilment in found]}
    return json.dumps(data, ensure_ascii=ascii_only, indent=2)


def _line(found: Fulfilment) -> str:
    target = f"{found.target.years}年{found.target.shown}"
    reported = f"{found.actual.shown}（{found.actual.quote.place}）" if found.actual else "—"
    return f"{_name(found.target)}  目标 {target}  所报 {reported}  {_WORDS[found.outcome]}"


def _row(found: Fulfilment) -> dict[str, Any]:
    return {
        "indicator": _name(found.target),
        "outcome": found.outcome.value,
        "target": _figure(found.target),
        "actual": _figure(found.actual) if found.actual else None,
    }


def _figure(statement: Statement) -> dict[str, Any]:
    place = statement.span.place
    return {
        "text": statement.shown,
        "indicator": statement.indicator or statement.head,
        "time": str(statement.years) if statement.years else None,
        "path": place.path,
        "line": place.line,
        "column": place.column,
    }


def _name(statement: Statement) -> str:
    return f"{statement.scope}{statement.tier}{statement.indicator}"
