"""What of a whole is done, going on and left: 老旧小区共312个，已改造186个，尚有126个待改造."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planforge.facts.statement import Statement
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.sums.division import Division, can_be_part
from planforge.patterns import expression

_DONE = expression(
    "[，,；;、：:]?(?:目前|现|其中)?[，,：:]?(?:已经?|全面|按期|提前)(?:全部)?(?!上|下)[^，。；、\\d]{0,8}"
)
_GOES_ON = expression("[，,；;、]?(?:目前|现|其余)?(?:正在?|有序|在建|加快)[^，。；、\\d]{0,8}")
_PREPARED = expression(
    "[，,；;、]?(?:目前|现|其余)?(?:正在|处于)?(?:开展|推进|进行)?(?:前期(?:工作|准备|阶段)?|待建|拟开工)"
)
"""Of what is neither done nor going on; 另开展前期工作 is of more than the whole."""
_LEFT = expression("[，,；;、]?(?:目前|现)?(?:尚有|还有|尚余|仍有|剩余|其余|尚未|未)[^，。；、\\d]{0,8}")
_MOST_STATES = 4
_NEXT_TO = 16
"""Characters between a whole and what is done of it."""


def done_and_left(levels: Sequence[Statement]) -> Iterator[Division]:
    """Yield what is divided so, of the levels of a passage in their order, and what is told beside each of it."""
    beside = {id(one): two for one, two in pairwise(levels) if _beside(one, two)}
    companions = {id(two) for two in beside.values()}
    counted = [one for one in levels if id(one) not in companions] if companions else levels
    for at, total in enumerate(counted):
        parts = _states(counted[at + 1 : at + 1 + _MOST_STATES], total)
        if len(parts) > 1:
            complete = _LEFT.match(parts[-1].quote.text) is not None
            yield Division(total, tuple(parts), complete=complete, said=False)
            second = [beside[id(one)] for one in (total, *parts) if id(one) in beside]
            if len(second) == len(parts) + 1 and all(can_be_part(one, second[0]) for one in second[1:]):
                yield Division(second[0], tuple(second[1:]), complete=complete, said=False)


def _beside(one: Statement, two: Statement) -> bool:
    """Whether a figure is another measure of the one right before it: 1126户3648人."""
    same = one.position == two.position and not one.quantity.unit.comparable(two.quantity.unit)
    return same and words_between(one, two) == one.quantity.scale + one.quantity.raw_unit


def _states(levels: Sequence[Statement], total: Statement) -> list[Statement]:
    """Return the figures right behind a whole that say how far each part of it is, in that order."""
    found: list[Statement] = []
    wanted = [_DONE, _GOES_ON, _PREPARED, _LEFT]
    for one in levels:
        if one.position != total.position or (not found and one.quote.start - total.span.end > _NEXT_TO):
            break
        if one.parent not in (None, total) or not can_be_part(one, total):
            break
        state = next((at for at, words in enumerate(wanted) if words.match(one.quote.text)), None)
        if state is None or (not found and state > 0):
            break
        if wanted[state] is _PREPARED and sum(each.value for each in found) == total.value:
            break
        found.append(one)
        wanted = wanted[state + 1 :]
    return found
