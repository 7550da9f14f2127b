"""Cuts the body into its sections, each with its last paragraph, and pairs those of two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.render.docx.oxml import Element
from planforge.review.redline.chain import heaviest_chain
from planforge.review.redline.likeness import likeness, pairs_of
from planforge.review.redline.node import child, words_of

Section = list[Element]
_SOMETHING = 0.01


def sections_of(nodes: Sequence[Element]) -> list[Section]:
    """Return the sections; a section ends with the paragraph that holds its properties, the last one with the body."""
    found: list[Section] = [[]]
    for node in nodes:
        found[-1].append(node)
        if child(child(node, "pPr"), "sectPr") is not None:
            found.append([])
    return [section for section in found if section]


def paired_sections(old: Sequence[Section], new: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    """Yield sections that belong together, one side empty where the other has one more."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    i = j = 0
    for k, m in [*heaviest_chain(_alike(old, new)), (len(old), len(new))]:
        yield from ((gone, []) for gone in old[i:k])
        yield from (([], come) for come in new[j:m])
        if k < len(old):
            yield old[k], new[m]
        i, j = k + 1, m + 1


def _alike(old: Sequence[Section], new: Sequence[Section]) -> Iterator[tuple[int, int, float]]:
    """Yield how alike all sections are; there are four at most."""
    before, after = ([pairs_of("".join(map(words_of, section))) for section in side] for side in (old, new))
    for i, one in enumerate(before):
        for j, two in enumerate(after):
            yield i, j, _SOMETHING + likeness(one, two)
