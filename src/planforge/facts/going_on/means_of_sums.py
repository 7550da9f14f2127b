"""A yearly mean that leaves out what it is of: 完成水利投资28亿元，年均完成投资5.6亿元; 新建公路240公里，年均48公里."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.statement import Flow, Statement
from planforge.facts.topic import Around
from planforge.patterns import expression

_MEAN = expression(
    "[，,、（(]?(?:年均|年平均|平均每年|每年平均)(?:完成|实现|投入|安排|达到?|为|约)*(?P<of>投资|资金|投入)?(?:达到?|为|约|近|超过?)*"
)


def sum_of_bare_mean(reader: PassageReader, around: Around) -> Statement | None:
    """Return the sum right before a yearly mean that has no name, or only the last word of the sum's own."""
    last = reader.done[-1] if reader.done and around.grown is None and "年" in around.region else None
    mean = _MEAN.fullmatch(around.region) if last is not None else None
    if last is None or mean is None or not last.kind.is_amount or last.adds or last.flow is Flow.PER_YEAR:
        return None
    same = last.position.sentence == reader.sentence and last.quantity.unit.comparable(around.figure.unit)
    return last if same and last.indicator.endswith(mean["of"] or "") else None
