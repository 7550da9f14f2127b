"""Which year 上年 is, where a value of then is told: the one before the year that is told of, whoever speaks.

In a report of 2024, 比上年的82家 below 2023年工作回顾 is of 2022, and among the aims of the year of 2023.
"""

from __future__ import annotations

from planforge.facts.aims.role import role_of
from planforge.facts.passage import LONGEST_SENTENCE, PassageReader
from planforge.facts.statement import Role
from planforge.facts.times.timing import Anchor
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around


def year_before(reader: PassageReader, around: Around, found: Anchor) -> Years | None:
    """Return the year before the one that a figure stands under or that its chapter looks back on, None for neither."""
    if found.origin:
        return None  # 由上年的82家: that year itself
    if found.years is not None:
        single = found.explicit or found.years.single
        return Years(found.years.first - 1, found.years.first - 1) if single else None
    known = reader.situation
    if known.period.start is None or known.period.start != known.period.end or known.period.baseline is None:
        return None
    begin = max(reader.sentence, around.figure.start - LONGEST_SENTENCE)
    sentence = reader.words[begin : reader.clauses.clause_end(around.figure.end)]
    role = role_of(reader.context, sentence, None, known.period, known.reviewing, known.unsaid)
    return Years(known.period.baseline - 1, known.period.baseline - 1) if role is Role.ACTUAL else None
