"""A comparison for people: targets first, each change with the places on both sides, a count at the end."""

from __future__ import annotations

from itertools import groupby

from planforge.output.changes.words import AREAS, sentence
from planforge.review.change import Change
from planforge.review.compare import Comparison

NAME = "text"


def format_changes(comparison: Comparison, ascii_only: bool) -> str:
    """Return the report."""
    if not comparison.changes:
        return "两个版本没有差别。"
    parts = []
    for area, changes in groupby(comparison.changes, key=lambda change: change.area):
        parts.append("\n".join([AREAS[area], *(_lines(change) for change in changes)]))
    weaker = len(comparison.weaker())
    ending = f"，其中 {weaker} 处目标变弱、推迟或删去" if weaker else ""
    return "\n\n".join([*parts, f"共 {len(comparison.changes)} 处变化{ending}。"])


def _lines(change: Change) -> str:
    places = " → ".join(str(place) for place in (change.old_place, change.new_place) if place)
    return f"  {sentence(change)}" + (f"\n      {places}" if places else "")
