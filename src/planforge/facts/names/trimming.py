"""Names cut to what they are: without what stands before or joins them to a figure, without marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import regex

from planforge.facts.writing.words import alternation, guarded_alternation, table
from planforge.patterns import expression, with_rare

_JOINTS = expression("[、，· \t\n\r\u3000\u00a0的“”①-⑳]")
"""What joins the words of a name, and the numbers of notes to it (通车里程①)."""
_WITH_DE = expression("(?<!项)目的地|标的(?=[额物]|金额|总额|公司)|^美的(?=集团|电器|空调|股份|公司|[产销营利])")
"""Words that 的 is a part of."""
QUOTES = "“”\"'‘’「」『』《》〈〉 "
_QUOTES = expression(f"[{QUOTES}]")
_MARKS = "、，,：:；;）)—- "


@cache
def _leading() -> re.Pattern[str]:
    """Return the pattern of words that may stand before a name and are no part of it."""
    keep = table("phrases")["leading_keep"]
    words = {word: f"(?!{alternation(keep[word])})" if word in keep else "" for word in table("phrases")["leading"]}
    longer = "|".join(table("phrases")["leading_patterns"])
    return expression(rf"(?:[、，,：:；;）)\s—-]|{longer}|{guarded_alternation(words)})+")


@cache
def _longer_leading() -> regex.Pattern[str]:
    return regex.compile(with_rare("|".join(table("phrases")["leading_patterns"])))


def leading_end(words: str) -> int:
    """Return where a name begins behind what may stand before it and is no part of it."""
    begin = len(words) - len(words.lstrip(_MARKS))
    lead = _leading().match(words, begin) if begin < len(words) and _may_begin(words[begin : begin + 2]) else None
    return lead.end() if lead is not None else begin


@lru_cache(maxsize=4096)
def _may_begin(first_two: str) -> bool:
    """Whether what may stand before a name can begin with two characters; most names do not."""
    word = first_two[0] in _MARKS or first_two[0].isspace() or not _firsts().isdisjoint((first_two[0], first_two))
    return word or _longer_leading().match(first_two, partial=True) is not None


@cache
def _firsts() -> frozenset[str]:
    return frozenset(word[:2] for word in table("phrases")["leading"])


@cache
def _trailing() -> regex.Pattern[str]:
    keep = table("phrases")["trailing_keep"]
    words = [
        (f"(?<!{alternation(keep[word])})" if keep.get(word) else "") + re.escape(word)
        for word in sorted(table("phrases")["trailing"], key=lambda word: -len(word))
    ]
    longer = "|".join(table("phrases")["trailing_patterns"])
    return regex.compile(rf"(?r)(?:{longer}|{'|'.join(words)}|[、，：:\s])+")


@cache
def _longer_trailing() -> regex.Pattern[str]:
    return regex.compile(rf"(?r)(?:{'|'.join(table('phrases')['trailing_patterns'])})")


@lru_cache(maxsize=16)
def without_trailing(name: str) -> str:
    """Return a name without what only joins it to its figure; for one figure it is asked for the same words again.

    Mostly that is a word or two. The pattern of all there is, matched backwards from the end, is needed only where
    one of the longer expressions may stand.
    """
    end = len(name)
    while end and (start := _joint_before(name, end)) < end:
        end = start
        if end and _may_end_there(name, end):
            end = _trailing_start(name)
            break
    return name[:end]


def _joint_before(name: str, end: int) -> int:
    """Return where the last word before `end` begins that is no part of the name, `end` for none."""
    last = name[end - 1]
    if end == len(name) and _may_end_there(name, end) and _longer_trailing().match(name) is not None:
        return _trailing_start(name)
    for word, kept in _joints().get(last, ()):
        if name.endswith(word, 0, end) and not name.endswith(kept, 0, end - len(word)):
            return end - len(word)
    return end - 1 if last.isspace() or last in "、，：:" else end


def _trailing_start(name: str) -> int:
    match = _trailing().match(name)
    return match.start() if match is not None else len(name)


@cache
def _joints() -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return the words by their last character, the longest first, each with those it is a part of behind."""
    keep, found = table("phrases")["trailing_keep"], dict[str, list[tuple[str, tuple[str, ...]]]]()
    for word in sorted(table("phrases")["trailing"], key=lambda word: -len(word)):
        found.setdefault(word[-1], []).append((word, tuple(keep.get(word, ()))))
    return {last: tuple(words) for last, words in found.items()}


def _may_end_there(name: str, end: int) -> bool:
    """Whether one of the longer expressions can end before `end`: two characters mostly tell, else three."""
    return _may_end_longer(name[max(0, end - 2) : end]) and _may_end_longer(name[max(0, end - 3) : end])


@lru_cache(maxsize=4096)
def _may_end_longer(last: str) -> bool:
    """Whether one of the longer expressions can end with two or three characters, whatever must follow them."""
    return _longer_ends().match(last, partial=True) is not None


@cache
def _longer_ends() -> regex.Pattern[str]:
    return regex.compile(_LOOK_AHEAD.sub("", _longer_trailing().pattern))


_LOOK_AHEAD = expression(r"\(\?=[^()]*\)")


_DIVISIONS = frozenset("乡镇村")


@lru_cache(maxsize=16)
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
    if "的" in name and (word := _WITH_DE.search(name)) is not None:
        return _JOINTS.sub("", name[: word.start()]) + word[0] + _JOINTS.sub("", name[word.end() :])
    return _JOINTS.sub("", name)


def unquoted(words: str) -> str:
    """Return words without quotation marks and blanks."""
    return _QUOTES.sub("", words)
