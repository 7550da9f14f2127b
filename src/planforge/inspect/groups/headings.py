"""层次序数 (7.3.3-d, e): numbers in order, a face for each level."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from planforge.inspect.elements import Elements
from planforge.inspect.faces import FANGSONG, HEI, KAI, Match, match_face, shown_face
from planforge.inspect.judge import size_words, verdict
from planforge.inspect.layers import LEVEL_KINDS, level_of
from planforge.inspect.leads import main_of, split_lead
from planforge.inspect.level_order import Step, expected
from planforge.inspect.outcome import Measure, Status
from planforge.inspect.passage import Passage, Piece
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.plan.numerals import chinese

P = TypeVar("P", bound=Passage)
_BY_RANK = (HEI, KAI, FANGSONG, FANGSONG, FANGSONG, FANGSONG)
_BY_FORM = {"一、": HEI, "（一）": KAI, "1.": FANGSONG, "（1）": FANGSONG}
_CHAPTERS = ("章", "节")
_CHINESE = {chinese(number): number for number in range(1, 100)}


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements = subject.elements
    yield from _order(elements, lambda one: (0, one.place.paragraph or 0))
    yield from _faces(elements.body)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements = subject.elements
    yield from _order(elements, lambda one: (one.first.page, one.first.y))
    yield from _faces(elements.body)


def _order(elements: Elements[P], at: Callable[[P], tuple[int, float]]) -> Iterator[Measure]:
    """Judge the numbers of each text of a file: what a notice issues and every annex begins anew."""
    begins = [title[0] for title in elements.further_titles] + [annex.label for annex in elements.annexes]
    edges = sorted(at(one) for one in begins)
    for _, part in groupby(elements.body, key=lambda one: bisect_right(edges, at(one))):
        passages = list(part)
        steps = [Step(level_of(one.bare), _number(one.bare), not one.bare.endswith(("。", "；"))) for one in passages]
        for passage, step, wanted in zip(passages, steps, expected(steps), strict=True):
            if step.kind:
                yield verdict("7.3.3-d", not wanted, f"“{_shown(passage)}”", passage.place, wanted)


def _faces(body: Sequence[P]) -> Iterator[Measure]:
    numbered = [(passage, level_of(passage.bare)) for passage in body]
    numbered = [(passage, kind) for passage, kind in numbered if kind]
    present = [kind for kind in LEVEL_KINDS if any(kind == found for _, found in numbered)]
    for passage, kind in numbered:
        lead, rest = split_lead(passage)
        piece = main_of(lead)
        if piece is not None and not _is_sentence(lead, rest):
            yield _face(piece, kind, present.index(kind), passage)


def _face(piece: Piece, kind: str, rank: int, passage: Passage) -> Measure:
    faces = tuple(dict.fromkeys((_BY_FORM.get(kind, _BY_RANK[rank]), _BY_RANK[rank])))
    matches = [match_face(piece.faces, face) for face in faces]
    sized = kind in _CHAPTERS or abs(piece.size - 16) <= 0.5
    status = Status.FAIL
    if sized and Match.OFFICIAL in matches:
        status = Status.HOLDS
    elif sized and Match.STAND_IN in matches:
        status = Status.STAND_IN
    measured = f"{size_words(piece.size)}{shown_face(piece.faces)}"
    return Measure("7.3.3-e", status, measured, passage.place, f"“{kind}”层 3号{'或'.join(faces)}")


def _is_sentence(lead: Sequence[Piece], rest: Sequence[Piece]) -> bool:
    """Return whether a numbered paragraph begins with a sentence of its text and not with a heading."""
    look, same = main_of(lead), main_of(rest)
    text = "".join(piece.text for piece in lead)
    alike = same is None or (look is not None and look.faces == same.faces)
    return alike and "，" in text and text.endswith(("。", "：", ":"))


def _number(text: str) -> int | None:
    match = re.match(r"第?（?([一二三四五六七八九十百]+|\d+)", text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdecimal() else _CHINESE.get(match[1])


def _shown(passage: Passage) -> str:
    return passage.bare[:6]
