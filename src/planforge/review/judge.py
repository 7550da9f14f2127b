"""Is a target stronger or weaker than before? It is what the figure promises at least that counts.

Where more is better, a target promises its lower end (230以上 and 230 promise 230, 超过230 a little more, 约230 a
little less); where less is better (能耗, 排放), its upper end.
"""

from __future__ import annotations

from fractions import Fraction

from planforge.facts.figures.interval import Interval
from planforge.review.change import Judgement

_Bound = tuple[Fraction, int]


def judged(old: Interval, new: Interval, *, less_is_better: bool) -> Judgement:
    """Return what replacing `old` by `new` does to the target."""
    before, after = (_promise(interval, less_is_better) for interval in (old, new))
    if before is None or after is None:
        return _unbounded(before, after)
    if before == after:
        return Judgement.EQUAL
    better = after < before if less_is_better else after > before
    return Judgement.STRONGER if better else Judgement.WEAKER


def _promise(interval: Interval, less_is_better: bool) -> _Bound | None:
    """Return the end that is promised; an open end promises a little more than its number."""
    if less_is_better:
        return None if interval.high is None else (interval.high, -int(interval.high_open))
    return None if interval.low is None else (interval.low, int(interval.low_open))


def _unbounded(before: _Bound | None, after: _Bound | None) -> Judgement:
    """A figure that promises nothing in the good direction (at most, where more is better) is the weakest."""
    if before is None and after is None:
        return Judgement.EQUAL
    return Judgement.WEAKER if after is None else Judgement.STRONGER
