"""PF510: the document is signed by another organ than the one that issues it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF510",
    slug="signature-differs",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="署名与发文机关不一致",
    why="署名用发文机关的全称或规范化简称，与发文机关标志、标题一致；不一致时，不知道文件是谁发的。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document:
  issuer: 某市人民政府办公室
  signature: {by: 某市科学技术局, on: 2021年6月1日}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document:
  issuer: 某市人民政府办公室
  signature: {by: 某市人民政府办公室, on: 2021年6月1日}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding when the signature is neither the issuer's name nor a short form of it."""
    document = subject.plan.document if subject.plan else None
    signed = document.signature.by if document and document.signature else None
    if document is None or signed is None or document.issuer is None:
        return
    if not _is_short_form("".join(signed.printed.split()), "".join(document.issuer.printed.split())):
        message = f"署名应与发文机关“{document.issuer}”一致，实为“{signed}”"
        yield RULE.finding(signed.whole, message, related=((document.issuer.whole, "发文机关"),))


def _is_short_form(short: str, full: str) -> bool:
    """Whether all characters of one name stand, in their order, in the other: 市政府办公室 in 某市人民政府办公室."""
    rest = iter(full)
    return len(short) >= 3 and all(character in rest for character in short)
