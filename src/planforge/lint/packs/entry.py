"""`Entry`: a rule about words as data. How it is read from YAML is for `reading`, how it finds is for `checking`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import Enum

import regex

from planforge.facts.writing.words import alternation
from planforge.lint.finding import Safety
from planforge.lint.packs.anchors import anchors
from planforge.lint.packs.beginnings import beginning, begins_surely, said_twice
from planforge.lint.packs.near import pieces
from planforge.lint.rule import Rule
from planforge.lint.sheet import Part, Pattern
from planforge.patterns import expression
from planforge.records import cached_property, record

PLACEHOLDERS = ("{found}", "{use}", "{note}", "{first}", "{last}", "{date}")
"""What a message may hold for the words of a finding."""


class Gather(Enum):
    """Which matches of a plan are told in one finding: those of the same words, or all when there are very many."""

    SAME = "same"
    MANY = "many"


@record(frozen=True)
class Search:
    """One thing that is looked for.

    Attributes:
        source: what it is, as a regular expression.
        swap: the right word for each word found, when those are fixed.
        use: the right words as a template (`\\1` is the first group); empty to strike out, None when nobody can say.
        note: more about it, for the message.
        first: the first day on which the words are right; before it they are an anachronism.
        last: the last day on which the words are right.
        phrases: matches that touch one of these phrases are none.
        words: the words, when the source is a list of them.
        plain: whether the source is only words; `re` finds those several times as fast as `regex`.
    """

    source: str
    swap: Mapping[str, str] = field(default_factory=dict)
    use: str | None = None
    note: str = ""
    first: date | None = None
    last: date | None = None
    phrases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    plain: bool = False

    @cached_property
    def pattern(self) -> Pattern:
        """The expression, compiled when it is first needed: most phrases are right in a plan of their time."""
        return expression(self.source) if self.plain else regex.compile(self.source, regex.MULTILINE)

    @cached_property
    def having(self) -> tuple[str, ...]:
        """Words of which the line of every match has one; empty where none are sure, or the search is quick without."""
        words = self.words or anchors(self.source)
        short = any(len(word) == 1 for word in words)  # the others are all looked for in one sweep
        return () if short and begins_surely(self.source) else words

    @cached_property
    def beginning(self) -> re.Pattern[str] | None:
        """What every match begins with, where that is quicker to find than the whole."""
        source = "" if self.having else beginning(self.source)
        return expression(source, re.MULTILINE) if source else None

    @cached_property
    def said_twice(self) -> range | None:
        """How many characters every match begins with that it then says again, where that is known."""
        return said_twice(self.beginning.pattern) if self.beginning else None

    @cached_property
    def unless(self) -> regex.Pattern[str] | None:
        """Any of the phrases."""
        return any_of(self.phrases)

    def right(self, match: re.Match[str]) -> str | None:
        """Return the right words for a match, None when nobody can say."""
        if self.use is None:
            return self.swap.get(match.group())
        return match.expand(self.use) if "\\" in self.use else self.use


def terms(words: Sequence[str]) -> str:
    """Return an expression for any of some words; the first two characters are looked at before the words are tried."""
    first, second = ("".join(sorted({regex.escape(word[index : index + 1]) for word in words})) for index in (0, 1))
    ahead = f"(?=[{first}][{second}])" if all(len(word) > 1 for word in words) else ""
    return f"{ahead}(?:{alternation(words)})"


def any_of(phrases: Sequence[str]) -> regex.Pattern[str] | None:
    """Return a pattern for any of some phrases, None when there are none."""
    return regex.compile(alternation(phrases)) if phrases else None


@record(frozen=True)
class Entry:
    """A rule and what it looks for.

    Attributes:
        rule: the metadata.
        message: one sentence; {found}, {use}, {note}, {first}, {last} and {date} stand for the words of the finding.
        searches: what is looked for.
        parts: where.
        written: whether width, spaces and script count as they are written.
        fix: how safe it is to put the right words in place; None offers no fix.
        exact: names and phrases that must be exact; their near misses are found.
        phrases: matches that touch one of these phrases are none.
        gather: which matches are one finding together.
        tried: whether its expressions are known to be quick; those of an office have a limit of time.
    """

    rule: Rule
    message: str
    searches: tuple[Search, ...] = ()
    exact: tuple[str, ...] = ()
    parts: frozenset[Part] = frozenset(Part)
    written: bool = False
    fix: Safety | None = None
    phrases: tuple[str, ...] = ()
    gather: Gather | None = None
    tried: bool = False

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that lead to all that is looked for, as far as words do."""
        by_words = self.searches if Part.BODY in self.parts else ()
        parts = [piece for phrase in self.exact for _, piece in pieces(phrase)]
        return frozenset(parts).union(*(search.having for search in by_words))

    @cached_property
    def everywhere(self) -> bool:
        """Whether all parts of the document count."""
        return len(self.parts) == len(Part)

    @cached_property
    def unless(self) -> regex.Pattern[str] | None:
        """Any of the phrases."""
        return any_of(self.phrases)
