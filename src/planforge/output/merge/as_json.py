"""The JSON contract of `planforge merge`: {"version": 1, "items": […], …}; additive changes only."""

from __future__ import annotations

import json
from typing import Any

from planforge.review.returned.outcome import Item, Outcome, Status

NAME = "json"
VERSION = 1


def format_outcome(outcome: Outcome, ascii_only: bool) -> str:
    """Return the outcome as one JSON object."""
    counts = outcome.counts()
    data = {
        "version": VERSION,
        "items": [_item(item) for item in outcome.items],
        "files": list(outcome.files),
        "dry_run": outcome.dry,
        "complete": outcome.complete,
        "summary": {"total": len(outcome.items), **{status.value: counts[status] for status in Status}},
    }
    return json.dumps(data, ensure_ascii=ascii_only, indent=2)


def _item(item: Item) -> dict[str, Any]:
    place = item.place
    return {
        "kind": item.kind.value,
        "status": item.status.value,
        "source": item.source,
        "author": item.author or None,
        "date": item.date or None,
        "where": list(item.where),
        "old": item.old or None,
        "new": item.new or None,
        "context": item.context or None,
        "ours": item.ours or None,
        "reason": item.reason or None,
        "place": {"path": place.path, "line": place.line, "column": place.column} if place else None,
    }
