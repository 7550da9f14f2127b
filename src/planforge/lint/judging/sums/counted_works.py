"""Works listed with what each has, counted behind, and their sum: 甲线68公里、乙线54公里等2条公路，总里程122公里."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planforge.facts.statement import Statement
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.sums.division import Division, can_be_part
from planforge.patterns import expression

_IN_ALL = expression(
    r"[条个项座处家][^，,；;。、\d]{0,10}[，,](?:建设)?(?:总(?:里程|长度?|投资|规模|面积)|合计|共计|全长)"
)
_NEXT = expression(r"[^，,；;。、\d]{1,3}、[^，,；;。、\d]{2,20}")
_LAST = expression(r"[^，,；;。、\d]{1,3}等?")
_MOST = 30


def counted_works(levels: Sequence[Statement]) -> Iterator[Division]:
    """Yield each sum behind a count of works, where just so many are listed before it, each with its own figure."""
    for at in range(3, len(levels)):
        count, total = levels[at - 1], levels[at]
        wanted = int(count.value) if count.quantity.unit.counts and 2 <= count.value <= min(at - 1, _MOST) else 0
        if wanted and count.position == total.position and _IN_ALL.match(words_between(count, total)):
            parts = levels[at - 1 - wanted : at - 1]
            more = levels[at - 2 - wanted] if at - 2 - wanted >= 0 else None
            if _listed(parts, count, total) and not (more and _NEXT.fullmatch(words_between(more, parts[0]))):
                yield Division(total, tuple(parts), complete=True, said=False)


def _listed(parts: Sequence[Statement], count: Statement, total: Statement) -> bool:
    same = all(one.position == total.position and can_be_part(one, total) for one in parts)
    rows = same and all(_NEXT.fullmatch(words_between(one, two)) for one, two in pairwise(parts))
    return bool(rows) and _LAST.fullmatch(words_between(parts[-1], count)) is not None
