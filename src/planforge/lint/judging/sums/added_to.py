"""Totals of budgets: 收入47.2亿元，加上级补助收入38.6亿元、上年结余2.1亿元后，收入总计87.9亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.statement import Statement
from planforge.lint.judging.sums.division import Division, can_be_part, summed
from planforge.patterns import expression

_PLUS = expression("[，,。；;]再?加上?(?![快强大])")
_IN_ALL = expression("后?[，,](?P<what>收入|支出|财力|资金)?(?:总计|合计|总量|共计)(?:为|达到?)?$")
_ENDS = ("计", "量", "为", "达", "到")
"""The words for what is in all end with one of them; those before most figures do not."""
_NOT_ONLY = expression("等|[减扣]|剔除|其中|调出|[。；;]")
_BRACKET = expression("[（(][^（）()]*[）)]")
_FIGURE = expression(r"\d+(?:[,，]\d{3})*(?:\.\d+)?(?!\d*年)")
_FURTHEST = 240


def added_to(levels: Sequence[Statement]) -> Iterator[Division]:
    """Yield what a sum of the passage's levels is made of, where it does not come out for any of them."""
    for at, total in enumerate(levels):
        text = total.span.file.text
        start = max(0, total.span.start - _FURTHEST)
        if not text[start : total.span.start].rstrip().endswith(_ENDS):
            continue
        said = _IN_ALL.search("".join(text[start : total.span.start].split()))
        plus = _last_plus(text, start, total.span.start) if said else None
        if said is not None and plus is not None:
            yield from _sum(total, levels[:at], plus, said["what"] or "")


def _last_plus(text: str, start: int, end: int) -> int | None:
    return max((found.start() for found in _PLUS.finditer(text, start, end)), default=None)


def _sum(total: Statement, before: Sequence[Statement], plus: int, what: str) -> Iterator[Division]:
    here = [one for one in before if one.span.file is total.span.file]
    parts = [one for one in here if one.span.start > plus and one.parent is None and can_be_part(one, total)]
    told = [one for one in here if one.span.start < plus and can_be_part(one, total)]
    told = [one for one in told if one.role.done == total.role.done]  # not the budget: 完成18.6亿元，为预算24亿元的…
    firsts = [one for one in told if one.parent is None and what in one.head and one.years == total.years]
    if not parts or not firsts or not _all_listed(total, plus, len(parts)):
        return
    if any(summed(each.interval for each in (first, *parts)).meets(total.interval) for first in told):
        return
    yield Division(total, (firsts[-1], *parts), complete=True, said=told[-1] is firsts[-1] and len(told) == 1)


def _all_listed(total: Statement, plus: int, count: int) -> bool:
    """Whether between 加上 and the total nothing stands but so many figures."""
    words = _BRACKET.sub("", total.span.file.text[plus + 1 : total.span.start])
    return _NOT_ONLY.search(words) is None and len(_FIGURE.findall(words)) == count
