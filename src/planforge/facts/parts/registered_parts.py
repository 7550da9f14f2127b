"""Parts of the registered people, which are others than those of the residents: 户籍人口58万人，其中城镇人口31万人."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.heads.left_heads import Head
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Topic
from planforge.patterns import expression

_REGISTERED = "户籍"
_PART = expression("(?:城镇|乡村|农村|农业|非农业)人口")


def of_registered(reader: PassageReader, head: Head, last: Statement) -> Topic | None:
    """Return a part of the people whose registered number, or another part of it, stands right before."""
    if not head.name.endswith("人口") or _PART.fullmatch(head.name) is None:
        return None
    whole = last.parent if last.scope == _REGISTERED else last
    if whole is None or not whole.indicator.startswith(_REGISTERED) or last.position.sentence != reader.sentence:
        return None
    if whole is last and not head.child:
        return None  # 户籍人口58万人，城镇人口31万人
    return Topic(replace(reader.situation.table.resolve(head.name), scope=_REGISTERED), head.name, head.verbs, whole)
