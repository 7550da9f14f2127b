"""The tokens of a regular expression and what each says by itself; what they say together is for `anchors`.

Only what packs commonly use is known here. An expression with anything else is not understood, which is no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from planforge.patterns import expression

_ESCAPED = r"\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^A-Za-z0-9])"
_TOKEN = expression(
    r"(?P<open>\((?:\?(?:P<\w+>|<\w+>|[:=!>]|<[=!]))?(?![?*]))|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<edge>[\^$]|\\[bBAZ])|(?P<back>\\[1-9]|\(\?P=\w+\))|(?P<kind>\.|\\[dDsSwW])"
    rf"|(?P<plain>{_ESCAPED}|[^\\(){{}}\[\]*+?|^$.])",
    re.DOTALL,
)
_REPEAT = expression(r"(?:(?P<sign>[*+?])|\{(?P<least>\d+)(?P<range>,(?P<most>\d*))?\})[?+]?")
_LONGEST = 400
"""Characters of an expression; a longer one is a list of words, none of which is in every match."""
_LEAST = {"*": 0, "+": 1, "?": 0}
_MEMBER = rf"(?:{_ESCAPED}|[^\\\[&~|-])"
_MEMBERS = expression(rf"(?:{_MEMBER}(?:-{_MEMBER})?)+-?", re.DOTALL)
"""The members of a class that are characters or ranges of them, without kinds, classes inside or sets put together."""
_RANGE = expression(rf"({_MEMBER})(?:-({_MEMBER}))?|-", re.DOTALL)


class NotUnderstoodError(Exception):
    """The expression has a part whose meaning is not read here."""


class Token(NamedTuple):
    """A token, with what stands behind it that says how often it comes.

    Attributes:
        kind: open, close, bar, class, edge (^, $), back (to a group), kind (of characters) or plain (one character).
        text: as written.
        start: where it begins in the expression.
        least: how often it comes at least.
        most: how often it comes at most; None for any number.
    """

    kind: str
    text: str
    start: int
    least: int = 1
    most: int | None = 1

    @property
    def captures(self) -> bool:
        """Whether a group begins here that can be referred to."""
        return self.kind == "open" and (self.text == "(" or (self.text[-1] == ">" and self.text != "(?>"))

    @property
    def looks_around(self) -> bool:
        """Whether a group begins here that takes no characters."""
        return self.kind == "open" and self.text[-1] in "=!"


@lru_cache(maxsize=1)
def tokens(source: str) -> tuple[Token, ...]:
    """Return the tokens of an expression that compiles.

    Raises:
        NotUnderstoodError: at a part that is not known here.
    """
    if len(source) > _LONGEST:
        raise NotUnderstoodError
    return tuple(_tokens(source))


def _tokens(source: str) -> Iterator[Token]:
    at = 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None or found.lastgroup is None:
            raise NotUnderstoodError
        kind, end = found.lastgroup, found.end()
        repeat = _REPEAT.match(source, end) if kind not in ("open", "bar") else None
        if repeat is None:
            yield Token(kind, found.group(), at)
        else:
            yield Token(kind, found.group(), at, *_times(repeat))
            end = repeat.end()
        at = end


def _times(repeat: re.Match[str]) -> tuple[int, int | None]:
    if repeat["sign"]:
        return _LEAST[repeat["sign"]], 1 if repeat["sign"] == "?" else None
    least = int(repeat["least"])
    return least, int(repeat["most"]) if repeat["most"] else None if repeat["range"] else least


def characters(token: Token, most: int) -> frozenset[str] | None:
    """Return what a plain token or a class can stand for; None when those are more than `most`, or cannot be told."""
    if token.kind == "plain":
        return frozenset({_character(token.text)})
    members = token.text[1:-1]
    if members.startswith("^") or _MEMBERS.fullmatch(members) is None:
        return None
    found: set[str] = set()
    for first, last in _RANGE.findall(members):
        low, high = (ord(_character(one)) for one in (first or "-", last or first or "-"))
        if high - low >= most:
            return None
        found.update(map(chr, range(low, high + 1)))
    return frozenset(found) if len(found) <= most else None


def _character(written: str) -> str:
    return chr(int(written[2:], 16)) if len(written) > 2 else written[-1]
