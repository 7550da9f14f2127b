"""PF455: a sentence without figures that stands twice, word for word or with its words in another order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.prose import Part, Sheet
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF455",
    slug="repeated-sentence",
    severity=Severity.INFO,
    since="0.1.0",
    summary="同一句话写了两遍，或只颠倒了词序",
    why="重复的句子多是粘贴后忘了改；说的是两件事时，读者分不出差别。",
    bad="""\
- text: |
    培育一批国内竞争力较强、国际知名的海洋装备制造龙头企业。
- text: |
    培育一批国内知名、国际竞争力较强的海洋装备制造龙头企业。
""",
    good="""\
- text: |
    培育一批国内竞争力较强、国际知名的海洋装备制造龙头企业。
- text: |
    培育一批带动作用强的生物医药龙头企业。
""",
    needs=Need.PLAN,
)

_SENTENCE = re.compile(r"[^。；！？\n]+")
_WORDS = re.compile(r"[^\d]{22,200}")
_SHOWN = 24


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding at the second of two sentences that have the same characters."""
    sheet = subject.prose.words if subject.plan else None
    if sheet is None:
        return
    first: dict[str, tuple[int, int]] = {}
    for start, end in _sentences(sheet):
        words = sheet.text[start:end]
        letters = "".join(sorted(words))
        if letters in first:
            yield _finding(sheet, first[letters], (start, end))
        else:
            first[letters] = (start, end)


def _sentences(sheet: Sheet) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(sheet.text):
        ended = sheet.text[match.end() : match.end() + 1] in ("。", "；")
        if ended and _WORDS.fullmatch(match.group()) and sheet.stretch(match.start()).part is Part.BODY:
            yield match.span()


def _finding(sheet: Sheet, one: tuple[int, int], two: tuple[int, int]) -> Finding:
    shown = sheet.printed(*two)
    short = (shown[:_SHOWN] + "…" if len(shown) > _SHOWN else shown).translate(str.maketrans("“”", "‘’"))
    what = "与前面一句相同" if sheet.text[slice(*one)] == sheet.text[slice(*two)] else "与前面一句只是词序不同"
    message = f"“{short}”{what}，请核对是否重复"
    return RULE.finding(sheet.span(*two), message, related=((sheet.span(*one), "前面一句"),))
