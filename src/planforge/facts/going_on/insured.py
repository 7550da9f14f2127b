"""How many of those who can be insured are: 失业保险参保人数3万人，参保率90%."""

from __future__ import annotations

from planforge.facts.heads.left_heads import Head
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Topic
from planforge.patterns import expression

_RATES = ("参保率", "参保覆盖率")
_INSURED = expression("(?P<of>[\u4e00-\u9fff]{2,16}?保险?)参保(?:总?人数|人员)?")


def rate_of_insured(reader: PassageReader, head: Head, plain: str) -> Topic | None:
    """Return the rate of the insurance whose insured were counted right before, None where none were."""
    insured = _INSURED.fullmatch(reader.done[-1].head) if plain in _RATES else None
    if insured is None or reader.done[-1].position.sentence != reader.sentence:
        return None
    return Topic(reader.situation.table.resolve(insured["of"] + _RATES[0]), head.name, head.verbs)
