"""From the YAML of a pack to its entries; the schema is `plan_schema/pack.schema.json`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from planforge.lint.finding import Safety, Severity
from planforge.lint.packs.entry import Entry, Gather, Search, terms
from planforge.lint.rule import Need, Rule
from planforge.lint.sheet import Part

_WRITTEN = "原样"


def entry_of(data: Mapping[str, Any]) -> Entry:
    """Return the entry that an item of `rules` gives; the item is as the schema wants it.

    Raises:
        ValueError: when the calendar does not have one of its days.
    """
    scope = data.get("scope", [part.value for part in Part])
    return Entry(
        rule=_rule(data),
        message=data.get("message") or "“{found}”：" + data["summary"],
        searches=tuple(_searches(data)),
        exact=tuple(data.get("exact", ())),
        parts=frozenset(Part(word) for word in ([scope] if isinstance(scope, str) else scope)),
        written=data.get("form") == _WRITTEN,
        fix=Safety(data["fix"]) if "fix" in data else None,
        phrases=tuple(data.get("except", ())),
        gather=Gather(data["gather"]) if "gather" in data else None,
    )


def _rule(data: Mapping[str, Any]) -> Rule:
    source = f"\n\n依据：{data['source'].strip()}" if "source" in data else ""
    return Rule(
        code=data["code"],
        slug=data["slug"],
        severity=Severity(data.get("severity", Severity.WARNING.value)),
        since=data.get("since", ""),
        summary=data["summary"],
        why=data.get("why", "").strip() + source,
        bad=data.get("bad", ""),
        good=data.get("good", ""),
        needs=Need.PLAN,
    )


def _searches(data: Mapping[str, Any]) -> Iterator[Search]:
    swap, words = data.get("swap", {}), data.get("terms", ())
    if swap or words:
        listed = (*swap, *words)
        yield Search(terms(listed), swap=swap, words=listed, plain=True)
    for item in data.get("find", ()):
        yield Search(
            item["pattern"] if "pattern" in item else re.escape(item["term"]),
            use=item.get("use") if "pattern" in item else _as_template(item.get("use")),
            note=item.get("note", ""),
            first=day_of(item["from"], last=False) if "from" in item else None,
            last=day_of(item["to"], last=True) if "to" in item else None,
            phrases=tuple(item.get("except", ())),
            plain="term" in item,
        )


def _as_template(use: str | None) -> str | None:
    return use.replace("\\", "\\\\") if use is not None else None


def day_of(text: str, *, last: bool) -> date:
    """Return the day that 2022-10-16, 2022-10 or 2022 begins or, for `last`, ends with.

    Raises:
        ValueError: when the calendar has no such day.
    """
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    month = month or (12 if last else 1)
    if not 1 <= month <= 12:
        raise ValueError(text)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))
