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
