"""PF236: less built in all by a later year than by an earlier one (累计建成45座 by 2022, 36座 by 2023)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.facts.linking import Subject as Counted
from planforge.facts.linking import subject_of
from planforge.facts.statement import Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.cumulative import counts_in_all, surely_below
from planforge.lint.judging.words import related, shown, subject_name, where
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.plan.model import Period

RULE = Rule(
    code="PF236",
    slug="cumulative-falls",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="累计数后一年反而比前一年少",
    why="累计建成的只会多、不会少；后一年反而少，不是两个数写反，就是其中一个只是当年数。",
    bad="""\
- text: |
    到2022年底，累计建成提水泵站45座。到2023年底，累计建成提水泵站36座。
""",
    good="""\
- text: |
    到2022年底，累计建成提水泵站36座。到2023年底，累计建成提水泵站45座。
""",
    needs=Need.FACTS,
)

_SHORTEST_NAME = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every figure below that of the year before it in its row of cumulative figures."""
    book = subject.facts
    rows: dict[tuple[Counted, bool], list[Statement]] = {}
    for one in book.statements:
        if len(one.indicator) >= _SHORTEST_NAME and not one.referenced and counts_in_all(one):
            rows.setdefault((subject_of(one), _is_past(one, book.period)), []).append(one)
    for (name, _), statements in rows.items():
        for earlier, later in pairwise(sorted(statements, key=_year)):
            if _year(earlier) < _year(later) and surely_below(later, earlier):
                yield _finding(name, earlier, later)


def _year(one: Statement) -> int:
    return one.years.last if one.years else 0


def _is_past(one: Statement, period: Period) -> bool:
    """Whether a year lies before the plan's own, in which counting may begin anew."""
    return period.start is not None and period.start != period.end and _year(one) < period.start


def _finding(name: Counted, earlier: Statement, later: Statement) -> Finding:
    message = (
        f"“{subject_name(name)}”到{_year(later)}年累计{shown(later)}，少于到{_year(earlier)}年累计{shown(earlier)}"
        f"（{where(earlier)}），累计数不应减少；请核对是否写反，当年数请写明"
    )
    related_places = related([earlier])
    return RULE.finding(later.span, message, related=related_places, indicator=name.indicator, key=later.literal)
