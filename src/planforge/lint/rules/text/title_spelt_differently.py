"""PF468: two 《》 names that differ in a character or two: one of them is misspelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import regex

from planforge.lint.finding import Finding, Severity
from planforge.lint.packs.near import is_slip
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF468",
    slug="title-spelt-differently",
    severity=Severity.INFO,
    since="0.1.0",
    summary="同一文件的名称前后差一两个字",
    why="书名号里的名称要与原文一致；前后不一，读者会以为是两个文件。",
    bad="""\
- text: |
    落实《某市促进科技成果转移转化行动方案》。
- text: |
    依据《某市促进科技成果转化转化行动方案》安排资金。
""",
    good="""\
- text: |
    落实《某市促进科技成果转移转化行动方案》。
- text: |
    依据《某市促进科技成果转移转化行动方案》安排资金。
""",
    needs=Need.PLAN,
)

_NAME = regex.compile(r"《(?P<name>[^《》\n]{10,80})》")
_SAME_ENDS = 3
"""Characters at both ends that two spellings of one name share; other ends are other places or other kinds."""
_MOST_ALIKE = 60
"""Names with the same ends; more of them is a list, and comparing each with each would take long."""
_OTHER_THING = frozenset("省市县区乡镇国一二三四五六七八九十〇0123456789上下前后内外大小新老东南西北")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding at the rarer spelling of each pair, the later one when both are as frequent."""
    sheet = subject.prose.words if subject.plan else None
    if sheet is None:
        return
    first: dict[str, tuple[int, int]] = {}
    count: Counter[str] = Counter()
    for match in sheet.matches(_NAME):
        first.setdefault(match["name"], match.span("name"))
        count[match["name"]] += 1
    for one, two in _alike(list(first)):
        odd, model = (one, two) if count[one] < count[two] else (two, one)
        message = f"《{odd}》与别处的《{model}》只差一两个字，请核对是否同一文件"
        yield RULE.finding(sheet.span(*first[odd]), message, related=((sheet.span(*first[model]), "别处的写法"),))


def _alike(names: list[str]) -> Iterator[tuple[str, str]]:
    groups: dict[tuple[str, str], list[str]] = {}
    for name in names:
        groups.setdefault((name[:_SAME_ENDS], name[-_SAME_ENDS:]), []).append(name)
    for group in groups.values():
        if len(group) <= _MOST_ALIKE:
            yield from ((one, two) for one, two in combinations(group, 2) if _is_same(one, two))


def _is_same(one: str, two: str) -> bool:
    differing = (Counter(one) - Counter(two)) | (Counter(two) - Counter(one))
    return _OTHER_THING.isdisjoint(differing) and is_slip(one, two, 2) and is_slip(two, one, 2)
