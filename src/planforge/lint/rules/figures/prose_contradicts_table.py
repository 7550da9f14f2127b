"""PF202: prose contradicts table."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.statement import Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.contradiction import contradictions
from planforge.lint.judging.conflicts.found import Between
from planforge.lint.judging.conflicts.rows_by_heading import rows_by_heading
from planforge.lint.judging.conflicts.years_of_tables import years_of_tables
from planforge.lint.judging.sums.announced_totals import AnnouncedTotal, announced_totals
from planforge.lint.judging.sums.totals_told_again import totals_told_again
from planforge.lint.judging.words import line_name, related, shown, told, where
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF202",
    slug="prose-contradicts-table",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="正文的数字与表中同一指标的数字矛盾",
    why="表格是正文的依据；两处不一，必有一处写错，或者口径不同而没有写明。",
    bad="""\
- text: |
    截至2020年底，工程技术研究中心达到165家。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    工程技术研究中心（个） | 58 | 191
""",
    good="""\
- text: |
    截至2020年底，工程技术研究中心达到191家。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    工程技术研究中心（个） | 58 | 191
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a group of figures that exclude each other; a warning when a time or name was inferred.

    A total that the paragraph beside a table announces or tells again is set beside that of the table.
    """
    yield from contradictions(RULE, subject, Between.PROSE_TABLE)
    yield from (_not_the_row(prose, cell) for prose, cell in rows_by_heading(subject.facts))
    yield from (_not_the_year(prose, cell) for prose, cell in years_of_tables(subject.facts))
    if subject.plan is None:
        return
    announced = {found.told.span: found for found in announced_totals(subject.plan, subject.facts)}
    again = (found for found in totals_told_again(subject.plan, subject.facts) if found.told.span not in announced)
    yield from (_not_the_total(found) for found in (*announced.values(), *again))


def _not_the_row(prose: Statement, cell: Statement) -> Finding:
    said = f"“{cell.scope}”的{told(prose)}正文为{shown(prose)}，{where(cell)}为{shown(cell)}，其余各节均与表一致"
    return _beside(prose, cell, f"{said}；请核实后统一，如口径不同请写明", f"{cell.scope} {told(prose)}")


def _not_the_year(prose: Statement, cell: Statement) -> Finding:
    said = f"{cell.years}年正文为{shown(prose)}，{where(cell)}{line_name(told(cell))}为{shown(cell)}"
    message, of = f"{said}；请核实后统一，如所指不同请写明", f"{told(cell)} {cell.years}"
    return _beside(prose, cell, message, of, cell.indicator or None)


def _beside(prose: Statement, cell: Statement, message: str, of: str, indicator: str | None = None) -> Finding:
    shown_beside, key = related([cell]), f"{of} {prose.literal}"
    return RULE.finding(
        prose.span, message, severity=Severity.WARNING, related=shown_beside, indicator=indicator, key=key
    )


def _not_the_total(found: AnnouncedTotal) -> Finding:
    place = found.table.label or "表中"
    message = (
        f"“{told(found.told)}”正文为{shown(found.told)}，{place}{line_name(found.column)}的合计为{found.figure.literal}；"
        "请核实后统一，如口径不同请写明"
    )
    return RULE.finding(
        found.told.span,
        message,
        severity=Severity.WARNING,
        related=((found.at, f"{place}：合计{found.figure.literal}"),),
        indicator=found.told.indicator or None,
        key=f"{told(found.told)} {found.column} {found.figure.literal}",
    )
