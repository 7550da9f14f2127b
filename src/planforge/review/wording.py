"""What changed within a paragraph, in whole figures and whole words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Hashable, Iterator, Sequence

from planforge.patterns import expression
from planforge.records import record

_UNITS = expression(r"\d[\d.,]*(?:[%％]|[万亿]+)?|[〇零一二三四五六七八九十百千万亿两]{2,}|[A-Za-z]+|\s+|.", re.DOTALL)
"""Units of a comparison: a figure is one, with its % or 万, so that 37.9% → 37.6% is never 9 → 6."""
_HAN = expression(r"[\u4e00-\u9fff]")
_MOST_PAIRS = 4_000_000


@record(frozen=True, slots=True)
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
    one, two = units(old), units(new)
    found: list[Piece] = []
    at = (0, 0)
    for a, b, c, d in changed_spans(one, two):
        found.append(Piece("".join(one[at[0] : a]), "".join(two[at[1] : c])))
        found.append(Piece("".join(one[a:b]), "".join(two[c:d])))
        at = (b, d)
    found.append(Piece("".join(one[at[0] :]), "".join(two[at[1] :])))
    return [piece for piece in found if piece.old or piece.new]


def pieces(old: str, new: str) -> list[tuple[str, str]]:
    """Return only what changed, as (old, new) pairs."""
    return [(piece.old, piece.new) for piece in aligned(old, new) if not piece.same]


def units(text: str) -> list[str]:
    """Return a text cut into the units of a comparison: figures, Latin words, spaces, single characters."""
    return _UNITS.findall(text)


def changed_spans(one: Sequence[str], two: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Return where two rows of units differ: one[a:b] stands where two[c:d] stands now.

    A single character left between two changes is half of a word: 基础 → 根基, not ＋根 －础.
    """
    spans: list[tuple[int, int, int, int]] = []
    for a, b, c, d in _differing(one, two):
        left = one[spans[-1][1] : a] if spans else ()
        if len(left) == 1 and _HAN.fullmatch(left[0]):
            spans[-1] = (spans[-1][0], b, spans[-1][2], d)
        else:
            spans.append((a, b, c, d))
    return spans


def _differing(one: Sequence[str], two: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the raw differences; of two very long texts whole sentences are compared first, to stay quick."""
    if len(one) * len(two) > _MOST_PAIRS:
        first, second = _sentences(one), _sentences(two)
        for i, j, k, m in _opcodes(first, second):
            a, c = sum(map(len, first[:i])), sum(map(len, second[:k]))
            b, d = a + sum(map(len, first[i:j])), c + sum(map(len, second[k:m]))
            if (b - a) * (d - c) > _MOST_PAIRS:
                yield a, b, c, d
            else:
                yield from ((a + e, a + f, c + g, c + h) for e, f, g, h in _opcodes(one[a:b], two[c:d]))
        return
    yield from _opcodes(one, two)


def _opcodes(one: Sequence[Hashable], two: Sequence[Hashable]) -> Iterator[tuple[int, int, int, int]]:
    matcher: difflib.SequenceMatcher[Hashable] = difflib.SequenceMatcher(None, one, two, autojunk=False)
    yield from ((a, b, c, d) for action, a, b, c, d in matcher.get_opcodes() if action != "equal")


def _sentences(row: Sequence[str]) -> list[tuple[str, ...]]:
    found: list[list[str]] = [[]]
    for unit in row:
        found[-1].append(unit)
        if unit in "。；！？\n":
            found.append([])
    return [tuple(sentence) for sentence in found if sentence]
