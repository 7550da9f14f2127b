"""Pairs that leave nothing out: 其中新建61个、续建77个, 其中夏粮62.1万吨、秋粮124.2万吨."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from planforge.facts.statement import Statement
from planforge.facts.writing.words import table
from planforge.lint.judging.sums.division import Division, can_be_part
from planforge.patterns import expression

_LEAST_COVERED = 0.6
_OF_WHICH = "其中"
_IN_BRACKET = expression(r"\d[^\d（(]*[（(][^）)]*$")
"""Behind another figure, whose parts the bracket tells: 转贷债券12亿元，其中新增9亿元（一般1亿元、专项8亿元）."""


def complements(levels: Sequence[Statement]) -> Iterator[Division]:
    """Yield what is divided into such a pair, of the levels of a passage in their order."""
    stated = [one for one in levels if not one.adds]
    for at, (one, two) in enumerate(pairwise(stated)):
        same = one.position == two.position and one.quantity.unit.comparable(two.quantity.unit)
        if same and (name := _named(two)) and (_named(one), name) in _pairs("complements"):
            total = _whole(stated[:at], one)
            both = one.value + two.value
            least = 1 if (_named(one), _named(two)) in _pairs("complements_with_third") else _LEAST_COVERED
            if total is not None and both >= total.value * least:
                yield Division(total, (one, two), complete=True, said=False)


@cache
def _pairs(group: str) -> frozenset[tuple[str, str]]:
    return frozenset(pair for one, two in table("partitions")[group] for pair in ((one, two), (two, one)))


@cache
def _opening() -> re.Pattern[str]:
    words = sorted({word for pair in _pairs("complements") for word in pair}, key=len, reverse=True)
    return expression(rf"[、，,；;：:]?(?:其中)?[，,：:]?(?P<word>{'|'.join(words)})")


def _named(one: Statement) -> str:
    found = _opening().match(one.quote.text)
    return found["word"] if found else ""


def _whole(before: Sequence[Statement], part: Statement) -> Statement | None:
    """Return the one figure before 其中 that a part can be of: in its sentence, or else in the one before."""
    fitting = [one for one in before if one.parent is None and can_be_part(part, one)]
    last = max((one.position.sentence for one in fitting), default=0)
    near = [one for one in fitting if one.position.sentence == last]
    if len(near) != 1 or last < max((one.position.sentence for one in before), default=0):
        return None
    between = part.span.file.text[near[0].span.end : part.span.start]
    return near[0] if _OF_WHICH in between and _IN_BRACKET.search(between) is None else None
