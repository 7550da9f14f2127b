"""Whether the numbers of paragraphs follow each other (7.3.3-d): level below level, each counted from one.

Told of numbers alone, of which kind and how high: what stands around them is no matter here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from planforge.inspect.layers import LEVEL_KINDS
from planforge.records import record

_RANKS = {kind: rank for rank, kind in enumerate(LEVEL_KINDS)}
_FIRST, _SECOND, _THIRD, _FOURTH = LEVEL_KINDS[2:]
"""The four levels of the standard: 一、, （一）, 1., （1）; above them an office may have 章 and 节."""
_LISTED = (_THIRD, _FOURTH)
"""Numbers that also list things in the text, or tasks through a whole part."""


@record(frozen=True, slots=True)
class Step:
    """A paragraph: its kind of number, "" for none, and how high it is, None where that cannot be read.

    `heads`: whether it is a heading and no sentence, which may be one of a list at any place.
    """

    kind: str
    number: int | None = None
    heads: bool = True


def expected(steps: Sequence[Step]) -> Iterator[str]:
    """Yield for each paragraph what its number should be, "" where it is right or there is none.

    Args:
        steps: the paragraphs of one text from its title on, in order.
    """
    order = _Order()
    parts = list(accumulate(step.kind in LEVEL_KINDS and _RANKS[step.kind] <= _RANKS[_FIRST] for step in steps))
    deep = {part for part, step in zip(parts, steps, strict=True) if step.kind in (_SECOND, _FOURTH)}
    for part, step in zip(parts, steps, strict=True):
        yield order.expected(step, of_two=part not in deep) if step.kind else ""
        order.take(step)


class _Order:
    """The numbers so far: the last of each level that is still open, the last of each at all."""

    def __init__(self) -> None:
        self._open: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._text_since: dict[str, bool] = {}

    def take(self, step: Step) -> None:
        """Enter a paragraph: a number closes the levels below its own."""
        self._text_since = {
            kind: kind != step.kind and (since or not step.kind) for kind, since in self._text_since.items()
        }
        if step.kind and step.number is not None:
            self._open = {kind: last for kind, last in self._open.items() if _RANKS[kind] < _RANKS[step.kind]}
            self._open[step.kind] = self._last[step.kind] = step.number
            self._text_since[step.kind] = False

    def expected(self, step: Step, *, of_two: bool) -> str:
        """Return what a number should be, "" when it is right; `of_two`: there are two levels, 1. below 一、."""
        above = self._above(step.kind)
        listed = step.kind in _LISTED and not step.heads
        second = of_two and (above, step.kind) == (_FIRST, _THIRD)
        if above and _RANKS[step.kind] - _RANKS[above] > 1 and not (listed or second):
            return f"“{above}”的下一层用“{LEVEL_KINDS[_RANKS[above] + 1]}”"
        wanted = self._wanted(step.kind)
        if step.number is None or step.number in wanted:
            return ""
        return f"第 {max(wanted)} 个" + ("（或从 1 起）" if len(wanted) > 1 else "")

    def _above(self, kind: str) -> str:
        """Return which of the four levels a paragraph stands below, "" for none."""
        higher = [one for one in self._open if _RANKS[_FIRST] <= _RANKS[one] < _RANKS[kind]]
        return max(higher, key=_RANKS.__getitem__, default="")

    def _wanted(self, kind: str) -> set[int]:
        if kind in self._open:
            again = kind == LEVEL_KINDS[0] or (kind in _LISTED and self._text_since[kind])
            return {self._open[kind] + 1} | ({1} if again else set())
        through = kind in _LISTED or not self._above(kind)
        return {1} | ({self._last[kind] + 1} if through and kind in self._last else set())
