"""PF476: one name in quotation marks written in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

import regex

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF476",
    slug="quoted-name-differs",
    severity=Severity.INFO,
    since="0.1.0",
    summary="引号里的同一名称前后差一两个词",
    why="工程、平台、行动的名称各处应当一样；差一两个词，读者不知道是一件事还是两件事。",
    bad="""\
- text: |
    建成“多网整合的智慧装备ERP云平台”。

    依托“多网融合的智慧装备制造ERP云平台”，服务中小企业。
""",
    good="""\
- text: |
    建成“多网融合的智慧装备制造ERP云平台”。

    依托“多网融合的智慧装备制造ERP云平台”，服务中小企业。
""",
    needs=Need.PLAN,
)

_NAME = regex.compile(r"“(?P<name>[^“”\n。；]{10,40})”")
_ENDS = (2, 3)
"""Characters at the beginning and the end that two spellings share; other ends are other things."""
_ALIKE = 0.85
"""Share of characters in common: one word replaced and one left out of a name of sixteen, no more."""
_MOST = 60
"""Names with the same ends; more of them is a list, and comparing each with each would take long."""
_OTHER_THING = frozenset("省市县区乡镇国一二三四五六七八九十〇0123456789上下前后内外大小新老东南西北、，")


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
    for one, two in _pairs(list(first)):
        odd, model = (one, two) if count[one] < count[two] else (two, one)
        message = f"这里的“{odd}”与别处的“{model}”很像，请核对是否同一名称"
        yield RULE.finding(sheet.span(*first[odd]), message, related=((sheet.span(*first[model]), "别处的写法"),))


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    groups: dict[tuple[str, str], list[str]] = {}
    for name in names:
        groups.setdefault((name[: _ENDS[0]], name[-_ENDS[1] :]), []).append(name)
    for group in groups.values():
        if len(group) <= _MOST:
            yield from ((one, two) for one, two in combinations(group, 2) if _is_same(one, two))


def _is_same(one: str, two: str) -> bool:
    differing = (Counter(one) - Counter(two)) | (Counter(two) - Counter(one))
    return _OTHER_THING.isdisjoint(differing) and SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE
