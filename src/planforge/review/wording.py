"""What changed within a paragraph, in whole figures and whole words."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

_UNITS = re.compile(r"\d[\d.,]*(?:[%％]|[万亿]+)?|[A-Za-z]+|\s+|.", re.DOTALL)
"""Units of a comparison: a figure is one, with its % or 万, so that 37.9% → 37.6% is never 9 → 6."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of both texts: the same in both, or `old` in one where `new` stands in the other."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether the stretch did not change."""
        return self.old == self.new


def aligned(old: str, new: str) -> list[Piece]:
    """Return both texts cut into pieces; those of `old` joined give `old`, those of `new` give `new`."""
    one, two = _UNITS.findall(old), _UNITS.findall(new)
    found: list[Piece] = []
    at = (0, 0)
    for a, b, c, d in _changed_spans(one, two):
        found.append(Piece("".join(one[at[0] : a]), "".join(two[at[1] : c])))
        found.append(Piece("".join(one[a:b]), "".join(two[c:d])))
        at = (b, d)
    found.append(Piece("".join(one[at[0] :]), "".join(two[at[1] :])))
    return [piece for piece in found if piece.old or piece.new]


def pieces(old: str, new: str) -> list[tuple[str, str]]:
    """Return only what changed, as (old, new) pairs."""
    return [(piece.old, piece.new) for piece in aligned(old, new) if not piece.same]


def _changed_spans(one: list[str], two: list[str]) -> list[tuple[int, int, int, int]]:
    spans: list[tuple[int, int, int, int]] = []
    for action, a, b, c, d in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if action == "equal":
            continue
        if spans and a - spans[-1][1] <= 1:
            # a single character left between two changes is half of a word: 基础 → 根基, not ＋根 －础
            spans[-1] = (spans[-1][0], b, spans[-1][2], d)
        else:
            spans.append((a, b, c, d))
    return spans
