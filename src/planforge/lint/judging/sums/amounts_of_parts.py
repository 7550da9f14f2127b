"""What parts cost or hold beside their whole: 项目126个，完成投资158亿元，其中省级项目32个，完成投资86亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.statement import Statement
from planforge.lint.judging.sums.division import Division, can_be_part


def amounts_of_parts(statements: Sequence[Statement]) -> Iterator[Division]:
    """Yield the amounts of what a passage counts as parts (其中), each with the amount of the whole told before it."""
    owners: dict[str, Statement] = {}
    told: dict[tuple[int, str, str], Statement] = {}
    for one in statements:
        if one.parent is not None and one.quantity.unit.counts and one.head:
            owners[one.head] = one.parent
        whole = owners.get(one.scope)
        amount = told.get((one.position.sentence, one.indicator, whole.head)) if whole is not None else None
        if amount is not None and amount.years == one.years and can_be_part(one, amount):
            yield Division(amount, (one,), complete=False, said=False)
        told[one.position.sentence, one.indicator, one.scope] = one
