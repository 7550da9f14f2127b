"""Which paragraphs of two versions are the same one: word for word, or reworded."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Sequence

from planforge.review.paragraphs import Paragraph

Pair = tuple[Paragraph, Paragraph]
"""A paragraph as it was and as it is."""
_ALIKE = 0.5
_MOST_PAIRS = 40_000


def same(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[Pair]:
    """Pair paragraphs that stand in both with the same words, in the new order; rather in the same section."""
    waiting: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in before:
        waiting[paragraph.text.written].append(paragraph)
    pairs: list[Pair] = []
    for paragraph in after:
        candidates = waiting[paragraph.text.written]
        if candidates:
            here = next((one for one in candidates if one.section == paragraph.section), candidates[0])
            candidates.remove(here)
            pairs.append((here, paragraph))
    return pairs


def alike(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[Pair]:
    """Pair paragraphs that are versions of each other, the most alike first."""
    scored = []
    for one in before:
        for two in after:
            near = one.section == two.section or len(before) * len(after) <= _MOST_PAIRS
            likeness = _likeness(one.text.written, two.text.written) if near else 0.0
            if likeness >= _ALIKE:
                scored.append((one.section == two.section, likeness, one, two))
    scored.sort(key=lambda item: (-item[0], -item[1]))
    pairs: list[Pair] = []
    used: set[Paragraph] = set()
    for _, _, one, two in scored:
        if used.isdisjoint((one, two)):
            pairs.append((one, two))
            used.update((one, two))
    return pairs


def _likeness(one: str, two: str) -> float:
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
