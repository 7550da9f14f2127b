"""PF455: a sentence without figures that stands twice, word for word or with its words in another order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.sheet import Part, Sheet
from planforge.lint.subject import Subject
from planforge.patterns import expression

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

_SENTENCE = expression(r"(?P<words>[^。；！？\n0-9]++)[。；]|[^。；！？\n]++")
"""A sentence; one with a figure, or without an end, has no words that could be repeated by mistake."""
_SHORTEST, _LONGEST = 22, 200
_SHOWN = 24
_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within those of the message."""
_RELATED = 8
"""Further places that a finding names."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding at the second of the sentences that have the same characters; the others are related."""
    sheet = subject.prose.words if subject.plan else None
    if sheet is None:
        return
    yield from (_finding(sheet, places, equal=equal) for places, equal in _alike(sheet))


def _alike(sheet: Sheet) -> Iterator[tuple[list[tuple[int, int]], bool]]:
    """Yield the places of sentences with the same characters in their order, and whether all are word for word one."""
    places: dict[str, list[tuple[int, int]]] = {}
    for start, end in _sentences(sheet):
        places.setdefault(sheet.text[start:end], []).append((start, end))
    groups: dict[tuple[int, ...], list[str]] = {}
    for words in places:
        groups.setdefault(_measures(words), []).append(words)
    for group in groups.values():
        # most sentences are the only ones with their measures
        for same in _same(group) if len(group) > 1 else (group,):
            if len(same) > 1 or len(places[same[0]]) > 1:
                yield sorted(place for words in same for place in places[words]), len(same) == 1


def _measures(words: str) -> tuple[int, ...]:
    """Return what is quick to have and the same for the same characters in any order; few sentences share all of it."""
    count = words.count
    return (len(words), count("的"), count("，"), count("、"), count("和"), count("发"), count("业"))


def _same(sentences: list[str]) -> Iterable[list[str]]:
    groups: dict[str, list[str]] = {}
    for words in sentences:
        groups.setdefault("".join(sorted(words)), []).append(words)
    return groups.values()


def _sentences(sheet: Sheet) -> Iterator[tuple[int, int]]:
    behind = -1
    for match in _SENTENCE.finditer(sheet.text):
        start, end = match.span("words")
        if not _SHORTEST <= end - start <= _LONGEST:
            continue
        if start >= behind:  # sentences come in their order, often many of one paragraph
            stretch = sheet.stretch(start)
            behind = stretch.end
        if stretch.part is Part.BODY:
            yield start, end


def _finding(sheet: Sheet, places: list[tuple[int, int]], *, equal: bool) -> Finding:
    one, two, *others = places
    shown = sheet.printed(*two)
    short = (shown[:_SHOWN] + "…" if len(shown) > _SHOWN else shown).translate(_INNER)
    message = f"“{short}”与前面一句{'相同' if equal else '只是词序不同'}，请核对是否重复"
    if others:
        message += f"（全文共{len(places)}处）"
    related = tuple((sheet.span(*place), "同样的一句") for place in (one, *others[:_RELATED]))
    return RULE.finding(sheet.span(*two), message, related=related)
