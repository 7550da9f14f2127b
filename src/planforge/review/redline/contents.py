"""The contents (目录) are computed: where both versions have them, the new ones stand in the redline, unmarked.

They are one field over all entries, which marks inside would break; a program computes it anew from the headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from planforge.render.docx.oxml import Element
from planforge.review.redline.node import child, value

_STYLES = ("PfContents1", "PfContents2", "PfContents3")


def with_contents_of(old: Sequence[Element], new: Sequence[Element]) -> list[Element]:
    """Return the body `old` with the entries of `new` in place of its own, when both have contents."""
    entries = [node for node in new if _is_entry(node)]
    first = next((at for at, node in enumerate(old) if _is_entry(node)), -1)
    if not entries or first < 0:
        return list(old)
    return list(_replaced(old, first, entries))


def _replaced(old: Sequence[Element], first: int, entries: Sequence[Element]) -> Iterator[Element]:
    for at, node in enumerate(old):
        if at == first:
            yield from (deepcopy(entry) for entry in entries)
        if not _is_entry(node):
            yield node


def _is_entry(node: Element) -> bool:
    return value(child(child(node, "pPr"), "pStyle"), "val") in _STYLES
