"""Where a text says the same characters twice in a row.

An expression that refers back tries every character. A text laid over itself, some characters further on, shows all of
them in a few operations on one large number: what is the same in both leaves zeros.
"""

from __future__ import annotations

from collections.abc import Iterator

_WIDTH = 4
"""Bytes of a character in the encoding that gives the same number to all of them."""


def doubled(text: str, length: int) -> Iterator[int]:
    """Yield where so many characters begin that stand again right behind, in the order of the text."""
    # the lowest byte of a character tells it from most others, and a quarter of the bytes takes a quarter of the time
    lowest = text.encode("utf-32-le", "surrogatepass")[::_WIDTH]
    number = int.from_bytes(lowest, "little")
    different = (number ^ (number >> 8 * length)).to_bytes(len(lowest), "little")
    same = bytes(length)
    at = different.find(same)
    while at >= 0:
        if text[at : at + length] == text[at + length : at + 2 * length]:
            yield at
        at = different.find(same, at + 1)
