"""What an account sums up to with transfers and balances brought forward: 收入合计, 支出合计.

None is what was named before it: 一般公共预算收入78亿元，上级补助收入20亿元，收入合计98亿元. Only in the fund of an
insurance all that comes in is its revenue.
"""

from __future__ import annotations

from planforge.facts.heads.left_heads import Head
from planforge.facts.names.indicators import Name
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_SIDES = ("收入", "支出", "收支")
_SUMMED = expression("(?:收入|支出|收支)(?:合计|共计)(?:约|为|达到?|完成)?$")
_OF_THE_YEAR = expression("[当本]年(?:收入|支出|收支)")
"""Without what was brought forward."""
_INSURANCE = expression("保险|医保|社保|公积金")


def sum_of_accounts(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return the sum of the accounts of a budget under a name of its own, None for other heads."""
    if head.name not in _SIDES or around.grown is not None or _SUMMED.search(around.region) is None:
        return None
    if any(_INSURANCE.search(one.indicator) for one in reader.same_sentence(around.figure)):
        return None
    own = _OF_THE_YEAR.search(reader.words, around.start, around.figure.start) is not None
    return Topic(Name(f"{'当年' if own else ''}{head.name}合计"), head.name, head.verbs)
