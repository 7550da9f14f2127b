"""Bare lengths that belong to the way told of before: 建成8条高速公路，新增通车里程402公里."""

from __future__ import annotations

from planforge.facts.heads.left_heads import Head
from planforge.facts.names.trimming import plain_name
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_BARE = expression("(?:通车|运营|营运|营业)总?里程|总长度?")
_ENDS = ("里程", "长", "长度")
_WAY = expression("高速公路|高速铁路|高铁|城际铁路|铁路|地铁|轻轨|轨道交通|公路|航道|(?:健身)?步道|雪道|绿道|骑行道")
_LONGEST_PART = 80


def length_of_way(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return a bare length with the way that its part of the sentence told of before, None for other heads.

    地铁1号线建成投运，运营里程43.5公里; 雪道177条、总长度164公里.
    """
    plain = plain_name(head.name)
    if not plain.endswith(_ENDS) or _BARE.fullmatch(plain) is None:
        return None
    begin = max(reader.sentence, around.start - _LONGEST_PART)
    begin = max(begin, reader.words.rfind("；", begin, around.start) + 1)
    named = list(_WAY.finditer(reader.words, begin, around.start))
    return Topic(reader.situation.table.resolve(named[-1][0] + plain), head.name, head.verbs) if named else None
