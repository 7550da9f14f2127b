"""What measuring gives: a measure for each thing looked at, a result for each clause, a report for the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum

from planforge.inspect.clause import Clause
from planforge.inspect.passage import NOWHERE, Place
from planforge.records import record


class Status(Enum):
    """How a clause stands; the order is that in which they outweigh each other."""

    FAIL = "fail"
    STAND_IN = "stand-in"
    HOLDS = "pass"
    INFO = "info"
    NOT_MEASURABLE = "not-measurable"
    NOT_APPLICABLE = "not-applicable"


@record(frozen=True, slots=True)
class Measure:
    """One thing measured against one clause.

    Attributes:
        status: pass, fail, stand-in, info, or not-measurable (then `measured` says why).
        measured, expected: as shown to the reader; an empty `expected` stands for that of the clause.
        due: clauses that explain this failure when they fail, besides those that explain all of the clause.
    """

    clause: str
    status: Status
    measured: str
    place: Place = NOWHERE
    expected: str = ""
    due: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Finding:
    """Equal measures of a clause put together: the first place, and how many there are."""

    clause: Clause
    status: Status
    expected: str
    measured: str
    place: Place
    count: int
    because: str = ""
    due: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """One Chinese sentence."""
        more = f"，同样的共 {self.count} 处" if self.count > 1 else ""
        due = f"（由 {self.because} 引起，不另计）" if self.because else ""
        if self.status is Status.INFO and not due:
            return f"{self.clause.title}：{self.measured}{more}"
        return f"{self.clause.title}应为{self.expected}，实为{self.measured}{more}{due}"


@record(frozen=True, slots=True)
class Result:
    """How one clause stands in a file.

    Attributes:
        reason: why it does not apply or cannot be measured.
        findings: what failed, what stands in, what is only for information.
        measures: how many things were looked at; measured: the first value of a clause that holds.
    """

    clause: Clause
    status: Status
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    measures: int = 0
    measured: str = ""


@record(frozen=True)
class Report:
    """What `inspect` says of a file: `kind` docx or pdf, `page` the page set-up it was measured by."""

    path: str
    kind: str
    page: str
    guessed: bool
    pages: int | None
    results: Mapping[str, Result]

    def count(self, status: Status) -> int:
        """Return how many clauses stand so."""
        return Counter(result.status for result in self.results.values())[status]

    def of(self, status: Status, level: str | None = None) -> Sequence[Result]:
        """Return the clauses that stand so, of one level or of all."""
        return [
            result
            for result in self.results.values()
            if result.status is status and level in (None, result.clause.level)
        ]

    @property
    def failed(self) -> bool:
        """Whether a must-clause does not hold."""
        return bool(self.of(Status.FAIL, "must"))
