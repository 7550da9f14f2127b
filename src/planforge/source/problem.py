"""`Problem`: something wrong found while reading, before there is a rule to speak of it.

Reading never raises on a bad plan: it returns what it could read and a list of these; the rules PF0xx turn them
into findings.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from planforge.source.place import Span


class ProblemKind(Enum):
    """What sort of trouble; each is one rule of the PF0xx family (lint/rules/source)."""

    SYNTAX = "syntax"
    ENCODING = "encoding"
    FORBIDDEN_YAML = "forbidden-yaml"
    DUPLICATE_KEY = "duplicate-key"
    INCLUDE = "include"
    SCHEMA = "schema"
    UNKNOWN_KEY = "unknown-key"
    REFERENCE = "reference"
    FIGURE = "figure"
    DUPLICATE_ID = "duplicate-id"
    LAYOUT = "layout"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place: one Chinese sentence."""

    kind: ProblemKind
    message: str
    span: Span
    related: tuple[tuple[Span, str], ...] = ()


def quoted(words: str, limit: int = 24) -> str:
    """Return the user's own words in “ ” for a message: white space as one blank, long words cut at `limit`."""
    shown = " ".join(words[: 4 * limit].split())
    return f"“{shown[:limit]}{'…' if len(shown) > limit or len(words) > 4 * limit else ''}”"
