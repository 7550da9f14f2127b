"""What an expression begins with: whether that is quick to find, and what `re` finds more quickly than `regex`."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.lint.packs.anchors import alternatives
from planforge.lint.packs.tokens import NotUnderstoodError, Token, tokens
from planforge.patterns import expression

_PLAINLY = expression(r"(?:\(\?<[!=][^()\\]*\))?[^\\()\[\]{}.?*+|^$](?![?*{])")
"""A plain character, perhaps behind a look-around: so most expressions begin."""
_SAID_TWICE = expression(r"\(\[(?:\\.|[^\\\]])+\]\{(?P<least>[1-9]),(?P<most>[1-9])\}\)\\1(?![?*{\d])")


def beginning(source: str) -> str:
    r"""Return what an expression begins with that refers back to a group; empty when it begins otherwise.

    `(..)\1` is slow in `regex` and quick in `re`, which cannot do all of the look-arounds that mostly stand behind it.
    """
    if "\\1" not in source and "(?P=" not in source:
        return ""
    try:
        read = tokens(source)
    except NotUnderstoodError:
        return ""
    if _has_branches(read, 0):
        return ""
    depth = 0
    for index, token in enumerate(read):
        if depth == 0 and token.looks_around:
            read, source = read[:index], source[: token.start]
            break
        depth += (token.kind == "open") - (token.kind == "close")
        if token.looks_around:
            return ""
    return source if any(token.kind == "back" for token in read) else ""


def said_twice(source: str) -> range | None:
    r"""Return how many characters `([…]{2,4})\1` and what begins with it say twice; None for other beginnings.

    Args:
        source: what `beginning` returns.
    """
    found = _SAID_TWICE.match(source)
    return range(int(found["least"]), int(found["most"]) + 1) if found else None


def begins_surely(source: str) -> bool:
    """Return whether a character stands at a known distance from where every match begins.

    `regex` looks for such a character by itself, and nothing is quicker.
    """
    if _PLAINLY.match(source) and "|" not in source:
        return True
    try:
        read = tokens(source)
    except NotUnderstoodError:
        return False
    return not _has_branches(read, 0) and _reaches_character(read)


def _reaches_character(read: Sequence[Token]) -> bool:
    """Return whether a plain character is the first of what can be of any length."""
    at = 0
    while at < len(read):
        token = read[at]
        if token.kind == "plain" or token.text == "^":
            return token.least > 0
        if token.kind == "open" and (token.looks_around or _has_branches(read, at + 1)):
            part, at = alternatives(read, at + 1)
            if not token.looks_around and (part.exact is None or len({len(word) for word in part.exact}) > 1):
                return False
            token = read[at]
        if token.least != token.most or token.kind == "back":
            return False
        at += 1
    return False


def _has_branches(read: Sequence[Token], at: int) -> bool:
    """Return whether there are alternatives between here and the end of the group."""
    depth = 0
    for token in read[at:]:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth < 0:
            return False
        if depth == 0 and token.kind == "bar":
            return True
    return False
