"""One change of all that 分别 handed levels out to right before: 甲、乙分别达到70亿元和5亿元，均增长12%."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic, name_of
from planforge.patterns import expression

_ALL = expression("[，,]?(?:同比|同步)?[均都](?:同比|约|比上年|较上年)?")
_FEWEST = 2


def of_all_alike(reader: PassageReader, around: Around) -> list[Topic]:
    """Return a topic for each of them where 均 or 都 alone begins the clause of a change; else none."""
    if around.grown is None or not reader.done or _ALL.fullmatch(around.region) is None:
        return []
    told = _handed_out(reader, around)
    names = {(one.scope, one.tier, one.indicator) for one in told}
    return [Topic(name_of(one), one.head, inherited=True) for one in told] if len(names) == len(told) >= _FEWEST else []


def _handed_out(reader: PassageReader, around: Around) -> list[Statement]:
    """Return the levels of the clause right before, where 分别 stands before the first of them."""
    last = reader.done[-1].quantity
    begin = reader.clauses.clause_start(last.start)
    told = [one for one in reader.same_sentence(around.figure) if one.quantity.start >= begin]
    levels = all(one.kind.is_amount and one.indicator for one in told)
    given = bool(told) and "分别" in reader.words[begin : told[0].quantity.start]
    follows = not reader.words[last.end : around.start].strip("，, ")
    return told if levels and given and follows else []
