"""A further measure of what a list was handed figures of right before: 甲、乙产量分别为a、b，损耗率分别降至c、d."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from planforge.facts.lists.lent_names import MEASURE
from planforge.facts.lists.marks import COORDINATION
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around
from planforge.patterns import expression

_BARE = expression("(?!占)[\u4e00-\u9fff]{2,10}")
_TAIL = expression(f"(?:{MEASURE.pattern}|税收收入|从业人员|(?<=.)[\u4e00-\u9fff]{{2,10}}[率比])$")
_GOES_ON = frozenset("，,；;")


def of_same_list(reader: PassageReader, around: Around, measure: str, count: int) -> list[str]:
    """Return the measure of each that as many figures of the clause right before were handed out to by 分别.

    四项收入分别增长a、b、c、d，贡献率分别为…: each income contributes by its whole name.
    """
    if _BARE.fullmatch(measure) is None or COORDINATION.search(measure) is not None:
        return []
    before = reader.same_sentence(around.figure)[-count:]
    if len(before) < count or not _handed_out(reader, around, before):
        return []
    owners = [one.indicator for one in before] if measure == "贡献率" else _owners(before)
    return [owner + measure for owner in owners] if len(set(owners)) == count else []


def _handed_out(reader: PassageReader, around: Around, told: Sequence[Statement]) -> bool:
    """Whether 分别 stands before the first of them, they are all of that clause, and this clause follows it."""
    first, last = told[0].quantity, told[-1].quantity
    begin = reader.clauses.clause_start(first.start)
    alone = reader.clauses.clause_start(last.start) == begin and "分别" in reader.words[begin : first.start]
    return alone and last.end <= around.start and not set(reader.words[last.end : around.start]) - _GOES_ON


def _owners(told: Sequence[Statement]) -> list[str]:
    """Return whose the figures are: what their names do not share, which ends before a measure; else their scopes."""
    names = [one.indicator for one in told]
    if len(set(names)) == 1:
        return [one.scope for one in told] if all(one.scope for one in told) else []
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*(reversed(name) for name in names), strict=False))
    shared = "".join(letters[0] for letters in alike)[::-1]
    tail = _TAIL.search(f"　{shared}")
    owners = [name.removesuffix(tail[0]) for name in names] if tail is not None else []
    return owners if all(owners) else []
