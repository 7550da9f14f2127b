"""A comparison for people: targets first, each change with the places on both sides, a count at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from planforge.lint.finding import Finding
from planforge.output.changes.words import AREAS, sentence
from planforge.review.change import Change
from planforge.review.compare import Comparison

NAME = "text"


def format_changes(comparison: Comparison, ascii_only: bool) -> str:
    """Return the report."""
    parts = _areas(comparison)
    parts += [
        *_findings("新版新出现的问题", comparison.new_findings),
        *_findings("已经改正的问题", comparison.resolved),
    ]
    weaker = len(comparison.weaker())
    ending = f"，其中 {weaker} 处目标变弱、推迟或删去" if weaker else ""
    total = f"共 {len(comparison.changes)} 处变化{ending}。" if comparison.changes else "两个版本没有差别。"
    return "\n\n".join([*parts, total])


def _areas(comparison: Comparison) -> list[str]:
    parts = []
    for area, changes in groupby(comparison.changes, key=lambda change: change.area):
        parts.append("\n".join([AREAS[area], *(_lines(change) for change in changes)]))
    return parts


def _findings(title: str, findings: Sequence[Finding]) -> list[str]:
    """Return a part of the report, none for no findings."""
    rows = [f"  {finding.place}  {finding.message}  [{finding.code}]" for finding in findings]
    return ["\n".join([title, *rows])] if rows else []


def _lines(change: Change) -> str:
    places = " → ".join(str(place) for place in (change.old_place, change.new_place) if place)
    return f"  {sentence(change)}" + (f"\n      {places}" if places else "")
