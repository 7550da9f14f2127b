"""How wide text is, in characters of its size: Chinese ones count one, digits and Latin letters a half."""

from __future__ import annotations


def width_of(text: str) -> float:
    """Return the width of a text in characters."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)
