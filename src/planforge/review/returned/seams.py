"""What changed within the texts of paragraphs that were joined, besides the joins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planforge.render.trace import Part, TracedLine
from planforge.review.returned.hunks import Hunk, line_edits
from planforge.review.returned.layout import Layout
from planforge.review.returned.splicing import CannotSpliceError

TANGLED = "几段改成了另外几段，对不上，请人工处理"
APART = "并成一段的文字在规划里分在两块，请人工处理"


def changes_beside_joins(
    lines: Sequence[TracedLine], words: str, layout: Layout, known: Sequence[int]
) -> dict[int, list[Hunk]]:  # fmt: skip
    """Return what changed within the texts besides the joins; anything else is not certain."""
    whole = together(lines)
    edits = line_edits(whole, words)
    by_key = {layout.slot(at).key: at for at in known}
    changes: dict[int, list[Hunk]] = {at: [] for at in known}
    gaps = [(one.end, two.start) for one, two in pairwise(whole.parts) if "\n" in whole.text[one.end : two.start]]
    for hunk in edits.outside:
        gap = next((gap for gap in gaps if hunk.start <= gap[0] and gap[1] <= hunk.end), None)
        if gap is None:
            raise CannotSpliceError("并段的同时还改了程序印出的字，请人工处理")
        gaps.remove(gap)
        _beside(whole, hunk, gap, changes, by_key)
    if gaps:
        raise CannotSpliceError(TANGLED)
    for inside in edits.inside:
        if inside.part.key not in by_key:
            raise CannotSpliceError(APART)
        changes[by_key[inside.part.key]].append(inside.hunk)
    return changes


def _beside(
    whole: TracedLine, hunk: Hunk, gap: tuple[int, int], changes: dict[int, list[Hunk]], by_key: dict[str, int]
) -> None:
    """Give the texts on both sides of a gap what a hunk over it did to them."""
    for part in whole.parts:
        if part.end == gap[0] and (hunk.new or hunk.start < gap[0]):
            change = Hunk(hunk.start - part.start, part.end - part.start, hunk.new, hunk.at)
            changes[by_key[part.key]].append(change)
        if part.start == gap[1] and gap[1] < hunk.end:
            changes[by_key[part.key]].append(Hunk(0, hunk.end - part.start, ""))


def together(lines: Sequence[TracedLine]) -> TracedLine:
    """Return lines as one, line ends between them."""
    text, parts = "", []
    for line in lines:
        start = len(text) + (1 if text else 0)
        text = f"{text}\n{line.text}" if text else line.text
        parts += [Part(part.start + start, part.end + start, part.key) for part in line.parts]
    return TracedLine(text, tuple(parts))
