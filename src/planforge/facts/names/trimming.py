"""Names cut to what they are: without what stands before or joins them to a figure, without marks."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex

from planforge.facts.writing.words import alternation, guarded_alternation, table
from planforge.patterns import expression, with_rare

_JOINTS = expression("[、，· \t\n\r\u3000\u00a0的“”]")
_QUOTES = expression("[“”\"'‘’「」『』《》〈〉 ]")
_MARKS = "、，,：:；;）)—- "


@cache
def _leading() -> regex.Pattern[str]:
    """Return the pattern of words that may stand before a name and are no part of it."""
    keep = table("phrases")["leading_keep"]
    words = {word: f"(?!{alternation(keep[word])})" if word in keep else "" for word in table("phrases")["leading"]}
    longer = "|".join(table("phrases")["leading_patterns"])
    return regex.compile(with_rare(rf"(?:[、，,：:；;）)\s—-]|{longer}|{guarded_alternation(words)})+"))


def leading_end(words: str) -> int:
    """Return where a name begins behind what may stand before it and is no part of it."""
    begin = len(words) - len(words.lstrip(_MARKS))
    lead = _leading().match(words, begin) if begin < len(words) and _may_begin(words[begin]) else None
    return lead.end() if lead is not None else begin


@cache
def _may_begin(character: str) -> bool:
    """Whether what may stand before a name can begin with a character; most names do not."""
    return _leading().match(character, partial=True) is not None


@cache
def _trailing() -> regex.Pattern[str]:
    keep = table("phrases")["trailing_keep"]
    words = [
        (f"(?<!{alternation(keep[word])})" if keep.get(word) else "") + re.escape(word)
        for word in sorted(table("phrases")["trailing"], key=lambda word: -len(word))
    ]
    longer = "|".join(table("phrases")["trailing_patterns"])
    return regex.compile(rf"(?r)(?:{longer}|{'|'.join(words)}|[、，：:\s])+")


def without_trailing(name: str) -> str:
    """Return a name without what only joins it to its figure; the pattern is matched backwards from the end."""
    match = _trailing().match(name) if name and _may_end(name[-1]) else None
    return name[: match.start()] if match else name


@cache
def _may_end(character: str) -> bool:
    """Whether what only joins a name to its figure can end with a character; most names do not."""
    return _trailing().match(character, partial=True) is not None


_DIVISIONS = frozenset("乡镇村")


def stripped(name: str) -> str:
    """Take off what is no part of a name at either end, as often as something comes off."""
    while True:
        name = without_trailing(name)
        begin = leading_end(name)
        if begin == 0 or (len(name) - begin < 2 and begin < len(name) and name[begin:] not in _DIVISIONS):
            return name
        name = name[begin:]


@lru_cache(maxsize=32)
def plain_name(name: str) -> str:
    """Return a head without the marks that only join its words (雏鹰、瞪羚企业 → 雏鹰瞪羚企业).

    For one figure it is asked for the same head several times.
    """
    return _JOINTS.sub("", name)


def unquoted(words: str) -> str:
    """Return words without quotation marks and blanks."""
    return _QUOTES.sub("", words)
