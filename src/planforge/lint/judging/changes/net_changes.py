"""Changes whose base year their words imply: net ones (净增12户, since the year before) and those of the years left."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.statement import Flow, Source, Statement
from planforge.lint.judging.printed import words_before
from planforge.patterns import expression
from planforge.plan.model import Period


def net_from(one: Statement, period: Period) -> Statement:
    """Return a net change with its base year, that of its plan: 到2030年，达到200户，净增63户."""
    if one.base_year is not None or one.years is None or one.flow is not Flow.STOCK or one.source is not Source.PROSE:
        return one
    ends = {period.end: period.baseline, period.baseline: period.previous}
    if one.years.last in ends and is_net(one):
        return replace(one, base_year=ends[one.years.last])
    left = _YEARS_LEFT.search(words_before(one, _FURTHEST)) if one.adds else None
    return replace(one, base_year=one.years.last - _COUNTS[left["count"]]) if left is not None else one


def is_net(one: Statement) -> bool:
    """Whether the words right before a change call it net."""
    return one.span.file.text.endswith(_NET, 0, one.span.start)


_NET = ("净增", "净增加", "净减少")
_YEARS_LEFT = expression("[，,；;、]后(?P<count>[两二三四])年(?:仍|还|再|需|要|计划)*(?:增加|新增|提高|净增)$")
"""到2025年达到300家，后两年再增加32家: from what there was two years before."""
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4}
_FURTHEST = 24
