"""`Problem`: something wrong found while reading, before there is a rule to speak of it.

Reading never raises on a bad plan: it returns what it could read and a list of these; the rules PF0xx turn them
into findings.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from planforge.records import record
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
    CHART = "chart"
    PAGE = "page"
    HOUSE = "house"


@record(frozen=True, slots=True)
class Sought:
    """What a reference looked for in vain: an indicator of the ledger (`indicators`), or a block of `chapters`."""

    kind: str
    name: str = ""


@record(frozen=True, slots=True)
class Problem:
    """Something wrong at a place: one Chinese sentence. `sought` is what was not found, if that is what is wrong."""

    kind: ProblemKind
    message: str
    span: Span
    related: tuple[tuple[Span, str], ...] = ()
    sought: Sought | None = None


MAX_PROBLEMS = 1000
"""Nobody reads more; hostile input has millions."""


class Problems(list[Problem]):
    """Problems in the order they were met; those behind the first `MAX_PROBLEMS` are told in one."""

    def append(self, problem: Problem) -> None:
        """Add a problem, or say that there are too many."""
        if len(self) < MAX_PROBLEMS:
            super().append(problem)
        elif len(self) == MAX_PROBLEMS:
            message = f"问题太多，这里以后的没有列出；请先改正前面{MAX_PROBLEMS}个"
            super().append(Problem(problem.kind, message, problem.span))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add several problems in the same way; no more of them are made than are kept."""
        for problem in problems:
            self.append(problem)
            if len(self) > MAX_PROBLEMS:
                return


def joined(words: str) -> str:
    """Return the advice for what a drafter wrote as one text and meant as several: 序号，指标，单位."""
    return "；各项之间应为英文逗号加空格“, ”" if "，" in words or "、" in words else ""


def quoted(words: str, limit: int = 24) -> str:
    """Return the user's own words in “ ” for a message: white space as one blank, long words cut at `limit`."""
    shown = " ".join(words[: 4 * limit].split())
    return f"“{shown[:limit]}{'…' if len(shown) > limit or len(words) > 4 * limit else ''}”"
