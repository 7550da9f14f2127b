"""What numbered works bring each, told under their names: 1．甲治理工程。新建设施64座 / 2．乙治理工程。新建设施26座.

Together they are what the plan brings, so that none contradicts another or the plan's own figure; rows of one list
contradict that still (`rows_of_lists`).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from planforge.facts.statement import Flow, Source, Statement
from planforge.patterns import expression

_WORK = expression("[\u4e00-\u9fff、（）]{2,24}?(?:工程|项目|行动)[。：:]?")
_IN_ALL = expression(r"\s*(?:以上|上述)|[^，。；\n]{0,12}(?:合计|共计|总计|累计)")
_LEAST = 2


def without_shares_of_works(statements: Sequence[Statement]) -> Sequence[Statement]:
    """Return the figures of one topic without those that several works share, where their figures differ."""
    shares = [(one, work) for one in statements if (work := _work(one))]
    figures: dict[str, set[Fraction]] = {}
    for one, work in shares:
        figures.setdefault(work, set()).add(one.value)
    apart = len(figures) >= _LEAST and len(set.union(*figures.values())) >= _LEAST
    known = {id(one) for one, _ in shares} if apart else set()
    return [one for one in statements if id(one) not in known]


def _work(one: Statement) -> str:
    """Return the work under whose name something done is told, else "": run in before its paragraph."""
    headings = one.context.headings if one.context is not None and one.source is not Source.TABLE else ()
    if one.flow is not Flow.FLOW or not headings or not headings[-1].endswith(("。", "：", ":")):
        return ""
    named = _WORK.fullmatch(headings[-1]) is not None and not _sums_up(one)
    return headings[-1] if named else ""


def _sums_up(one: Statement) -> bool:
    """Whether its line says that it adds the works up: 以上四项工程合计…."""
    text = one.span.file.text
    return _IN_ALL.match(text, text.rfind("\n", 0, one.span.start) + 1) is not None
