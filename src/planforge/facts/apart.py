"""Keeps apart what one name says of two things: 众创空间20家 and 众创空间3万平方米 are a number and an area.

Where a name stands with a number of things, its figures in square metres, yuan or persons are those of another
indicator, which is named by what is measured. A name that only ever has one sort of unit stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.growth import Kind
from planforge.facts.linking import subject_of
from planforge.facts.statement import Statement
from planforge.facts.words import table

_SHARE = "占比"
_LEVELS = (Kind.LEVEL, Kind.INCREMENT, Kind.SHARE)


def kept_apart(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, those that measure what others count under a name of their own."""
    measured: dict[object, set[str]] = {}
    for one in statements:
        if one.indicator and (measure := _measure(one)) is not None and measure != _SHARE:
            measured.setdefault(subject_of(one), set()).add(measure)
    counted = {subject for subject, measures in measured.items() if "" in measures or len(measures) > 1}
    return [
        replace(one, indicator=one.indicator + measure)
        if (measure := _measure(one)) and subject_of(one) in counted
        else one
        for one in statements
    ]


def _measure(one: Statement) -> str | None:
    """Return what a level measures (面积, 金额), "" for a number of things, None for what is neither."""
    if one.kind not in _LEVELS or one.adds:
        return None
    words: dict[str, str] = table("units")["measures"]
    found = next((words[name] for name in one.quantity.unit.classes if name in words), None)
    return found if found is not None or not one.quantity.unit.counts else ""
