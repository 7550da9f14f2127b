"""`expression`: regular expressions that cost nothing before they are used.

Reading and linting know some five hundred of them, most plans meet half. And in Python 3.11 it takes a millisecond to
compile the class of all Chinese characters, one step for each of them; the class of all that is no Chinese character
is short, and takes a fifth.
"""

from __future__ import annotations

import re
from typing import Any, cast

from planforge.compiled import compiled

HAN = "[\u4e00-\u9fff]"
"""A Chinese character, as expressions write it; escaped or not."""
_SIGNS = "\x00-\u024f\u0370-\u04ff\u1e00-\u1eff\u2000-\u27bf\u3000-\u303f\u3200-\u33ff\ufe00-\uffff"
"""Latin, Greek, Cyrillic, signs, full-width characters. Kana and rare characters count as Chinese, as they should."""
_WRITTEN = (HAN, r"[\u4e00-\u9fff]")


def with_rare(source: str) -> str:
    """Return the source of a pattern with its class of Chinese characters widened to the rare ones."""
    for written in _WRITTEN:
        source = source.replace(written, f"[^{_SIGNS}]")
    return source


class _Expression:
    """Stands for a compiled expression; from its first use on it has the methods of that."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)  # nothing else is asked of an expression; a copy asks before it has a source
        made = compiled(with_rare(self.pattern), self.flags)
        self.__dict__.update((own, getattr(made, own)) for own in _METHODS)
        return getattr(made, name)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression that is compiled when it is first used.

    Args:
        source: as for `re.compile`; a fault in it is raised at the first use. `[\u4e00-\u9fff]` also takes the rare
            characters of other blocks.
        flags: those of `re`.
    """
    return cast("re.Pattern[str]", _Expression(source, flags))
