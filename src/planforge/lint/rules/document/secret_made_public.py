"""PF515: a document that bears a 密级 and is said to be for everybody."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF515",
    slug="secret-made-public",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="标有密级的文件写了公开发布",
    why="依法确定为国家秘密的信息不予公开（《政府信息公开条例》第十四条）；密级和公开属性必有一个写错了。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document: {issuer: 某市人民政府办公室, security: 秘密★1年, disclosure: 此件公开发布}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document: {issuer: 某市人民政府办公室, security: 秘密★1年, disclosure: 此件不公开}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)

_FOR_EVERYBODY = expression("(?<!不予)(?<!不)(?<!申请)公开")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding at the 公开属性 that lets out what the 密级 keeps."""
    document = subject.plan.document if subject.plan else None
    if document is None or document.security is None or document.disclosure is None:
        return
    if _FOR_EVERYBODY.search("".join(document.disclosure.printed.split())):
        message = (
            f"文件标了密级“{document.security}”，公开属性应为不予公开，实为“{document.disclosure}”；请核对哪一个写错了"
        )
        related = ((document.security.whole, f"密级“{document.security}”"),)
        yield RULE.finding(document.disclosure.whole, message, related=related)
