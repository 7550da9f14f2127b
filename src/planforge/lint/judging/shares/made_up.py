"""Shares that were made to add up to 100: the last digit of one of them is then another than rounding gives.

用水总量5998.2，工业968.4，占16.2%: rounding gives 16.1%, but 15.1, 63.0 and 5.7 beside it need 16.2 to be 100 together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from planforge.facts.figures.interval import Interval
from planforge.lint.judging.shares.share import Share

_LEAST = 3


def made_up(shares: Iterable[Share]) -> frozenset[int]:
    """Return the ids of shares that miss by one in their last digit in a list that is 100 together."""
    lists: dict[tuple[int, int], list[Share]] = defaultdict(list)
    for share in shares:
        lists[id(share.total), share.statement.position.passage].append(share)
    whole = (found for found in lists.values() if len(found) >= _LEAST and _is_whole(found))
    return frozenset(id(share) for found in whole for share in found if _by_one(share))


def _is_whole(shares: list[Share]) -> bool:
    return sum((share.statement.value for share in shares), Fraction(0)) == 100


def _by_one(share: Share) -> bool:
    """Whether a share would fit with another last digit, one more or less."""
    step = Fraction(1, 10**share.statement.quantity.written.decimals)
    low, high = share.stated.low, share.stated.high
    wider = Interval(None if low is None else low - step, None if high is None else high + step)
    return share.derived.meets(wider)
