"""PF411: a quotation mark, a bracket or 《》 without its partner in the paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.text._marks import PAIRS, marks_of
from planforge.lint.sheet import Stretch
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF411",
    slug="unpaired-mark",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="引号、括号或书名号不成对",
    why="引号、书名号和括号左右成对（GB/T 15834-2011 4.8、4.9、4.15）；缺了一边，读者不知引到哪里。",
    bad="""\
- text: |
    推进“十四五“规划实施，落实责任（市科技局。
""",
    good="""\
- text: |
    推进“十四五”规划实施，落实责任（市科技局）。
""",
    needs=Need.PLAN,
)

_DAMAGE = expression(r"[?？][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,7}\)")
"""What is left of a character and its pinyin, bracket included; it swallows marks beside it. PF401 tells."""
_KINDS = {"引号": "“”", "单引号": "‘’", "书名号": "《》", "单书名号": "〈〉", "括号": "（）", "半角括号": "()",
          "六角括号": "〔〕", "方头括号": "【】", "方括号": "[]"}  # fmt: skip
_NAMES = {one: f"{side}{kind}{one}" for kind, pair in _KINDS.items() for side, one in zip("左右", pair, strict=True)}
_AROUND = 6
_NEAR_DAMAGE = 12
_FAR = 40
"""Characters between the marks of a quotation whose end is turned the wrong way, at most."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each mark that stands alone."""
    for stretch, _, alone in marks_of(subject.prose.printed) if subject.plan else ():
        words = stretch.reading.text
        # a long quotation begins every paragraph with a mark and closes in the last one
        if alone and not (alone == [0] and words[0] == "“"):
            yield from _findings(stretch, words, alone)


def _findings(stretch: Stretch, words: str, alone: list[int]) -> Iterator[Finding]:
    told = -1
    for index, at in enumerate(alone):
        if at <= told or _swallowed(words, at):
            continue
        mark = words[at]
        near = words[max(0, at - _AROUND) : at + _AROUND + 1]
        twin = next((other for other in alone[index + 1 : index + _FAR] if words[other] == mark), at + _FAR)
        if mark in "“‘" and twin - at < _FAR and "\n" not in words[at:twin]:
            told = twin
            span = stretch.text.span(twin, twin + 1)
            message = f"这里的引号方向反了，应为{_NAMES[PAIRS[mark]]}，实为{_NAMES[mark]}"
            yield RULE.finding(span, message, key=words[at : twin + 1])
            continue
        other = PAIRS.get(mark) or next(opening for opening, closing in PAIRS.items() if closing == mark)
        message = f"这里的{_NAMES[mark]}没有配对的{_NAMES[other]}，请补上或删去"
        yield RULE.finding(stretch.text.span(at, at + 1), message, key=near)


def _swallowed(words: str, at: int) -> bool:
    """Return whether the partner of a mark may have gone with damaged characters on the side where it is missing."""
    opens = words[at] in PAIRS
    start, end = (at, at + _NEAR_DAMAGE) if opens else (max(0, at - _NEAR_DAMAGE), at + 1)
    return _DAMAGE.search(words, start, end) is not None
