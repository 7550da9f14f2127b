"""The private characters that stand before traced texts while a page is printed a second time."""

from __future__ import annotations

from planforge.patterns import expression

FIRST = 0xF0000
LAST = 0xFFFFD
"""Supplementary private use area A: no font and no plan has anything there."""
MARKS = expression(f"[{chr(FIRST)}-{chr(LAST)}]")


def unmarked(words: str) -> str:
    """Return words without the marks."""
    return MARKS.sub("", words)
