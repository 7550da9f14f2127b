"""Figures of a paragraph with 其中 between them: the later is a part of the first, but where it is told of anew.

企业达到300家。其中新认定80家，培育企业40家 goes on with the parts; 2022年全市企业280家 in a sentence of its own, which
begins with the year and the name, tells of the whole again.
"""

from __future__ import annotations

from planforge.facts.statement import Statement
from planforge.patterns import expression

_PARTS = "其中"
_SENTENCE_ENDS = "。！？\n"
_TIME = r"(?:截至|截止到?|到)?(?:19|20)\d\d年(?:年?[底末]|全年)?[，,]?"
_AREA = "(?:(?:全[省市盟县區区州旗国縣]|[我本][省市盟县区州旗]|全自治[区州县])(?:的|范围内)?)?"
_BEGINS = expression(rf"\s*{_TIME}{_AREA}(?:共有|共|有|已有|现有|拥有)?")


def divided(one: Statement, two: Statement) -> bool:
    """Whether 其中 stands between two figures of a paragraph, so that the later is a part of what was told before."""
    first, last = sorted((one, two), key=lambda statement: statement.order)
    if first.span.file is not last.span.file:
        return False
    text = first.span.file.text
    parts = text.rfind(_PARTS, first.span.end, last.span.start)
    return parts >= 0 and not _told_anew(text, parts, last)


def _told_anew(text: str, parts: int, last: Statement) -> bool:
    """Whether a sentence behind the one with 其中 begins with a year, the whole area and the name of its figure."""
    begins = max(text.rfind(end, parts, last.span.start) for end in _SENTENCE_ENDS) + 1
    found = _BEGINS.match(text, begins, last.span.start) if begins and last.head else None
    return found is not None and text.startswith(last.head, found.end())
