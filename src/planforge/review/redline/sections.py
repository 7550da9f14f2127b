"""Cuts the body into its sections, each with its last paragraph, and pairs those of two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import zip_longest

from planforge.render.docx.oxml import Element, element
from planforge.review.redline.chain import heaviest_chain
from planforge.review.redline.likeness import likeness, pairs_of
from planforge.review.redline.node import child, local, words_of

Section = list[Element]
_SOMETHING = 0.01
_NOT_IN_CHANGES = ("headerReference", "footerReference", "type", "sectPrChange")


def sections_of(nodes: Sequence[Element]) -> list[Section]:
    """Return the sections; a section ends with the paragraph that holds its properties, the last one with the body."""
    found: list[Section] = [[]]
    for node in nodes:
        found[-1].append(node)
        if child(child(node, "pPr"), "sectPr") is not None:
            found.append([])
    return [section for section in found if section]


def paired_sections(old: Sequence[Section], new: Sequence[Section]) -> list[tuple[Section, Section]]:
    """Return the sections that belong together.

    A section that only the new version has is a pair with an empty old side: its break stays when changes are rejected,
    or the section before it would take its page set-up. One that only the old version has is joined to the section
    before it, so that nothing of it is left when changes are accepted.
    """
    if len(old) == len(new) or not old or not new:
        return list(zip_longest(old, new, fillvalue=[]))
    found: list[tuple[Section, Section]] = []
    ahead: Section = []
    i = j = 0
    for k, m in [*heaviest_chain(_alike(old, new)), (len(old), len(new))]:
        (found[-1][0] if found else ahead).extend(node for gone in old[i:k] for node in gone)
        found += [([], come) for come in new[j:m]]
        if k < len(old):
            found.append(([*ahead, *old[k]], new[m]))
            ahead = []
        i, j = k + 1, m + 1
    return found


def continuous(section: Element) -> Element:
    """Return the page set-up of `section` for what is left of a new last section when changes are rejected.

    Its last paragraph mark stays, an empty line of one point; without a new page it is not seen.
    """
    parts = (deepcopy(part) for part in section if local(part) not in _NOT_IN_CHANGES)
    return element("sectPr", None, element("type", {"val": "continuous"}), *parts)


def _alike(old: Sequence[Section], new: Sequence[Section]) -> Iterator[tuple[int, int, float]]:
    """Yield how alike all sections are; there are four at most."""
    before, after = ([pairs_of("".join(map(words_of, section))) for section in side] for side in (old, new))
    for i, one in enumerate(before):
        for j, two in enumerate(after):
            yield i, j, _SOMETHING + likeness(one, two)
