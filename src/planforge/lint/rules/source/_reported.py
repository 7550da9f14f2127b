"""Rules whose finding is a problem that reading has already met: they only give it a code."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding
from planforge.lint.rule import Check, Rule
from planforge.lint.subject import Subject
from planforge.source.problem import ProblemKind


def reported(rule: Rule, kind: ProblemKind) -> Check:
    """Return a check that turns the problems of one kind into findings."""

    def check(subject: Subject) -> Iterator[Finding]:
        for problem in subject.problems:
            if problem.kind is kind:
                yield rule.finding(problem.span, problem.message, related=problem.related)

    return check


def of_own_formats(rule: Rule, kind: ProblemKind) -> Check:
    """Return such a check that says nothing where an office keeps formats of its own, which reading does not know."""
    found = reported(rule, kind)

    def check(subject: Subject) -> Iterator[Finding]:
        if not subject.own_formats:
            yield from found(subject)

    return check
