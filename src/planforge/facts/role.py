"""Whether a figure tells what was or what shall be."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from planforge.facts.normalise import read
from planforge.facts.statement import Role
from planforge.facts.time import Years
from planforge.facts.words import alternation, table
from planforge.plan.model import Context, Period


def role_of(context: Context, sentence: str, years: Years | None, period: Period, *, explicit: bool) -> Role:
    """Return the role of a figure from its time, the words of its sentence and the chapter it stands in."""
    if years is not None and explicit and period.baseline is not None:
        if years.last > period.baseline:
            return Role.TARGET
        if period.previous is not None and years.last <= period.previous:
            return Role.BASELINE
        return Role.ACTUAL
    said = _said(sentence)
    chapter = _of_chapter(context)
    if chapter is Role.TARGET and said is Role.ACTUAL:
        return Role.ACTUAL
    return chapter or said or Role.TARGET


@cache
def _patterns() -> tuple[regex.Pattern[str], ...]:
    rows = table("roles")
    return tuple(
        regex.compile(alternation(rows[group][role])) for group in ("sentence", "headings") for role in ("target", "actual")
    )


def _said(sentence: str) -> Role | None:
    target, actual, _, _ = _patterns()
    if actual.search(sentence):
        return Role.ACTUAL
    return Role.TARGET if target.search(sentence) else None


def _of_chapter(context: Context) -> Role | None:
    roles = table("roles")["roles"]
    for wanted, role in ((roles["actual"], Role.ACTUAL), (roles["target"], Role.TARGET)):
        if any(name in wanted for name in context.roles):
            return role
    return next((role for heading in reversed(context.headings) if (role := _of_heading(heading))), None)


@lru_cache(maxsize=512)
def _of_heading(heading: str) -> Role | None:
    _, _, target, actual = _patterns()
    words = read(heading).text
    if actual.search(words):
        return Role.ACTUAL
    return Role.TARGET if target.search(words) else None
