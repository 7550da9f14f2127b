"""PF423: the mark behind a number that begins a paragraph: 一、 （一） 1. and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.lint.finding import Finding, Fix, Safety, Severity
from planforge.lint.packs.checking import MANY, SHOWN
from planforge.lint.rule import Need, Rule, replacement
from planforge.lint.sheet import Part, Stretch
from planforge.lint.subject import Subject
from planforge.patterns import expression
from planforge.source.place import Span

RULE = Rule(
    code="PF423",
    slug="ordinal-mark",
    severity=Severity.INFO,
    since="0.1.0",
    summary="段首序号或破折号的写法不对",
    why="汉字序号后用顿号，括号用全角、其后不用标点，阿拉伯数字后用下脚点，破折号写作“——”（GB/T 15834-2011 附录B.3）。",
    bad="""\
- text: |
    （一）、加强组织领导，落实责任。
""",
    good="""\
- text: |
    （一）加强组织领导，落实责任。
""",
    needs=Need.PLAN,
)

_NUMBER = expression(
    r"[#*\s　]*(?P<all>(?P<han>[一二三四五六七八九十]{1,3})(?P<wrong>[.．,，:：])(?=[\u4e00-\u9fff“])"
    r"|(?P<bracket>[（(](?P<inner>[一二三四五六七八九十]{1,3}|\d{1,2})[）)])(?P<after>[、，。.．：])"
    r"|(?P<narrow>\((?P<within>[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|（(?P<half>[一二三四五六七八九十]{1,3}|\d{1,2})\))"
    r"|(?P<dash>--|－－|––|──|―――?)(?=[ 　]?[\u4e00-\u9fff“])"
    r"|(?P<digits>\d{1,2})(?P<comma>[、，])(?=[\u4e00-\u9fff“]))"
)
_OTHER = expression(r"[^#*\s　\-－–─―（）()一二三四五六七八九十\d、，,.．：:]")
_Wrong = tuple[Span, str, str]
"""Where a number stands, what it is and what it should be."""
_LONGEST = 13
"""Characters that a number and the mark behind it take at most."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each number with another mark behind it."""
    if subject.plan is None:
        return
    wrong: list[_Wrong] = []
    for stretch in subject.prose.printed.stretches:
        # the numbers of a plan's own headings are made by the program; typed ones are for PF106
        if stretch.part in (Part.CELL, Part.ELEMENT) or (subject.plan.from_source and stretch.part is Part.HEADING):
            continue
        start, match = _number(stretch, from_source=subject.plan.from_source)
        if match is not None and not _told_elsewhere(stretch, match):
            span = stretch.text.file.span(start + match.start("all"), start + match.end("all"))
            wrong.append((span, match["all"], _right(match)))
    if len(wrong) > MANY:
        yield _gathered(wrong)
    else:
        for span, found, right in wrong:
            fix = replacement(span, right) if span.text == found else None
            yield RULE.finding(span, f"段首应写作“{right}”，实为“{found}”", fix=fix)


def _gathered(wrong: list[_Wrong]) -> Finding:
    (first, found, right), *others = wrong
    splices = tuple((span.file, span.start, span.end, right) for span, found, right in wrong if span.text == found)
    related = tuple((span, f"“{found}”") for span, found, _ in others[:SHOWN])
    message = f"段首应写作“{right}”，实为“{found}”（全文共{len(wrong)}处）"
    fix = Fix(f"改正{len(splices)}处", Safety.SAFE, splices) if splices else None
    return RULE.finding(first, message, related=related, fix=fix)


def _told_elsewhere(stretch: Stretch, match: re.Match[str]) -> bool:
    """Return whether it is a part of the words, where PF418 tells of dashes and PF414 of Chinese in brackets."""
    others = match["dash"] or (match["narrow"] and not match["narrow"][1:-1].isdecimal())
    return bool(others) and stretch.text.printed.startswith(match["all"])


def _number(stretch: Stretch, *, from_source: bool) -> tuple[int, re.Match[str] | None]:
    """Return the number that a paragraph begins with, and where its positions are counted from in the file."""
    file, start = stretch.text.file, stretch.text.whole.start
    if from_source:
        return start, _NUMBER.match(stretch.text.printed[:_LONGEST])
    # reading has taken the number away: it stands before the words on their line
    line = file.text.rfind("\n", 0, start) + 1
    end = file.text.find("\n", start, start + _LONGEST)
    match = _NUMBER.match(file.text, line, end if end >= 0 else start + _LONGEST)
    # other words before these: the paragraph began further left
    return 0, None if match is None or _OTHER.search(file.text, line, start) else match


def _right(match: re.Match[str]) -> str:
    if match["han"]:
        return f"{match['han']}、"
    if match["dash"]:
        return "——"
    inner = match["inner"] or match["within"] or match["half"]
    return f"（{inner}）" if inner else f"{match['digits']}."
