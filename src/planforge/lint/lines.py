"""`Lines`: which lines of a long string can have what a slow expression looks for.

To find a word takes a tenth of the time of an expression, and most of what rules look for stands hardly anywhere. Where
too many lines qualify there is no use in trying them one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from planforge.lint.doubled import doubled
from planforge.lint.sweep import Sweep

Places = list[tuple[int, int]]
"""Lines by where they begin and end, in their order."""
_FEW = 0.2
"""Share of the lines up to which it is quicker to try them one by one than all of them at once."""
_OF_CHARACTERS = 16
_LEAST_PLACES = 1000
"""One in so many characters, or so many in all: places that are tried one by one, no more."""


class Lines:
    """The lines of a string; what was asked is remembered, since rules look for the same words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._few = int(_FEW * (text.count("\n") + 1))
        self._most_places = max(_LEAST_PLACES, len(text) // _OF_CHARACTERS)
        self._known: dict[str, dict[int, int] | None] = {}
        self._occurs: dict[str, bool] = {}
        self._places: dict[str, list[int]] = {}
        self._swept: set[Sweep] = set()

    def learn(self, sweep: Sweep) -> None:
        """Look for many words at once; they are known from then on."""
        if sweep not in self._swept:
            self._swept.add(sweep)
            places = sweep.places(self.text)
            self._places |= places
            self._known |= {word: self._of(at) for word, at in places.items()}

    def occurrences(self, word: str) -> Iterable[int]:
        """Return where a word begins."""
        known = self._places.get(word)
        return self._occurrences(word) if known is None else known

    def _occurrences(self, word: str) -> Iterator[int]:
        at = self.text.find(word)
        while at >= 0:
            yield at
            at = self.text.find(word, at + 1)

    def _possible(self, word: str) -> bool:
        """Whether all characters of a word occur; to look for one takes a tenth of the time of looking for a word."""
        for character in word:
            if character not in self._occurs:
                self._occurs[character] = character in self.text
            if not self._occurs[character]:
                return False
        return True

    def having(self, words: Sequence[str]) -> Places | None:
        """Return the lines that have one of some words; None when they are too many."""
        found: dict[int, int] = {}
        for word in words:
            if word not in self._known:
                self._known[word] = self._having(word)
            lines = self._known[word]
            if lines is None:
                return None
            found |= lines
        return sorted(found.items()) if len(found) <= self._few else None

    def matching(self, pattern: re.Pattern[str], lengths: range | None = None) -> Places | None:
        """Return the lines that have a match of an expression; None when they are too many.

        Args:
            pattern: the expression.
            lengths: how many characters every match begins with that it then says again, where that is known.
        """
        if pattern.pattern not in self._known:
            self._known[pattern.pattern] = self._of(self._matches(pattern, lengths))
        lines = self._known[pattern.pattern]
        return None if lines is None else list(lines.items())

    def _matches(self, pattern: re.Pattern[str], lengths: range | None) -> Iterator[int]:
        twice = (at for length in lengths or () for at in doubled(self.text, length))
        places = sorted(islice(twice, self._most_places + 1))
        if lengths is None or len(places) > self._most_places:  # endless rows of one digit say themselves everywhere
            return (match.start() for match in pattern.finditer(self.text))
        return (at for at in places if pattern.match(self.text, at))

    def _having(self, word: str) -> dict[int, int] | None:
        found: dict[int, int] = {}
        if not self._possible(word):
            return found
        at = self.text.find(word)
        while at >= 0 and len(found) <= self._few:
            start, end = self._line(at)
            found[start] = end
            at = self.text.find(word, end)
        return found if at < 0 else None

    def _of(self, positions: Iterable[int]) -> dict[int, int] | None:
        found: dict[int, int] = {}
        behind = -1
        for at in positions:
            if at >= behind:
                start, behind = self._line(at)
                found[start] = behind
                if len(found) > self._few:
                    return None
        return found

    def _line(self, at: int) -> tuple[int, int]:
        end = self.text.find("\n", at)
        return self.text.rfind("\n", 0, at) + 1, len(self.text) if end < 0 else end
