"""What changed within a printed line, text by text; numbers that the program prints are not compared."""

from __future__ import annotations

from dataclasses import field, replace

from planforge.patterns import expression
from planforge.records import record
from planforge.render.trace import Part, TracedLine
from planforge.review.wording import aligned

NUMBER = expression(
    r"[ 　]*(?:第[一二三四五六七八九十百\d]+[章节条部分]+|[（(][一二三四五六七八九十百\d]+[）)]|[①-⑳]|——|"
    r"[一二三四五六七八九十百]+(?:、|是)|\d+[.．、](?!\d)|(?:表|图|专栏) ?\d+[：:]?)[ 　]*"
)
"""A typed number or mark before a heading, an item or a caption, in any of the styles that a plan prints."""


@record(frozen=True, slots=True)
class Hunk:
    """The characters [start, end) have become `new`; `at` is where these stand in the paragraph as it is now."""

    start: int
    end: int
    new: str
    at: int = field(default=0, compare=False)

    def overlaps(self, other: Hunk) -> bool:
        """Return whether both touch the same characters, or insert at the same place."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


@record(frozen=True, slots=True)
class PartHunk:
    """A hunk within one text of a line, counted from the start of that text."""

    part: Part
    hunk: Hunk


@record(frozen=True)
class LineEdits:
    """What changed in a line: within its texts, and (counted from its start) in what the program printed."""

    inside: tuple[PartHunk, ...]
    outside: tuple[Hunk, ...]

    @property
    def in_line(self) -> list[Hunk]:
        """Return the changes within the texts counted from the start of the line."""
        starts = ((one.hunk, one.part.start) for one in self.inside)
        return [replace(hunk, start=hunk.start + start, end=hunk.end + start) for hunk, start in starts]


def hunks(old: str, new: str) -> list[Hunk]:
    """Return the changes from `old` to `new`, figures and words whole."""
    found, at, now = [], 0, 0
    for piece in aligned(old, new):
        if not piece.same:
            found.append(Hunk(at, at + len(piece.old), piece.new, now))
        at += len(piece.old)
        now += len(piece.new)
    return found


def line_edits(line: TracedLine, now: str) -> LineEdits:
    """Return what became of a line of the base text that reads `now`."""
    skipped, taken = _peeled(line, now)
    inside: list[PartHunk] = []
    outside: list[Hunk] = []
    found = hunks(line.text[skipped:], now[taken:])
    if skipped and not taken and found and not found[0].end:
        # not only the number is gone, but something else is typed in its place, before the same words
        skipped, found = 0, hunks(line.text, now)
    for hunk in found:
        moved = Hunk(hunk.start + skipped, hunk.end + skipped, hunk.new, hunk.at + taken)
        for one in _split(line, _slid(line, moved)):
            part = _part_of(line, one)
            if part is not None:
                inside.append(PartHunk(part, replace(one, start=one.start - part.start, end=one.end - part.start)))
            else:
                outside.append(one)
    return LineEdits(tuple(inside), tuple(outside))


def _peeled(line: TracedLine, now: str) -> tuple[int, int]:
    """Return how many characters of the line and of `now` are the number before it."""
    length = line.parts[0].start if line.parts else 0
    printed = line.text[:length]
    if not length or now.startswith(printed):
        return length, length
    if not NUMBER.fullmatch(printed) or printed in now:
        return 0, 0
    typed = NUMBER.match(now)
    return length, typed.end() if typed else 0


def without_number(words: str) -> str:
    """Return words without a typed number or mark before them."""
    typed = NUMBER.match(words)
    return words[typed.end() :] if typed else words


def _slid(line: TracedLine, hunk: Hunk) -> Hunk:
    """Return an insertion or deletion moved along equal characters to where it lies within one text of the line.

    “；甲：乙” put in before “；丙” reads like “甲：乙；” put in behind the “；”.
    """
    if _part_of(line, hunk) is not None or (hunk.new and hunk.start < hunk.end):
        return hunk
    words = hunk.new or line.text[hunk.start : hunk.end]
    for step in (-1, 1):
        start, end, new = hunk.start, hunk.end, words
        while True:
            here = start - 1 if step < 0 else end
            edge = new[-1] if step < 0 else new[0]
            if not 0 <= here < len(line.text) or line.text[here] != edge:
                break
            start, end = start + step, end + step
            new = edge + new[:-1] if step < 0 else new[1:] + edge
            moved = replace(
                hunk, start=start, end=end, new=new if hunk.new else "", at=max(0, hunk.at + start - hunk.start)
            )
            if _part_of(line, moved) is not None:
                return moved
    return hunk


def _part_of(line: TracedLine, hunk: Hunk) -> Part | None:
    """Return the text a hunk lies in; an insertion between two texts belongs to the one it follows."""
    within = [part for part in line.parts if part.start <= hunk.start and hunk.end <= part.end]
    return within[0] if within else None


def _split(line: TracedLine, hunk: Hunk) -> list[Hunk]:
    """Cut a hunk that reaches over words the program printed, where these words still stand in the new text."""
    if _part_of(line, hunk) is not None:
        return [hunk]
    for start, end in _generated(line):
        words = line.text[start:end]
        if hunk.start <= start and end <= hunk.end and words and hunk.new.count(words) == 1:
            before, _, behind = hunk.new.partition(words)
            pieces = [replace(hunk, end=start, new=before), Hunk(end, hunk.end, behind, hunk.at + len(before + words))]
            changed = [one for one in pieces if line.text[one.start : one.end] != one.new]
            return [small for one in changed for small in _split(line, one)]
    return [hunk]


def _generated(line: TracedLine) -> list[tuple[int, int]]:
    """Return the stretches between the texts of a line."""
    ends = [0, *(part.end for part in line.parts)]
    starts = [*(part.start for part in line.parts), len(line.text)]
    return [(start, end) for start, end in zip(ends, starts, strict=True) if start < end]


def onto(hunk: Hunk, base: str, ours: str) -> tuple[Hunk | None, bool]:
    """Carry a hunk of the base text over to what the plan says now.

    Returns the hunk in `ours`, None when the plan changed the same place otherwise, and whether it changed it alike.
    """
    if base == ours:
        return hunk, False
    shift = 0
    for other in hunks(base, ours):
        if other == hunk:
            return None, True
        if other.overlaps(hunk):
            return None, False
        if other.end <= hunk.start:
            shift += len(other.new) - (other.end - other.start)
    return replace(hunk, start=hunk.start + shift, end=hunk.end + shift), False
