"""PF291: figures that were not checked: of a table not understood, in a passage full of them, with too many points."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression
from planforge.plan.model import Passage, TablePassage

RULE = Rule(
    code="PF291",
    slug="unread-figures",
    severity=Severity.INFO,
    since="0.1.0",
    summary="表的栏目没有读懂，一段里数字过多，或数字写错，其中的数字没有核对",
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

_LEAST = 2
"""A table with fewer cells of figures has nothing to check."""
_NO_AMOUNTS = expression(
    "^(?:序号|编号|项次|代码|电话|联系方式|邮编|年份|阶段|工期|.{0,4}(?:时间|时限|年限|期限|日期))$"
)
"""Heads above numbers that are no amounts."""
_DATE = expression(
    r"(?:19|20)\d\d年?(?:[-—－–~～至]+(?:19|20)?\d\d年?)?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?"
)
_DIGIT = expression(r"\d")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one note for every table, passage and figure that was not read."""
    for passage in subject.facts.unread:
        count = _figures(passage)
        if count >= _LEAST:
            yield _finding(passage, count)
    for crowded in subject.facts.crowded:
        message = "这一段数字过多，没有核对；如是表格，请按表格录入"
        yield RULE.finding(crowded.text.span(0, min(20, len(crowded.text.printed))), message)
    for written in subject.plan.passages() if subject.plan else ():
        yield from _mistyped(written)


def _mistyped(passage: Passage) -> Iterator[Finding]:
    """Yield a note for every amount with more than one point: 12.5.3亿元."""
    text = passage.text
    if text.printed.count(".") < _POINTS:
        return
    for found in _MISTYPED.finditer(text.printed):
        message = f"“{found[0]}”应只有一个小数点，实为{found['number'].count('.')}个，没有核对；请改正这个数字"
        yield RULE.finding(text.span(*found.span()), message)


_POINTS = 2
_MISTYPED = expression(
    r"(?<=[\u4e00-\u9fff])(?P<number>\d+(?:\.\.\d+(?!\.)|(?:\.\d+){2,}|\.\d+\.))"
    r"(?:[%％‰]|[万亿]{0,2}(?:元|吨|人|户|亩|公顷|千米|公里|平方米|立方米|千瓦|倍)|个?百分点)"
)
"""Section numbers and dates (第1.2.3条, 2022.12.31) have no such unit."""


def _figures(passage: TablePassage) -> int:
    """Return how many cells of a table hold amounts: dates and the numbers of rows are none."""
    heads = ["".join(head.printed.split()) for head in passage.table.head]
    others = {at for at, head in enumerate(heads) if _NO_AMOUNTS.match(head)}
    return sum(
        _is_amount(cell.printed) for row in passage.table.rows for at, cell in enumerate(row) if at not in others
    )


def _is_amount(words: str) -> bool:
    return any(one.isdigit() for one in words) and _DIGIT.search(_DATE.sub("", words)) is not None


def _finding(passage: TablePassage, count: int) -> Finding:
    table = passage.table
    name = table.label or "这个表"
    message = (
        f"{name}的栏目没有读懂，其中{count}个数字没有与正文核对；"
        "表头写明指标名称和年份（如“指标 | 2020年 | 2025年目标”）就能核对"
    )
    at = table.caption if table.caption.printed else table.head[0]
    return RULE.finding(at.whole, message)
