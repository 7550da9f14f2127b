"""Amounts that were named with their share only: 增加值占规模以上工业增加值的比重24.5%，同比增长5.2%."""

from __future__ import annotations

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form
from planforge.facts.heads.left_heads import Head, left_head
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around
from planforge.patterns import expression


def amount_of_share(reader: PassageReader, around: Around, share: Statement) -> Head | None:
    """Return the amount that a share is of, where it is what grows: 增加值占…比重24.5%，同比增长5.2%."""
    if around.grown is None or around.figure.form is not Form.PERCENT or share.kind is not Kind.SHARE:
        return None
    part = _AMOUNT_SHARED.fullmatch(share.indicator)
    grows = _GROWS in reader.words[around.start : around.figure.number_at[0]]
    return left_head(part["of"]) if part is not None and grows else None


_AMOUNT_SHARED = expression(
    "(?P<of>[^占]{2,30}(?:增加值|产值|收入|零售额|销售额|进出口总?额|出口额?|投资|用电量|产量))占[^占]+(?:比重|比例|占比)"
)
_GROWS = "增长"
