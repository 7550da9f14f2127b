"""A stated change with the two figures that it can be reckoned from, and how a finding on it is put."""

from __future__ import annotations

from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import Subject, subject_of
from planforge.facts.statement import Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.words import related, subject_name
from planforge.lint.rule import Rule
from planforge.records import record


@record(frozen=True)
class Claim:
    """A stated change with its operands.

    Attributes:
        places: every statement of it; the first is the one to mend first.
        periods: the years between base and end.
        sure: whether everything it leans on was said outright and no operand is a round count.
    """

    places: tuple[Statement, ...]
    base: Statement
    end: Statement
    periods: int
    sure: bool

    @property
    def statement(self) -> Statement:
        """The statement that is checked."""
        return self.places[0]

    @property
    def subject(self) -> Subject:
        """What grows."""
        return subject_of(self.statement)

    @property
    def operands(self) -> tuple[Interval, Interval]:
        """Base and end as ranges to calculate with."""
        return operand(self.base), operand(self.end)


def operand(statement: Statement) -> Interval:
    """Return the range of a level for calculating: round counts are widened."""
    if statement.comparator is Comparator.EQ and statement.quantity.low is None:
        return statement.quantity.written.as_operand()
    return statement.interval


def claim_finding(rule: Rule, claim: Claim, message: str, severity: Severity | None) -> Finding:
    """Return a finding of `rule` on a claim, with every place it leans on; None leaves the severity to the rule."""
    return rule.finding(
        claim.statement.span,
        message,
        severity=severity,
        related=related([*claim.places[1:], claim.base, claim.end]),
        indicator=claim.subject.indicator,
        key=f"{subject_name(claim.subject)} {claim.statement.years} {claim.statement.literal}",
    )
