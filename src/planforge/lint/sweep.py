"""`Sweep`: where each of some hundred words stands in a text, found in one pass.

A word is found in a tenth of the time of an expression, but hundreds of words are not. In one pass most characters are
passed over by a look at them alone, most of the others by a look at the one behind.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from planforge.facts.writing.words import alternation
from planforge.patterns import expression
from planforge.records import cached_property

_TRIED = 48
"""First characters of the words that are tried together."""


class Sweep:
    """Words of two characters or more; shorter ones are left out, since they stand nearly everywhere.

    Args:
        words: the words; they are not asked for before the first text is.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._given = words

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that are looked for."""
        return frozenset(word for word in self._given if len(word) > 1)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """One character of each place where a word begins, so that the next may begin behind it; the word is group 1.

        Words are tried only with those that have about the same first character: few second ones go with few of them.
        """
        first = sorted({word[0] for word in self.words})
        groups = [frozenset(first[at : at + _TRIED]) for at in range(0, len(first), _TRIED)]
        words = "|".join(_any_of([word for word in self.words if word[0] in group]) for group in groups)
        return expression(f"{_pairs(self.words)}(?<=(?=({words})).)")

    @cached_property
    def _begun(self) -> dict[str, list[str]]:
        """The words that stand wherever a word does, as they begin it; itself is one."""
        return {
            word: [word[:end] for end in range(2, len(word) + 1) if word[:end] in self.words] for word in self.words
        }

    def places(self, text: str) -> dict[str, list[int]]:
        """Return where each of the words begins, in the order of the text."""
        found: dict[str, list[int]] = {word: [] for word in self.words}
        for match in self._pattern.finditer(text) if found else ():
            for word in self._begun[match[1]]:
                found[word].append(match.start())
        return found


def _any_of(words: Collection[str]) -> str:
    return f"(?={_pairs(words)})(?:{alternation(words)})"


def _pairs(words: Collection[str]) -> str:
    """Return an expression for a first character before a second one."""
    first, second = ("".join(sorted({re.escape(word[at]) for word in words})) for at in (0, 1))
    return f"[{first}](?=[{second}])"
