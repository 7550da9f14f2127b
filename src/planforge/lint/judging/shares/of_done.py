"""The share of a whole that is done, told behind both: 老旧小区共312个，已改造186个，占59.6%."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.statement import Statement
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.sums.division import can_be_part
from planforge.patterns import expression

_IN_ALL = expression("共|总")
_DONE = expression(r"[^，,；;。、\d]{1,3}[，,](?:其中)?(?:目前|现)?已[^，,；;。、\d]{1,8}")
_SHARE = expression(r"[^，,；;。、\d]{1,3}[，,]占(?:比|总数|全部)?(?:的|为|达到?)?")


def share_of_done(rate: Statement, told: Sequence[Statement]) -> tuple[Statement, Statement] | None:
    """Return the whole and what of it is done, where both stand right before a share that names no whole."""
    here = [one for one in told if one.position == rate.position]
    if len(here) < 2 or rate.quantity.unit.name != "%":
        return None
    total, part = here[-2:]
    counted = _IN_ALL.search(total.quote.text) is not None and can_be_part(part, total) and part.value < total.value
    stands = _DONE.fullmatch(words_between(total, part)) and _SHARE.fullmatch(words_between(part, rate))
    return (total, part) if counted and stands else None
