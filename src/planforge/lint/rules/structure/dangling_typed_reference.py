"""PF121: prose points at a table, 专栏 or figure number that the plan does not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.structure._typed import typed_labels
from planforge.lint.subject import Subject
from planforge.outline.text import SegmentKind
from planforge.patterns import expression
from planforge.plan.chart import Chart
from planforge.plan.model import Box, Chapter, Figure, Plan, Table
from planforge.plan.numerals import chinese

RULE = Rule(
    code="PF121",
    slug="dangling-typed-reference",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="正文手写的“专栏3”“表2”“第七章”在规划里不存在",
    why="编号随增删而变，手写的编号很容易指错；请改用 {专栏:名称}、{表:名称}、{章:名称}，编号自动更新。",
    bad="""\
- text: |
    具体安排见专栏2。
- box: 创新联盟建设工程
  text: |
    依托龙头企业建设创新联盟。
""",
    good="""\
- text: |
    具体安排见{专栏:创新联盟建设工程}。
- box: 创新联盟建设工程
  text: |
    依托龙头企业建设创新联盟。
""",
    needs=Need.PLAN,
)

# “见专栏3”, “如表2所示”, “见第七章”: only with a word that points, since 《…》第七章 or 代表1 are no references
_POINTER = expression(r"(?:(?P<see>见)|如|按照|依据)(?:本规划|本计划)?(?=专栏|[表图第])")
_POINTING = expression("(?:见|如|按照|依据)(?:本规划|本计划)?(?:专栏|[表图第])")
"""The same, begun with plain characters, to which `re` goes at once."""
_THING = expression(
    r"(?P<kind>专栏|表|图)\s*(?P<number>\d+)(?!\s*[-—.\d])|第(?P<chapter>[一二三四五六七八九十]+)(?:章|部分)"
)
_AND = expression("[、和及与]?(?=专栏|[表图第])")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each typed number that nothing bears."""
    plan = subject.plan
    if plan is None:
        return
    passages = list(plan.passages())
    if _POINTING.search("\n".join([passage.text.printed for passage in passages])) is None:
        return  # most plans point at nothing by its number
    counts, numbers, source = _counts(plan), _numbers(plan), plan.from_source
    chapters = {chinese(number) for number in range(1, counts["章"] + 1)}
    for passage in passages:
        for match in _things(passage.text.printed):
            if passage.text.segment_at(match.end() - 1).kind is SegmentKind.REFERENCE:
                continue
            span = passage.text.span(match.start(), match.end())
            if match["kind"] == "图" and not source and not numbers["图"]:
                continue  # its pictures may not have come along
            if match["kind"] and int(match["number"]) not in numbers[match["kind"]]:
                yield RULE.finding(span, _message(span.text, match["kind"], counts[match["kind"]], source=source))
            elif match["chapter"] and match["chapter"] not in chapters:
                yield RULE.finding(span, _message(span.text, "章", counts["章"], source=source))


def _things(words: str) -> Iterator[re.Match[str]]:
    """Yield what is pointed at: 表2 and 专栏3 in 见表2、专栏3; chapters are only seen (见), not followed (按照)."""
    for pointer in _POINTER.finditer(words):
        match = _THING.match(words, pointer.end())
        while match is not None:
            if match["kind"] or pointer["see"]:
                yield match
            joint = _AND.match(words, match.end())
            match = _THING.match(words, joint.end()) if joint else None


def _counts(plan: Plan) -> dict[str, int]:
    words = {Box: "专栏", Table: "表", Figure: "图", Chart: "图", Chapter: "章"}
    found = Counter(words.get(type(block), "") for block in plan.blocks())
    return {word: found[word] for word in words.values()}


def _numbers(plan: Plan) -> dict[str, Collection[int]]:
    """Return the numbers that 专栏, tables and figures bear: computed ones, or those typed in another format."""
    found: dict[str, Collection[int]] = {kind: range(1, count + 1) for kind, count in _counts(plan).items()}
    if not plan.from_source:
        typed = list(typed_labels(plan))
        found |= {kind: {one.number for one in typed if one.style == kind} for kind in {one.style for one in typed}}
    return found


def _message(written: str, kind: str, count: int, *, source: bool) -> str:
    has = f"共有{count}{'' if kind == '章' else '个'}{kind}" if count else f"没有{kind}"
    advice = f"请改用 {{{kind}:名称}}，编号会自动更新" if source else "请核对编号"
    return f"“{''.join(written.split())}”不存在：规划里{has}；{advice}"
