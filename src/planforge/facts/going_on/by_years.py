"""Years that what was told before is spread over: 安排水利投资1800亿元。分年度看，2011年280亿元，2012年320亿元."""

from __future__ import annotations

from itertools import islice

from planforge.facts.heads.left_heads import Head
from planforge.facts.names.indicators import Name
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_BEGINS = ("按年", "分年", "其中")
_BY_YEARS = expression(
    "(?:其中[，,：:]?)?(?:按|分)(?:实施|计划)?(?:年度|年份|年)(?:分|看|来看|安排|实施|计划|划分|投资|任务)*[，,：:]"
)
_SPREAD = expression("[，,、；]?(?:计划|拟|各)?(?:安排|完成|投入|投资|实施|建成|建设|下达)?(?:约|为)?")
_FURTHEST = 12
"""Figures back that what is spread over the years may stand, its parts in between."""


def spread_over_years(reader: PassageReader, around: Around) -> Statement | None:
    """Return the sum before that the years of this sentence are parts of, where the sentence says that they are."""
    if not reader.words.startswith(_BEGINS, reader.sentence) or around.grown is not None:
        return None
    told = _BY_YEARS.match(reader.words, reader.sentence)
    if told is None or not _in_a_year(reader, around):
        return None
    if _SPREAD.fullmatch(reader.without_times(max(told.end(), around.start), around.figure.start)) is None:
        return None
    before = (one for one in islice(reversed(reader.done), _FURTHEST) if one.position.sentence < reader.sentence)
    sums = (one for one in before if one.kind.is_amount and one.parent is None and one.indicator)
    return next((one for one in sums if one.quantity.unit.comparable(around.figure.unit)), None)


def _in_a_year(reader: PassageReader, around: Around) -> bool:
    """Whether a single year is named between the figure before and this one."""
    begin = max(reader.sentence, around.start)
    named = (one for one in reader.moments if begin <= one.start and one.end <= around.figure.start)
    return any(one.years.single and not one.base for one in named)


def invested_each_year(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return what is invested year by year of the sum right before: 总投资80亿元，2021—2023年分别完成投资20亿元、…."""
    last = reader.done[-1] if reader.done and head.name.startswith("分别") else None
    if last is None or last.position.sentence != reader.sentence or around.figure.unit.kind != "money":
        return None
    several = any(around.start <= one.start < around.figure.start and not one.years.single for one in reader.moments)
    if not several or _EACH.fullmatch(head.name) is None or not last.quantity.unit.comparable(around.figure.unit):
        return None
    name = last.indicator.replace("总投资", "投资")
    return Topic(Name(name, last.tier, last.scope), head.name, head.verbs) if name.endswith("投资") else None


_EACH = expression("分别(?:计划|预计)?(?:完成|安排|投入|下达)(?:投资|资金)?")
