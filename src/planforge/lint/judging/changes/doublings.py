"""How often a base was doubled: the binary logarithm of end over base, for the two rules on 翻N番."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from planforge.facts.relations import Span, log2
from planforge.lint.judging.changes.claim import Claim

NEARLY = Decimal("0.07")
"""Less than this below a whole number of doublings is “nearly” (about 95 % of the way)."""
ALMOST = Decimal("0.152")
"""翻近一番 reaches nine tenths of the doubling, as 近 does of any figure."""
BEYOND = Decimal("0.15")
"""This much beyond it (11 % more) and the wording is too modest."""


def doublings(claim: Claim) -> tuple[Decimal, Span]:
    """Return the stated doublings and the range of those that base and end give."""
    ratio = claim.ratio
    low = log2(ratio.low or Fraction(1, 10**9))
    value = claim.statement.value  # 翻一番半 is 1.5
    stated = Decimal(value.numerator) / value.denominator
    return stated, Span(low, None if ratio.high is None else log2(ratio.high))
