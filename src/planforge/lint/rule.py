"""What a rule is: its metadata, and the subject it is given to check.

A rule is a module below `lint/rules/` with two names: `RULE`, its metadata, and `check(subject)`, which yields
findings. Documentation, `planforge explain` and the tests read the same metadata.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import TYPE_CHECKING

from planforge.lint.finding import Finding, Fix, Related, Safety, Severity
from planforge.records import record
from planforge.source.place import Span

if TYPE_CHECKING:
    from planforge.lint.subject import Subject


class Need(Enum):
    """What has to exist before a rule can run."""

    SOURCE = "source"
    PLAN = "plan"
    FACTS = "facts"


@record(frozen=True)
class Rule:
    """The metadata of a rule.

    Attributes:
        code: PFnnn, never used again for anything else.
        slug: names the defect, reads well after “allow”.
        severity: the default; a check may lower it for a single finding, with a reason in the message.
        since: first version that has the rule.
        summary: one Chinese line.
        why: Chinese, why it matters to a reader of the plan.
        bad: YAML blocks (or a whole plan) that the rule reports.
        good: the same, mended.
        needs: what the check reads.
    """

    code: str
    slug: str
    severity: Severity
    since: str
    summary: str
    why: str
    bad: str
    good: str
    needs: Need

    def finding(
        self,
        span: Span,
        message: str,
        *,
        severity: Severity | None = None,
        related: tuple[tuple[Span, str], ...] = (),
        indicator: str | None = None,
        key: str | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """Return a finding of this rule at `span`; `key` defaults to the user's words there."""
        return Finding(
            code=self.code,
            rule=self.slug,
            severity=severity or self.severity,
            message=message,
            place=span.place,
            related=tuple(Related(other.place, words) for other, words in related),
            indicator=indicator,
            key=span.text if key is None else key,
            fix=fix,
        )


def replacement(span: Span, text: str, *, safety: Safety = Safety.SAFE) -> Fix:
    """Return the fix that puts `text` where `span` is."""
    return Fix(f"改为“{text}”", safety, ((span.file, span.start, span.end, text),))


Check = Callable[["Subject"], Iterator[Finding]]
