"""PF511: an organ that the document is addressed to stands among the copies as well."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.source.place import Span

RULE = Rule(
    code="PF511",
    slug="copied-recipient",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="抄送机关里有主送机关",
    why="主送机关已经收文，不再抄送。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document:
  issuer: 某市人民政府办公室
  recipients: 各县区人民政府，市政府各部门
  copies: 市委各部门，各县区人民政府
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document:
  issuer: 某市人民政府办公室
  recipients: 各县区人民政府，市政府各部门
  copies: 市委各部门，市政协办公室
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)

_NAME = expression(r"[^，,、；;。：:\s]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each organ that stands on both lines."""
    document = subject.plan.document if subject.plan else None
    if document is None or document.recipients is None or document.copies is None:
        return
    addressed = dict(_organs(document.recipients))
    for name, span in _organs(document.copies):
        if name in addressed:
            message = f"“{name}”已经是主送机关，不再抄送，请删去一处"
            yield RULE.finding(span, message, related=((addressed[name], "主送机关"),))


def _organs(text: Text) -> Iterator[tuple[str, Span]]:
    for match in _NAME.finditer(text.printed):
        yield match.group(), text.span(match.start(), match.end())
