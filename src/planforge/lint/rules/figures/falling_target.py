"""PF233: a target that is lower than the one of an earlier year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.facts.direction import less_is_better
from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import Subject as Counted
from planforge.facts.linking import says_enough, subject_of
from planforge.facts.statement import Flow, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.cumulative import counts_in_all, surely_below
from planforge.lint.judging.words import related, shown, subject_name, where
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF233",
    slug="falling-target",
    severity=Severity.INFO,
    since="0.1.0",
    summary="后一年的目标低于前一年的目标",
    why="存量和累计的分期目标逐年提高；后一年反而低，多半是两个数写反，或口径不同。",
    bad="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
chapters:
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          到2023年，高新技术企业达到260家；到2025年，高新技术企业达到230家。
""",
    good="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
chapters:
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          到2023年，高新技术企业达到200家；到2025年，高新技术企业达到230家。
""",
    needs=Need.FACTS,
)

_DOWNWARD = (Comparator.LE, Comparator.LT)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one note for every indicator with a lower target in a later year."""
    book = subject.facts
    aimed: dict[Counted, list[Statement]] = {}
    for one in book.statements:
        if not one.role.done and says_enough(one) and _usable(one):
            aimed.setdefault(subject_of(one), []).append(one)
    for name, statements in aimed.items():
        pair = None if less_is_better(book, name.indicator) else _pair(statements)
        if pair is not None:
            yield _finding(name, *pair)


def _usable(one: Statement) -> bool:
    """A deadline (到2025年) is for what is there by then; 2025年启动5项 is not."""
    stock = one.kind.is_state and one.flow is Flow.STOCK and one.comparator not in _DOWNWARD
    return stock and one.gates.time and one.until and one.years is not None and one.quantity.low is None


def _pair(statements: list[Statement]) -> tuple[Statement, Statement] | None:
    """Return an earlier target and a later one that surely lies below it; two of what is built in all are PF236's."""
    ordered = sorted(_once_each(statements), key=lambda told: told[0].years.last if told[0].years else 0)
    for at, (later, in_all) in enumerate(ordered):
        for earlier, too in ordered[:at]:
            before = earlier.years and later.years and earlier.years.last < later.years.last
            if before and surely_below(later, earlier) and not (in_all and too):
                return earlier, later
    return None


def _once_each(statements: list[Statement]) -> Iterable[tuple[Statement, bool]]:
    """Return the targets that differ, the first of each, with whether it is of what is built in all.

    A long text says the same again and again, and every target is set beside all before it.
    """
    found: dict[tuple[object, ...], tuple[Statement, bool]] = {}
    for one in statements:
        in_all = counts_in_all(one)
        found.setdefault((one.years, one.value, one.comparator, one.quantity.unit, in_all), (one, in_all))
    return found.values()


def _finding(name: Counted, earlier: Statement, later: Statement) -> Finding:
    message = (
        f"“{subject_name(name)}”{later.years}年目标{shown(later)}低于{earlier.years}年目标{shown(earlier)}"
        f"（{where(earlier)}）；请核对是否写反，口径不同请写明"
    )
    return RULE.finding(
        later.span,
        message,
        related=related([earlier]),
        indicator=name.indicator,
        key=f"{subject_name(name)} {later.literal}",
    )
