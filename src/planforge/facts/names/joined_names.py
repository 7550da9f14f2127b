"""Names of a list whose own names have marks of a list inside: 制造业和电力、热力、燃气及水生产和供应业."""

from __future__ import annotations

import re
from functools import cache

from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression


def split_apart(names: str, marks: re.Pattern[str]) -> list[str]:
    """Return the names that the marks of a list join; no name of a trade or an item of expenditure is cut."""
    whole = [match.span() for match in _joined().finditer(names)]
    parts, at = [], 0
    for mark in marks.finditer(names):
        if not any(start <= mark.start() < end for start, end in whole):
            parts.append(names[at : mark.start()])
            at = mark.end()
    return [part for part in (*parts, names[at:]) if part]


@cache
def _joined() -> re.Pattern[str]:
    return expression(alternation(table("phrases")["joined_names"]))
