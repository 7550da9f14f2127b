"""A share told behind a list of parts: of the whole that they divide, or of the last of them.

装机268万千瓦，其中甲86万千瓦、乙152万千瓦、丙30万千瓦，占全部装机的52.3% tells of what the list makes up together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planforge.facts.statement import Statement
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.sums.division import summed
from planforge.patterns import expression

_LEAST = 2
_JOINED = expression(r"[^，,；;。、\d]{0,3}[、和及与][^，,；;。、\d]{1,16}")
_YEAR_JOINED = expression(r"[^，,；;。、\d]{0,3}[，,、和及与](?:19|20)\d\d年[^，,；;。、\d]{0,8}")
_OF_A_YEAR = expression("年度|全年|当年|本年|上年")


def whole_listed(part: Statement, told: Sequence[Statement]) -> Statement | None:
    """Return the whole that a list ending with a part makes up, None where it leaves some of it out."""
    row = _row(part, told)
    whole = part.parent
    joined = all(_JOINED.fullmatch(words_between(*pair)) for pair in pairwise(row))
    if whole is None or len(row) < _LEAST or not joined or not all(_same_unit(one, whole) for one in row):
        return None
    return whole if summed(one.interval for one in row).meets(whole.interval) else None


def whole_of_years(part: Statement, told: Sequence[Statement], words: str) -> Statement | None:
    """Return the sum whose years a list tells, the part being the last, for a share that `words` lead to.

    累计完成936亿元，其中2021年288亿元、2022年312亿元，占五年目标1600亿元的…: not of the last year.
    A share of a plan for one year is that of the year.
    """
    row, whole = _row(part, told), part.parent
    named = whole is not None and whole.indicator == part.indicator and whole.years != part.years
    joined = all(_YEAR_JOINED.fullmatch(words_between(*pair)) for pair in pairwise(row))
    return whole if named and joined and len(row) >= _LEAST and _OF_A_YEAR.search(words) is None else None


def _row(part: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return the parts of one whole that are told in a sentence up to this one."""
    here = [one for one in told if one.parent is part.parent and one.position == part.position]
    return [one for one in here if one.order <= part.order] if part.parent is not None else []


def _same_unit(one: Statement, whole: Statement) -> bool:
    return one.quantity.unit.comparable(whole.quantity.unit)
