"""The targets of the predecessor by what this plan says of them, for the rules of this family."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.across import Fulfilment, Outcome, fulfilments
from planforge.facts.statement import Statement
from planforge.lint.subject import Subject


def with_outcome(subject: Subject, *outcomes: Outcome) -> Iterator[Fulfilment]:
    """Yield the predecessor's targets with one of these outcomes; none when there is no predecessor."""
    earlier = subject.predecessor_facts
    if earlier is not None:
        yield from (found for found in fulfilments(earlier, subject.facts) if found.outcome in outcomes)


def target_words(target: Statement) -> str:
    """Return a target as a message quotes it: 2020年25家."""
    return f"{target.years}年{target.shown}"
