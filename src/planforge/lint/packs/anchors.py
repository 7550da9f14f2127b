"""Words that every match of an expression has: where none of them stands the expression need not be tried.

`[（(]简称[^）]+[）)]` cannot match a line without 简称, and 简称 is found in a tenth of the time. What is read off is a
necessary condition, never a sufficient one; an expression that is not understood has no such words and is tried
everywhere. Which lines have the words is for `Lines` to find.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planforge.lint.packs.tokens import NotUnderstoodError, Token, characters, tokens
from planforge.records import record

Words = frozenset[str]
_NOTHING: Words = frozenset({""})
_MOST = 60
"""So many words at most: more of them stand in most lines, one or the other."""
_SHORT = 100
"""A single character is as good as so many longer words: it stands in as many more lines, and no sweep finds it."""
_USUAL = frozenset("，。、；：年")
"""Single characters that stand in most lines."""


@record(frozen=True, slots=True)
class Part:
    """What is known of a part: all it can match, when that is few words; words one of which every match has."""

    exact: Words | None = None
    needed: Words | None = None


def anchors(source: str) -> tuple[str, ...]:
    """Return words of which every match has one, in the line where it stands; none when nothing is sure.

    Args:
        source: an expression that compiles.
    """
    try:
        read = tokens(source)
        part, end = alternatives(read, 0)
    except NotUnderstoodError:
        return ()
    return tuple(sorted(part.needed)) if part.needed and end == len(read) else ()


def alternatives(read: Sequence[Token], at: int) -> tuple[Part, int]:
    """Read alternatives up to a closing bracket or the end; return what they are together, and where that is.

    Raises:
        NotUnderstoodError: when a bracket is not closed.
    """
    branches: list[Part] = []
    while True:
        branch, at = _sequence(read, at)
        branches.append(branch)
        if at == len(read) or read[at].kind == "close":
            return Part(_union(one.exact for one in branches), _union(one.needed for one in branches)), at
        at += 1


def _union(sets: Iterable[Words | None]) -> Words | None:
    found: Words = frozenset()
    for one in sets:
        if one is None or len(found | one) > _MOST:
            return None
        found |= one
    return found


def _sequence(read: Sequence[Token], at: int) -> tuple[Part, int]:
    """Read what stands side by side: words that follow each other are one word."""
    run, whole = _NOTHING, True
    needed: list[Words] = []
    while at < len(read) and read[at].kind not in ("close", "bar"):
        part, at = _item(read, at)
        needed += [part.needed] if part.needed is not None else []
        exact = part.exact
        if exact is None or len(exact) > 1:
            needed.append(run)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = frozenset(before + word for before in run for word in exact)
        else:
            run, whole = exact or _NOTHING, False
    needed.append(run)
    return Part(run if whole else None, _best(needed)), at


def _best(candidates: Iterable[Words]) -> Words | None:
    """Return the words that are quickest to look for and stand in the fewest lines."""
    sure = [words for words in candidates if all(word and "\n" not in word for word in words)]
    return min(sure, key=_cost, default=None)


def _cost(words: Words) -> tuple[int, int]:
    short = sum(2 if word in _USUAL else 1 for word in words if len(word) == 1)
    return _SHORT * short + len(words), -min(map(len, words))


def _item(read: Sequence[Token], at: int) -> tuple[Part, int]:
    """Read one token, or a group with all that is in it."""
    token, opening = read[at], at
    if token.kind == "open":
        part, at = alternatives(read, at + 1)
        if at == len(read):
            raise NotUnderstoodError
        if token.looks_around:
            # what is looked at lies in the same line only when it is known to the last character
            part = Part(_NOTHING, part.needed if part.exact is not None and token.text[-1] == "=" else None)
        return _said_again(_repeated(part, read[at]), read, opening, at + 1)
    if token.kind == "edge":
        return Part(_NOTHING), at + 1
    words = characters(token, _MOST) if token.kind in ("plain", "class") else None
    return _repeated(Part(words, words), token), at + 1


def _said_again(part: Part, read: Sequence[Token], opening: int, at: int) -> tuple[Part, int]:
    r"""Return what a group is together with a reference back to it right behind, as in `(..)\1`."""
    number = sum(token.captures for token in read[: opening + 1])
    again = at < len(read) and read[opening].captures and read[at].kind == "back" and read[at].least > 0
    if not again or part.exact is None or read[at].text != f"\\{number}":
        return part, at
    twice = frozenset(word * 2 for word in part.exact)
    return Part(twice if read[at].most == 1 else None, twice), at + 1


def _repeated(part: Part, token: Token) -> Part:
    if token.least == 0:
        once = part.exact is not None and token.most == 1
        return Part(part.exact | _NOTHING if once and part.exact is not None else None)
    if token.most == 1:
        return part
    if part.exact is not None and len(part.exact) == 1:
        return Part(None, frozenset(word * token.least for word in part.exact))
    return Part(None, part.needed)
