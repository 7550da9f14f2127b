"""PF512: a 公开属性 that no organ uses."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF512",
    slug="unknown-disclosure",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="公开属性不是规定的说法",
    why="公开属性只有主动公开、依申请公开、不予公开等几种，决定文件能不能上网。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document: {issuer: 某市人民政府办公室, disclosure: 内部使用}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document: {issuer: 某市人民政府办公室, disclosure: 此件公开发布}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)

# 《政府信息公开条例》 and the notes that offices print under a document
_KNOWN = expression(
    r"[（(]?(?:公开(?:方式|属性|类别|选项)[:：])?(?:此件|本件)?"
    r"(?:主动公开|依申请公开|不予公开|不公开|公开发布|全文公开|部分公开|删减后公开|可?公开)[）)]?"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding when the words are none of those."""
    disclosure = subject.plan.document.disclosure if subject.plan else None
    if disclosure is not None and not _KNOWN.fullmatch("".join(disclosure.printed.split())):
        message = f"公开属性应为主动公开、依申请公开、不予公开，或“此件公开发布”一类的说法，实为“{disclosure}”"
        yield RULE.finding(disclosure.whole, message)
