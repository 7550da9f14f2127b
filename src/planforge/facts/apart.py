"""Keeps apart what one name says of two things: 众创空间20家 and 众创空间3万平方米 are a number and an area.

Where a name stands with a number of things, its figures in square metres, yuan or persons are those of another
indicator, which is named by what is measured. What is taken away, renewed or remedied (改造农村公路80公里,
消除易涝点8处) is named by the deed where the name tells of others as well. A name that only ever has one sort of unit
stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.changes.growth import Kind
from planforge.facts.linking import subject_of
from planforge.facts.statement import Statement
from planforge.facts.writing.words import table

_SHARE, _PORTION = "占比", "比重"
_LEVELS = (Kind.LEVEL, Kind.INCREMENT, Kind.SHARE)


def kept_apart(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, those that measure what others count under a name of their own."""
    measured: dict[object, set[str]] = {}
    for one in statements:
        if one.indicator and (measure := _measure(one)) is not None and measure != _SHARE:
            measured.setdefault(subject_of(one), set()).add(measure)
    deeds: dict[object, set[str]] = {}
    for one in statements:
        if one.indicator and one.kind in _LEVELS:
            deeds.setdefault(subject_of(one), set()).add(_deed(one))
    counted = {subject for subject, measures in measured.items() if "" in measures or len(measures) > 1}
    several = {subject for subject, told in deeds.items() if len(told) > 1}
    named = (
        replace(one, indicator=one.indicator + measure)
        if (measure := _measure(one)) and subject_of(one) in counted
        else one
        for one in statements
    )
    told_apart = [
        replace(one, indicator=deed + one.indicator) if (deed := _deed(old)) and subject_of(old) in several else one
        for one, old in zip(named, statements, strict=True)
    ]
    written = {one.indicator for one in told_apart}
    return [
        replace(one, indicator=portion)
        if one.indicator.endswith(_PORTION) and (portion := subject_of(one).indicator) in written
        else one
        for one in told_apart
    ]


_TAKEN_AWAY = ("压减", "压缩", "削减", "减少", "核减", "淘汰", "关停", "关闭", "拆除", "报废", "消除", "化解", "清退")
_RENEWED = ("改造", "改造提升", "修缮", "治理", "整治", "修复", "加固")


def _deed(one: Statement) -> str:
    """Return what was done that makes no more of a thing; 改造老旧小区 is what a known name itself means."""
    if one.kind not in _LEVELS or one.adds or one.action not in (*_TAKEN_AWAY, *_RENEWED):
        return ""
    return one.action if one.action in _TAKEN_AWAY or not one.known else ""


def _measure(one: Statement) -> str | None:
    """Return what a level measures (面积, 金额), "" for a number of things, None for what is neither."""
    if one.kind not in _LEVELS:
        return None
    words: dict[str, str] = table("units")["measures"]
    found = next((words[name] for name in one.quantity.unit.classes if name in words), None)
    return found if found is not None or not one.quantity.unit.counts else ""
