"""Whether the parts of a total may hold some of one another, so that their sum says little."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planforge.facts.statement import Statement
from planforge.lint.judging.sums.sorts import exclude_one_another
from planforge.patterns import expression

_IN_CLAUSES = expression(r"[；;]|^[^，,；;、\d]{0,6}[，,](?:[^，,；;、\d]{2,16}|20\d\d年[^，,；;、\d]{0,12})$")
_TITLE = expression("高新技术企业|专精特新|小巨人|单项冠军|瞪羚|独角兽|雏鹰|科技型|规模以上|上市")
"""A firm can bear several of these at once."""


def may_overlap(parts: Sequence[Statement]) -> bool:
    """Whether one part may hold some of another: in clauses of their own (出口…；一般贸易出口…), titles of firms."""
    titles = sum(1 for one in parts if _TITLE.search(one.indicator))
    return titles > 1 or any(_overlap(one, two) for one, two in pairwise(parts))


def _overlap(one: Statement, two: Statement) -> bool:
    between = one.span.file.text[one.span.end : two.span.start]
    return _IN_CLAUSES.search(between) is not None and not exclude_one_another(one, two)


def counts_may_overlap(parts: Sequence[Statement]) -> bool:
    """Whether parts may overlap: 120家企业中，高新技术企业80家、民营企业70家; sums of money listed with 、 do not."""
    if not any(one.quantity.unit.counts for one in parts):
        return may_overlap(parts)
    return not all(exclude_one_another(one, two) for one, two in pairwise(parts))
