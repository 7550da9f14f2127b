"""Paragraphs that were only divided or joined: the same words, with other ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from planforge.records import record
from planforge.review.paragraphs import Paragraph

_OPENING = 6
"""How many characters lead from a paragraph to the parts that could begin it."""


@record(frozen=True)
class Division:
    """A paragraph and the two or more that have its words."""

    whole: Paragraph
    parts: tuple[Paragraph, ...]


def divisions(wholes: Sequence[Paragraph], parts: Sequence[Paragraph]) -> Iterator[Division]:
    """Yield which of `wholes` stand in consecutive ones of `parts`, each part used once at most."""
    beginnings: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, part in enumerate(parts):
        beginnings[part.section, part.text.written[:_OPENING]].append(index)
    used: set[int] = set()
    for whole in wholes:
        for start in beginnings[whole.section, whole.text.written[:_OPENING]]:
            end = _end(whole, parts, start)
            if end - start > 1 and used.isdisjoint(range(start, end)):
                used.update(range(start, end))
                yield Division(whole, tuple(parts[start:end]))
                break


def _end(whole: Paragraph, parts: Sequence[Paragraph], start: int) -> int:
    """Return where the parts end whose words from `start` on are those of `whole`; `start` when they are not."""
    left = whole.text.written
    for index in range(start, len(parts)):
        words = parts[index].text.written
        if parts[index].section != whole.section or not words or not left.startswith(words):
            return start
        left = left[len(words) :].lstrip()
        if not left:
            return index + 1
    return start
