"""Rates that are named after the second of two counts told right before: 受理1803件，结案894件，结案率49.58%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.statement import Statement
from planforge.lint.judging.changes.claim import operand
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.sums.division import left_bracket
from planforge.patterns import expression

_BRACKET = expression("[（(][^（）()]*[）)]")
_NAME = expression("(?P<deed>[^，,；;。、的]{2,4})率$")
_REACH = expression("^(?P<deed>[^，,；;。、的]{4,12}?)(?:覆盖|普及)率$")
_BEGUN = "开展|实施|实现|完成|建有|配备|通过"
"""企业1280家，开展数字化转型的486家，数字化转型覆盖率38%."""
_UNIT = r"[^，,；;。、\d]{1,3}"
_COUNTED = r"[^，,；;。、\d]{1,8}"
"""The unit of a total and what it counts, where that stands behind it: 242个行政村."""
_STILL = r"(?:尚有|尚余|还有|仍有|剩余|其余)\d[^，,；;。、]{1,14}"
_LEFT = expression(r"^[，,、]?(?:尚有|尚余|还有|仍有|剩余|其余)\d")
_TOTAL_AND_PART = 2
_NOT_ALL = expression("新收|新受理|新增|新立|计划|目标|任务")
"""结案率 is of old and new cases together, 录取率 not of how many were planned."""
_ALL = 100


def rate_of_counts(rate: Statement, told: Sequence[Statement]) -> tuple[Statement, Statement] | None:
    """Return total and part of a rate below 100%, where both stand right before it and nothing else gives the rate.

    办结率100% may be said of what was due, and 结案率 may be of cases of the year before, too.
    """
    named = _REACH.search(rate.head) or _NAME.search(rate.head)
    here = [one for one in told if one.position.sentence == rate.position.sentence and not left_bracket(one, rate)]
    if len(here) > _TOTAL_AND_PART and _LEFT.match(here[-1].quote.text) is not None:
        here = here[:-1]
    if named is None or len(here) < _TOTAL_AND_PART or rate.value >= _ALL:
        return None
    total, part = here[-2:]
    if not _are_counts(total, part) or not _stand_so(total, part, rate, named["deed"]):
        return None
    return None if _otherwise(rate.interval, part, total, told) else (total, part)


def _are_counts(total: Statement, part: Statement) -> bool:
    counts = all(one.quantity.written.exact or one.quantity.unit.kind == "money" for one in (total, part))
    counts = counts and part.kind is Kind.LEVEL and total.kind.is_amount
    same = total.span.file is part.span.file and total.quantity.unit.comparable(part.quantity.unit)
    years = [one.years and one.years.last for one in (total, part)]
    same_year = years[0] == years[1]
    fits = same_year and 0 < part.value < total.value
    return counts and same and fits and _NOT_ALL.search(total.quote.text) is None


def _stand_so(total: Statement, part: Statement, rate: Statement, deed: str) -> bool:
    """Whether nothing but the deed parts the two counts, and its rate follows: 1803件，结案894件，结案率…."""
    first = _words(total, part)
    last = _words(part, rate)
    did = re.escape(deed)
    counted = re.fullmatch(rf"{_COUNTED}[，,](?:其中)?[，,：:]?[已共]?(?:{_BEGUN})?{did}[了数的]?", first)
    follows = rf"{_UNIT}(?:[，,、]{_STILL})?[，,]{did}(?:覆盖|普及)?率(?:仅?为|达到?|仅)?"
    return counted is not None and re.fullmatch(follows, last) is not None


def _words(one: Statement, two: Statement) -> str:
    return str(_BRACKET.sub("", words_between(one, two)))


def _otherwise(stated: Interval, part: Statement, total: Statement, told: Sequence[Statement]) -> bool:
    """Whether another count, or the total with another count (旧存240件), gives the rate."""
    others = [one for one in told if one not in (part, total) and one.quantity.unit.comparable(part.quantity.unit)]
    wholes = [operand(one) for one in others if one.value >= part.value]
    wholes += [operand(total) + operand(one) for one in others]
    return any(stated.meets(operand(part).ratio_to(whole).scaled(100)) for whole in wholes)
