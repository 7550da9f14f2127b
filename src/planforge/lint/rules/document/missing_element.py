"""PF504: a document element that an issued plan needs is not there."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.plan.model import DocumentElements

RULE = Rule(
    code="PF504",
    slug="missing-document-element",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="印发稿缺少发文要素",
    why="印发稿要打印红头、通知和版记；缺少的要素会空着，程序不会替您编造。",
    bad="""\
planforge: 1
title: 某市科技创新规划
stage: 印发稿
document:
  issuer: 某市人民政府办公室
  number: 某政办发〔2023〕5号
  recipients: 各县、区人民政府
  notice: |
    现印发给你们，请认真贯彻执行。
  printed: {by: 某市人民政府办公室, on: 2023年2月14日}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
stage: 印发稿
document:
  issuer: 某市人民政府办公室
  number: 某政办发〔2023〕5号
  recipients: 各县、区人民政府
  notice: |
    现印发给你们，请认真贯彻执行。
  signature: {by: 某市人民政府办公室, on: 2023年2月10日}
  printed: {by: 某市人民政府办公室, on: 2023年2月14日}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding that names everything an issued plan still lacks."""
    plan = subject.plan
    if plan is None or not plan.is_issued or plan.title is None:
        return
    missing = [name for name, there in _elements(plan.document) if not there]
    if missing:
        yield RULE.finding(
            plan.title.whole, f"印发稿缺少{'、'.join(missing)}，请在 document 里补上", key="、".join(missing)
        )


def _elements(document: DocumentElements) -> Iterator[tuple[str, bool]]:
    yield "发文机关（issuer）", document.issuer is not None
    yield "发文字号（number）", document.number is not None
    yield "主送机关（recipients）", document.recipients is not None
    yield "通知正文（notice）", bool(document.notice)
    yield "署名（signature.by）", bool(document.signature and document.signature.by)
    yield "成文日期（signature.on）", bool(document.signature and document.signature.on)
    yield "印发机关（printed.by）", bool(document.printed and document.printed.by)
    yield "印发日期（printed.on）", bool(document.printed and document.printed.on)
