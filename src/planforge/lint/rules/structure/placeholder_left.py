"""PF131: a place the drafter still has to fill (待填, ××)."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Plan, Task

RULE = Rule(
    code="PF131",
    slug="placeholder-left",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="还有待填的内容",
    why="占位的文字不能出现在送出去的稿子里；印发稿有待填内容时是错误，build --final 会拒绝。",
    bad="""\
- text: |
    到2025年，高新技术企业达到【待填】家。
""",
    good="""\
- text: |
    到2025年，高新技术企业达到230家。
""",
    needs=Need.PLAN,
)

PLACEHOLDER = expression(
    r"【待填[^】\n]{0,40}】|【待填】?|待填】?|【待[^】]{1,8}】|（待(?:填|补充|核实|确认)）|[×xX]{2,}(?=家|项|个|人|万|亿|%|年|月|日|号)|TODO|TBD"
)

_SIGN = expression("[待×xXT](?:(?<=[【（]待)|(?<=待)(?=填)|(?<=[×xX])(?=[×xX])|(?<=T)(?=ODO|BD))")
"""What every placeholder has, begun with a class, which is found fast; most paragraphs have none."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each placeholder, an error once the plan is issued."""
    if subject.plan is None:
        return
    severity = Severity.WARNING if subject.plan.is_draft else Severity.ERROR
    for text in _texts(subject.plan):
        words = text.printed
        if _SIGN.search(words) is None:
            continue
        for match in PLACEHOLDER.finditer(words):
            span = text.span(match.start(), match.end())
            yield RULE.finding(span, f"“{match.group()}”还没有填写，请补上", severity=severity)


def _texts(plan: Plan) -> Iterator[Text]:
    yield from plan.document.notice
    for passage in plan.passages():
        yield passage.text
    for table in plan.tables():
        for row in table.table.rows:
            yield from row
    for block in plan.blocks():
        if isinstance(block, Task):
            yield from (text for text in (block.lead, block.duty, block.assist, block.due) if text)
