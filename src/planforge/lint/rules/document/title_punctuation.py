"""PF513: a mark between the words of a title, where nothing but 《》, “”, brackets and 、 stands."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF513",
    slug="title-punctuation",
    severity=Severity.INFO,
    since="0.1.0",
    summary="公文标题中用了逗号、句号一类的标点",
    why="公文标题中除法规、规章名称加书名号和必要的引号、括号、顿号外，一般不用标点。",
    bad="""\
planforge: 1
title: 某市加强科技创新，推动产业升级行动计划
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市加强科技创新推动产业升级行动计划
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)

_ENCLOSED = expression("《[^《》]*》|“[^“”]*”|（[^（）]*）")
_MARK = expression("[，。；：！？,;:!?]")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each mark outside of 《》, “” and brackets in the title of the plan and of the notice."""
    plan = subject.plan
    for title in (plan.title, plan.document.title) if plan else ():
        if title is None:
            continue
        open_words = _ENCLOSED.sub(lambda match: " " * len(match.group()), title.printed)
        for match in _MARK.finditer(open_words):
            message = f"公文标题中一般不用“{match.group()}”，请删去，或改写成不用标点的一句话"
            yield RULE.finding(title.span(*match.span()), message, key=title.printed)
