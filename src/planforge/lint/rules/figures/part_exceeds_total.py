"""PF225: what stands behind 其中 is more than the total."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.statement import Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.sums.division import Division
from planforge.lint.judging.sums.excess import exceeds_together, greater_part
from planforge.lint.judging.sums.invested_by_year import Overspent, overspent
from planforge.lint.judging.sums.parts import divisions
from planforge.lint.judging.sums.told import sum_of_parts
from planforge.lint.judging.words import added, related, related_cells, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF225",
    slug="part-exceeds-total",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="“其中”的数大于总数",
    why="“其中”是总数的一部分，不会大于总数；几项“其中”合起来大于总数时，或有重复计算，或有一个数写错。",
    bad="""\
- text: |
    截至2020年底，建成众创空间20家，其中国家级24家。
""",
    good="""\
- text: |
    截至2020年底，建成众创空间20家，其中国家级4家。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield an error where one part exceeds its total, a warning where only the parts together do."""
    found = divisions(subject.facts)
    wrong = {id(one.total) for one in found if one.complete and not one.sum.meets(one.total.interval)}
    for division in found:
        if (single := greater_part(division)) is not None:
            name = f"{single.years}年" if division.of_years else _named(single, division.total)
            sure = division.firm and not division.of_years
            yield _finding(division, f"其中{name}{shown(single)}", None if sure else Severity.WARNING)
        elif exceeds_together(division) and id(division.total) not in wrong:  # PF221 tells it
            yield _finding(division, f"其中各项之和{sum_of_parts(division)}", Severity.WARNING)
    yield from map(_overspent, overspent(subject.plan) if subject.plan else ())


def _overspent(found: Overspent) -> Finding:
    where = found.table.label or "表中"
    years = added(found.years, found.sum, found.whole.written.scale)
    message = f"{where}各年投资之和{years}，大于总投资{found.whole.literal}；请核对"
    return RULE.finding(
        found.at,
        message,
        severity=Severity.WARNING,
        related=related_cells(where, found.places, found.years),
        key=f"总投资 {found.whole.literal}",
    )


def _named(part: Statement, total: Statement) -> str:
    """Return how a message calls a part: by its name, else by whose it is (省级项目), else by what was done."""
    if told(part) != told(total):
        return f"的{told(part)}"
    return f"的{part.scope}" if part.scope not in ("", total.scope, part.action) else part.action


def _finding(division: Division, said: str, severity: Severity | None) -> Finding:
    total = division.total
    message = f"“{told(total)}”共{shown(total)}，{said}，大于总数；请核对，如有重复计算请写明"
    return RULE.finding(
        total.span,
        message,
        severity=severity,
        related=related(division.parts),
        indicator=total.indicator or None,
        key=f"{told(total)} {total.years} {total.literal}",
    )
