"""Reads a reviewed file: what it says, what it said when it was built, and which lines of the plan these are."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from planforge.errors import SourceError
from planforge.ooxml.comments import comments_of
from planforge.ooxml.footnotes import footnotes_of
from planforge.ooxml.history import RevisedParagraph
from planforge.ooxml.margins import margins_of
from planforge.ooxml.package import Package
from planforge.ooxml.revised import revised_paragraphs
from planforge.render.trace import TracedLine
from planforge.review.returned.already import said_already, settled_lines
from planforge.review.returned.base import base_of
from planforge.review.returned.likeness import likeness
from planforge.review.returned.pairing import pair
from planforge.review.returned.present import Present, matched_lines
from planforge.review.returned.resolve import Accept, resolve
from planforge.review.returned.resolved import Returned
from planforge.review.returned.reviewed import Reviewed

_PARAGRAPH, _ENOUGH = 30, 10
_SAME, _LEAST = 0.6, 0.1


def _of_another_plan(base: Sequence[TracedLine], ours: Mapping[int, int], present: Present) -> bool:
    """Whether hardly any of its paragraphs is one of the plan; headings and organs are alike in many plans."""
    long = [at for at, line in enumerate(base) if len(line.text) >= _PARAGRAPH]
    lines = present.trace.lines
    pairs = ((base[at].text, lines[ours[at]].text) for at in long if at in ours)
    known = (pair for pair in pairs if pair[0] == pair[1] or likeness(*pair) >= _SAME)
    wanted = math.ceil(len(long) * _LEAST)
    return len(long) >= _ENOUGH and sum(1 for _ in islice(known, wanted)) < wanted


def read_reviewed(source: str, data: bytes, present: Present, accept: Accept) -> Reviewed:
    """Read a reviewed file and match it with the plan.

    Raises:
        SourceError: when it is no DOCX, not safe to open, or has nothing to do with the plan.
    """
    package = Package(source, data)
    history = revised_paragraphs(package)
    now = resolve(history, accept)
    trace = base_of(package)
    footnotes, margins = footnotes_of(package), tuple(margins_of(package))
    base: Sequence[TracedLine] = trace.lines if trace else _guessed(history, footnotes, present)
    ours = matched_lines(base, present)
    if not ours or _of_another_plan(base, ours, present):
        hint = "请确认是这份规划用 planforge build 排印、由审阅人改过的 DOCX"
        raise SourceError(f"“{source}”里几乎没有一段与这份规划对得上", hint=hint)
    comments = tuple(comments_of(package))
    pairing = pair(base, now)
    said: dict[int, int] = {}
    for _ in range(2):  # a line that is known for certain sets another one free that was taken for it
        said = said_already(base, pairing.groups, now, present, ours)
        ours = settled_lines(pairing.groups, said, ours)
    return Reviewed(
        source,
        tuple(base),
        trace is not None,
        tuple(history),
        now,
        pairing,
        comments,
        footnotes,
        margins,
        trace.margins if trace else tuple(margin.before for margin in margins),
        present,
        ours,
        said,
        accept,
    )


def _guessed(history: Sequence[RevisedParagraph], footnotes: Mapping[str, str], present: Present) -> list[TracedLine]:
    """Return the text before all tracked changes; a paragraph that the plan prints alike has that one's texts."""
    rejected = resolve(history, lambda stamp: False)
    lines = [_as_line(one, footnotes) for one in rejected.paragraphs if one.text]
    known = matched_lines(lines, present)
    printed = present.trace.lines
    same = {at: printed[other].parts for at, other in known.items() if printed[other].text == lines[at].text}
    return [replace(line, parts=same.get(at, ())) for at, line in enumerate(lines)]


def _as_line(one: Returned, footnotes: Mapping[str, str]) -> TracedLine:
    things = tuple(thing.kind for thing in one.things if thing.kind != "note")
    notes = tuple(footnotes.get(thing.words, "") for thing in one.things if thing.kind == "note")
    return TracedLine(one.text, level=one.level, things=things, notes=notes)
