"""Levels that 分别 hands out to what was named before: 甲年均增长a、乙年均增长b，分别达到c、d."""

from __future__ import annotations

from planforge.facts.aims.plan_shares import last_named
from planforge.facts.changes.growth import Kind
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around
from planforge.patterns import expression


def handed_back(reader: PassageReader, around: Around) -> list[Statement]:
    """Return the things named with a change each that 分别 gives levels to: 甲年均增长a、乙年均增长b，分别达到c、d."""
    if around.grown or not reader.done:
        return []
    starts = around.start == reader.clause
    leads = starts and _LEADS.fullmatch(around.region) is not None
    reached = starts and _REACHED.fullmatch(around.region) is not None
    if leads or reached:
        leads, reached = (told and "分别" in reader.clause_before(around.start) for told in (leads, reached))
    if not (leads or reached) and _APART.match(around.region) is None:
        return []
    count = reader.left_in_clause(around.figure)
    named = _named_before(reader, around, count)
    if leads:  # 甲、乙分别由2020年的a、b，增加到2025年的c、d
        began = len(named) == count > 1 and all(one.indicator for one in named)
        return named if began and named[-1].quantity.unit.comparable(around.figure.unit) else []
    changes = all((one.kind.is_change or one.kind is Kind.INCREMENT) and one.indicator for one in named)
    return named if len(named) == count > 1 and (changes or _of_another_year(reader, around, named)) else []


_APART = expression("[，,]?(?:其?(?:总数|总量|数量|规模|累计)(?:已|将)?)?分别")
"""新增甲46家、乙12家，总数分别达到312家、38家."""
_REACHED = expression("[，,]?(?:已|将|均|力争)?(?:达到?|为|至)")
"""甲、乙收入分别增长12%和13%，达到a和b."""
_LEADS = expression("[，,]?(?:分别)?(?:增|提|上升|扩|发展|下降|降|减|缩|压)[^，。；\\d]{0,3}(?:到|至|为)的?")


def _named_before(reader: PassageReader, around: Around, count: int) -> list[Statement]:
    """Return the things named so far in the sentence, or of more than `count` those of the clause right before."""
    same = reader.same_sentence(around.figure)
    begin = reader.clauses.clause_start(max(0, around.start - 2))
    nearest = last_named(one for one in same if one.quantity.start >= begin)
    return nearest if len(nearest) == count else last_named(same)


def _of_another_year(reader: PassageReader, around: Around, named: list[Statement]) -> bool:
    """Whether a time begins the clause: 2015年甲、乙分别达到90%、13.5年；2020年分别达到95%、15年."""
    own = any(around.start <= one.start and one.end <= around.figure.start for one in reader.moments if not one.base)
    alike = named[0].quantity.unit.comparable(around.figure.unit) and not any(one.kind.is_change for one in named)
    return own and alike and all(one.indicator for one in named)
