"""Means over the registered people, other than those over the residents: 按户籍人口计算，人均GDP为50790元."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

_REGISTERED = "户籍"
_BY_REGISTERED = expression("[，,、；;（(]?(?:其中)?(?:按照?|以)(?:全[省市县区])?(?:年[均末]|平均)?户籍总?人口")


def per_registered(reader: PassageReader, around: Around, indicator: str) -> str:
    """Return 户籍人口 where a mean over people, or its growth, is reckoned by them, else "" (residents)."""
    if not indicator.startswith("人均") or _REGISTERED not in reader.words:
        return ""
    if _BY_REGISTERED.match(reader.words, around.figure.end) is not None:
        return _SCOPE  # 人均GDP为50790元（按户籍人口计算）
    told = around.region if _REGISTERED in around.region else reader.clause_before(around.start)
    if _REGISTERED in told:
        return _SCOPE if _BY_REGISTERED.match(told) is not None else ""
    last = reader.done[-1] if reader.done and around.grown is not None else None
    if last is None or last.position.sentence != reader.sentence:
        return ""
    return _SCOPE if last.scope == _SCOPE and last.indicator == indicator else ""


_SCOPE = "户籍人口"
