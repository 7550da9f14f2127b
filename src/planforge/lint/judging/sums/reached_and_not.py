"""What of a whole has reached something, and what has not: 堤防298公里，其中达标堤防206公里，仍有92公里堤防未达标.

`done_and_left` knows parts told as done (已改造186个); here the words behind 未 say of which part the rest is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.statement import Statement
from planforge.lint.judging.sums.division import Division, can_be_part
from planforge.patterns import expression

_LEFT = expression("[，,；;、]?(?:目前|现)?(?:仍有|还有|尚有|还剩|剩余|其余)")
_NOT = expression("(?P<of>[^未]{1,8})未(?:能|全部|全面|得到|实现|完成|建成|纳入|开展|进行)*(?P<reached>[^未]{2,12})")
_DONE = expression("[，,；;、：:]?(?:目前|现|其中)?[，,：:]?已")


def reached_and_not(levels: Sequence[Statement]) -> Iterator[Division]:
    """Yield what is divided so, of the levels of a passage in their order."""
    for at, left in enumerate(levels):
        found = _NOT.fullmatch(left.head) if "未" in left.head and _LEFT.match(left.quote.text) else None
        if found is None:
            continue
        two = levels[at - 2 : at] if at > 1 else ()  # between others nobody can tell what the rest is of
        part = next((one for one in two if found["reached"] in one.head and "未" not in one.head), None)
        if part is None or _DONE.match(part.quote.text) is not None:
            continue  # 已达标206公里 is told to be done
        total = next(one for one in two if one is not part)
        if found["of"] in total.head and _divides(total, part, left):
            yield Division(total, (part, left), complete=True, said=False)


def _divides(total: Statement, part: Statement, left: Statement) -> bool:
    fits = can_be_part(part, total) and can_be_part(left, total) and part.years == total.years
    return fits and part.head != total.head and total.value > max(part.value, left.value)
