"""Wrappers in Word files (insertions, links, fields, content controls) and how deep they are followed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

from planforge.ooxml.names import w

MOST_DEPTH = 60
"""Levels that are followed: no program writes so many, and a file made to break the reader may not run it out."""


def runs_in(parent: Element, skipped: Collection[str], depth: int = 0) -> Iterator[Element]:
    """Yield the runs in a paragraph and in the wrappers there; what is in elements of the names `skipped` is not."""
    for child in parent:
        if child.tag == w("r"):
            yield child
        elif child.tag not in skipped and depth < MOST_DEPTH:
            yield from runs_in(child, skipped, depth + 1)
