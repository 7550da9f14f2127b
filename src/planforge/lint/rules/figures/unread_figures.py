"""PF291: figures that could not be checked: a table whose layout was not understood, a passage full of figures."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.plan.model import TablePassage

RULE = Rule(
    code="PF291",
    slug="unread-figures",
    severity=Severity.INFO,
    since="0.1.0",
    summary="表的栏目没有读懂，或一段里数字过多，其中的数字没有核对",
    why="读不懂的表不猜；没有核对过的数字要让人知道，不要以为都对过了。",
    bad="""\
- table: 各县区创新主体
  rows: |
    县区 | 高新技术企业 | 科技型中小企业
    大洼区 | 20 | 35
    盘山县 | 12 | 18
""",
    good="""\
- table: 创新主体
  rows: |
    指标 | 2015年 | 2020年
    高新技术企业（家） | 32 | 158
    科技型中小企业（家） | 45 | 217
""",
    needs=Need.FACTS,
)

_LEAST = 4
"""A table with fewer cells of figures has nothing to check."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one note for every table and every passage that was not read."""
    for passage in subject.facts.unread:
        count = _figures(passage)
        if count >= _LEAST:
            yield _finding(passage, count)
    for crowded in subject.facts.crowded:
        message = "这一段数字过多，没有核对；如是表格，请按表格录入"
        yield RULE.finding(crowded.text.span(0, min(20, len(crowded.text.printed))), message)


def _figures(passage: TablePassage) -> int:
    cells = (cell.printed for row in passage.table.rows for cell in row)
    return sum(any(character.isdigit() for character in cell) for cell in cells)


def _finding(passage: TablePassage, count: int) -> Finding:
    table = passage.table
    name = table.label or "这个表"
    message = (
        f"{name}的栏目没有读懂，其中{count}个数字没有与正文核对；"
        "表头写明指标名称和年份（如“指标 | 2020年 | 2025年目标”）就能核对"
    )
    at = table.caption if table.caption.printed else table.head[0]
    return RULE.finding(at.whole, message)
