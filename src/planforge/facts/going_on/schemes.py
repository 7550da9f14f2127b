"""Who is insured where a scheme is tried: 长期护理保险试点城市49个，参保1.08亿人 is 长期护理保险参保."""

from __future__ import annotations

from planforge.facts.heads.left_heads import Head
from planforge.facts.names.trimming import plain_name
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_OF_SCHEME = ("参保", "参保人数", "参保人员", "参保人", "参合", "参合人数")
_TRIED = expression(
    "(?P<of>[\u4e00-\u9fff]*(?:保险|[农社医]保|合作医疗))(?:制度)?(?:试点|统筹|覆盖)[\u4e00-\u9fff]{0,6}"
)


def insured_there(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return who is insured in the scheme that the figure right before counts the places of."""
    last, bare = reader.done[-1] if reader.done else None, plain_name(head.name)
    if last is None or bare not in _OF_SCHEME or last.position.sentence != reader.sentence:
        return None
    tried = _TRIED.fullmatch(last.indicator) if last.quantity.unit.counts else None
    if tried is None or around.figure.unit.kind == "ratio":
        return None
    name = tried["of"] + bare
    return Topic(reader.situation.table.resolve(name), head.name, head.verbs)
