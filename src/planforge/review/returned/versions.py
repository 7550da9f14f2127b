"""Which lines of the plan are now what a paragraph, split or joined ones of the base text have become in it.

The plan may have been split or joined there itself, most of all when the same file was merged before.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.render.trace import Part, TracedLine
from planforge.review.returned.hunks import without_number
from planforge.review.returned.likeness import ALIKE, likeness
from planforge.review.returned.pairing import Group
from planforge.review.returned.reviewed import Reviewed


def lines_now(review: Reviewed, group: Group) -> tuple[TracedLine, ...]:
    """Return the lines of the plan for a group: one, or as many as the reviewer split the paragraph into."""
    lines, first = review.present.trace.lines, review.ours.get(group.base[0])
    if first is None:
        return ()
    count = len(group.now)
    claimed = set(review.ours.values()) - {first}
    words = [review.now.paragraphs[at].text for at in group.now]
    for start in range(max(0, first - count + 1), first + 1):
        window = range(start, min(start + count, len(lines)))
        if len(window) == count > 1 and not claimed & set(window) and _alike([lines[at].text for at in window], words):
            return tuple(lines[at] for at in window)
    return (lines[first],)


def _alike(lines: Sequence[str], words: Sequence[str]) -> bool:
    pairs = zip(map(without_number, lines), map(without_number, words), strict=True)
    return all(likeness(one, two) >= ALIKE for one, two in pairs)


def joined_in_plan(review: Reviewed, group: Group) -> TracedLine | None:
    """Return the line of the plan that holds all of a group whose paragraphs both sides joined, None for none."""
    known = {review.ours[at] for at in group.base if at in review.ours}
    if len(known) != 1 or len(group.now) > 1:
        return None
    line = review.present.trace.lines[known.pop()]
    whole = "".join(review.base[at].text for at in group.base)
    parts = (review.base[at].text for at in group.base)
    return line if likeness(line.text, whole) > max(likeness(line.text, part) for part in parts) else None


def as_one(whole: TracedLine, last: str) -> TracedLine:
    """Return joined lines with one part in the place of those from the first paragraph on, named `last`."""
    main = next(part for part in whole.parts if part.key == last)
    before = tuple(part for part in whole.parts if part.end <= main.start)
    return TracedLine(whole.text, (*before, Part(main.start, len(whole.text), last)))
