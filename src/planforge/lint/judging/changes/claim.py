"""A stated change with the two figures that it can be reckoned from, and how a finding on it is put."""

from __future__ import annotations

from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.figures.precision import Comparator, Mode
from planforge.facts.linking import Subject, subject_of
from planforge.facts.statement import Statement
from planforge.facts.writing.words import table
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

    @property
    def ratio(self) -> Interval:
        """End divided by base; of two figures of one passage both are rounded or both cut off, never one of them."""
        if self.base.position.passage != self.end.position.passage or not (_shortened(self.base, self.end)):
            base, end = self.operands
            return end.ratio_to(base)
        base_as, end_as = self.base.quantity.written.plain, self.end.quantity.written.plain
        rounded, cut = (end_as(mode).ratio_to(base_as(mode)) for mode in (Mode.ROUNDED, Mode.TRUNCATED))
        return rounded.hull(cut)


def _shortened(*levels: Statement) -> bool:
    """Whether all are plain figures with a last place that stands for what is left out behind it."""
    return all(_is_plain(one) and not one.quantity.written.exact and not _is_set(one) for one in levels)


def _is_plain(one: Statement) -> bool:
    return one.comparator is Comparator.EQ and one.quantity.low is None


def operand(statement: Statement) -> Interval:
    """Return the range of a level for calculating: round counts are widened, sums set by rule are exact."""
    if not _is_plain(statement):
        return statement.interval
    return exactly(statement.value) if _is_set(statement) else statement.quantity.written.as_operand()


def _is_set(one: Statement) -> bool:
    """Whether a sum in 元 was set by rule and so is as printed: a standard of 158元, no mean of many people."""
    if one.quantity.unit.name != "元" or one.quantity.scale:
        return False
    return one.indicator.endswith(tuple(table("roles")["set_by_rule"])) and "均" not in one.indicator


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
