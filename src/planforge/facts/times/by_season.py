"""A sentence that tells parts of a year only goes on with the one before: …增长6.8%。分季度看，一季度增长4.6%."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.times.seasons import without_season
from planforge.facts.topic import Around
from planforge.patterns import expression

_LONGEST = 40


def told_by_season(reader: PassageReader, around: Around) -> Statement | None:
    """Return what the sentence before is of, where a figure has only a part of a year before it.

    Of several indicators in that sentence it may be any.
    """
    sentence = reader.sentence
    if not sentence or around.figure.start - sentence > _LONGEST:
        return None
    if _ONLY_SEASON.fullmatch(reader.words[sentence : around.figure.start]) is None:
        return None
    before = reader.clauses.sentence_start(sentence - 1)
    told = [one for one in reader.done if one.position.sentence == before]
    alike = [one for one in told if _alike(one, around)]
    named = {(one.indicator, one.tier, without_season(one.scope)) for one in told}
    return alike[0] if alike and len(named) == 1 else None


def _alike(one: Statement, around: Around) -> bool:
    changes = one.kind.is_change or one.adds
    unit = one.quantity.unit.comparable(around.figure.unit)
    return bool(one.indicator) and unit and changes == (around.grown is not None)


_ONLY_SEASON = expression(
    "(?:其中[，,：:])?(?:[^，。；：\\d]{1,10}看[，,：:])?(?:20\\d\\d年)?"
    "(?:[前第]?[一二三四]季度|[上下]半年|(?:\\d{1,2}[-—－~～至])?\\d{1,2}月份?)[，,]?"
    "(?:全[市省县区])?(?:同比|分别|累计|已|实现|完成|达到?|为|增长|下降|增加|减少)*"
)
