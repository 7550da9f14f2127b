"""What of a whole is done, going on and left: 老旧小区共312个，已改造186个，尚有126个待改造."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.statement import Statement
from planforge.lint.judging.sums.division import Division, can_be_part
from planforge.patterns import expression

_DONE = expression(
    "[，,；;、：:]?(?:目前|现|其中)?[，,：:]?(?:已经?|全面|按期|提前)(?:全部)?(?!上|下)[^，。；、\\d]{0,8}"
)
_GOES_ON = expression("[，,；;、]?(?:目前|现|其余)?(?:正在?|有序|在建|加快)[^，。；、\\d]{0,8}")
_LEFT = expression("[，,；;、]?(?:目前|现)?(?:尚有|还有|尚余|仍有|剩余|其余|尚未|未)[^，。；、\\d]{0,8}")
_NEXT_TO = 16
"""Characters between a whole and what is done of it."""


def done_and_left(levels: Sequence[Statement]) -> Iterator[Division]:
    """Yield what is divided so, of the levels of a passage in their order."""
    for at, total in enumerate(levels):
        parts = _states(levels[at + 1 : at + 4], total)
        if len(parts) > 1:
            yield Division(total, tuple(parts), complete=_LEFT.match(parts[-1].quote.text) is not None, said=False)


def _states(levels: Sequence[Statement], total: Statement) -> list[Statement]:
    """Return the figures right behind a whole that say how far each part of it is, in that order."""
    found: list[Statement] = []
    wanted = [_DONE, _GOES_ON, _LEFT]
    for one in levels:
        if one.position != total.position or (not found and one.quote.start - total.span.end > _NEXT_TO):
            break
        if one.parent not in (None, total) or not can_be_part(one, total):
            break
        state = next((at for at, words in enumerate(wanted) if words.match(one.quote.text)), None)
        if state is None or (not found and state > 0):
            break
        found.append(one)
        wanted = wanted[state + 1 :]
    return found
