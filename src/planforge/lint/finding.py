"""`Finding`: what every check of planforge returns, from broken YAML to a figure that cannot be true."""

from __future__ import annotations

import hashlib
from dataclasses import field
from enum import Enum
from typing import TypeAlias

from planforge.records import record
from planforge.source.edits import Edit
from planforge.source.place import Place, SourceFile, Span


class Severity(Enum):
    """How serious a finding is; the order is that of `rank`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@record(frozen=True, slots=True)
class Related:
    """Another place of the same finding, with a word on what stands there."""

    place: Place
    message: str


class Safety(Enum):
    """Whether a fix may be made without looking: safe ones never change what the plan says."""

    SAFE = "safe"
    UNSAFE = "unsafe"


Splice: TypeAlias = tuple[SourceFile, int, int, str]
"""A file, where a stretch of it begins and ends, and what is to stand there."""


@record(frozen=True, slots=True)
class Fix:
    """What would mend a finding, as splices of the user's text: a fix of thousands is told more often than made."""

    title: str
    safety: Safety
    splices: tuple[Splice, ...]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The splices as edits."""
        return tuple(Edit(Span(file, start, end), replacement) for file, start, end, replacement in self.splices)


@record(frozen=True, slots=True)
class Finding:
    """One thing to mend, at the place to mend first; all other places are in `related`.

    Attributes:
        code: rule code, e.g. PF202.
        rule: slug of the rule, e.g. prose-contradicts-table.
        message: one Chinese sentence.
        indicator: the indicator a figure belongs to, if it does.
        key: what identifies the finding however lines move (the quoted words); part of the fingerprint.
        fix: what would mend it, when a program can.
        occurrence: 0 for the first finding of the same code, indicator and key in a run, and so on.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    place: Place
    related: tuple[Related, ...] = field(default=())
    indicator: str | None = None
    key: str = ""
    fix: Fix | None = None
    occurrence: int = 0

    @property
    def fingerprint(self) -> str:
        """Return a stable name of the finding: it survives moved lines."""
        text = "\x1f".join((self.code, self.indicator or "", "".join(self.key.split()), str(self.occurrence)))
        return hashlib.sha256(text.encode()).hexdigest()[:16]
