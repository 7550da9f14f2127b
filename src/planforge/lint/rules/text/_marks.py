"""Quotation marks, brackets and 《》 of a paragraph: which belong together, which stand alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from planforge.lint.sheet import Sheet, Stretch
from planforge.patterns import expression
from planforge.records import record

PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": ")", "〔": "〕", "【": "】", "[": "]"}
_CLOSING = {closing: opening for opening, closing in PAIRS.items()}
_ANY = re.escape("".join((*PAIRS, *_CLOSING)))
_TO_MARK = expression(rf"(?:[^{_ANY}]++|[(（][^{_ANY}]*+[)）])*+([{_ANY}])?")
"""All up to a mark; a pair of brackets with nothing but words between needs no further look."""
_FLAT = "|".join(f"{one}[^{_ANY}\n]*+{two}" for one, two in ("“”", "《》", "〔〕", (r"\(", "[)）]"), ("（", "[)）]")))
"""A pair with nothing but words between, of a kind that stands for nothing else."""
_UNSUSPECTED = expression(rf"(?:[^{_ANY}]++|{_FLAT})*+")
"""All up to the next mark that is in no such pair."""
_ENUMERATION = expression(r"(?:^|[。；;：:，,、\s])[0-9A-Za-z一二三四五六七八九十①-⑩]{1,3}$")
_SAME_WIDTH = {"(": "（", ")": "）"}


@record(frozen=True, slots=True)
class Pair:
    """Two marks that belong together, by their positions; `outer` is the opening mark of the pair around them."""

    opening: int
    closing: int
    outer: int | None


@lru_cache(maxsize=1)
def marks_of(sheet: Sheet) -> list[tuple[Stretch, list[Pair], list[int]]]:
    """Return the stretches that have more than flat pairs, with their pairs and lone marks; rules share them."""
    found: list[tuple[Stretch, list[Pair], list[int]]] = []
    for stretch in _suspects(sheet):
        pairs, alone = read_marks(stretch.reading.text)
        if alone and found and _goes_on(found[-1][0], stretch):
            alone = _paired_across(found, stretch, alone)
        found.append((stretch, pairs, alone))
    return found


def _suspects(sheet: Sheet) -> Iterator[Stretch]:
    """Yield the stretches that have more than flat pairs."""
    at = 0
    while (found := _UNSUSPECTED.match(sheet.text, at)) is not None and found.end() < len(sheet.text):
        stretch = sheet.stretch(found.end())
        at = stretch.end
        yield stretch


def _goes_on(before: Stretch, stretch: Stretch) -> bool:
    """Return whether two stretches are one paragraph: its first words, which name it, and the rest."""
    return before.text.file is stretch.text.file and before.text.whole.end == stretch.text.whole.start


def _paired_across(found: list[tuple[Stretch, list[Pair], list[int]]], stretch: Stretch, alone: list[int]) -> list[int]:
    """Take away the lone marks that have their partner in the stretch before; return what is left in this one."""
    before, pairs, waiting = found[-1]
    length = len(before.reading.text)
    lone = set(read_marks(before.reading.text + stretch.reading.text)[1])
    found[-1] = (before, pairs, [at for at in waiting if at in lone])
    return [at for at in alone if at + length in lone]


def read_marks(text: str) -> tuple[list[Pair], list[int]]:
    """Return the pairs of a paragraph, innermost brackets aside, and the positions of the marks that stand alone.

    A bracket may be half-width at one end: that is a fault of its own. `1）` at the beginning of an item is no
    bracket, and neither is the apostrophe of a Latin word.
    """
    pairs: list[Pair] = []
    alone: list[int] = []
    waiting = _Waiting(text)
    for at in _positions(text):
        mark = _wide(text[at])
        if mark in PAIRS:
            waiting.add(at)
        elif waiting.has(_CLOSING[mark]):
            partner = waiting.take(_CLOSING[mark], alone)
            pairs.append(Pair(partner, at, waiting.last))
        elif mark != "）" or not _ENUMERATION.search(text, max(0, at - 4), at):
            alone.append(at)
    return pairs, sorted(alone + waiting.positions)


class _Waiting:
    """The opening marks without a partner so far, counted by kind: a text of nothing but marks takes no longer."""

    def __init__(self, text: str) -> None:
        self.positions: list[int] = []
        self._text = text
        self._count: Counter[str] = Counter()

    @property
    def last(self) -> int | None:
        """The innermost one."""
        return self.positions[-1] if self.positions else None

    def has(self, mark: str) -> bool:
        """Return whether one of this kind is waiting."""
        return self._count[mark] > 0

    def add(self, at: int) -> None:
        """Let the mark at a position wait."""
        self.positions.append(at)
        self._count[_wide(self._text[at])] += 1

    def take(self, mark: str, alone: list[int]) -> int:
        """Return the innermost one of a kind; those within it will find no partner and go to `alone`."""
        while True:
            at = self.positions.pop()
            found = _wide(self._text[at])
            self._count[found] -= 1
            if found == mark:
                return at
            alone.append(at)


def _wide(mark: str) -> str:
    return _SAME_WIDTH.get(mark, mark)


def _positions(text: str) -> Iterator[int]:
    for match in _TO_MARK.finditer(text):
        at = match.start(1)
        if at < 0:
            return  # no mark is left
        if match[1] == "’" and text[at - 1 : at].isascii() and text[at + 1 : at + 2].isascii():
            continue
        yield at
