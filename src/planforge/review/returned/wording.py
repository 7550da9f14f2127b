"""Edits within paragraphs: which text of the plan each one belongs to, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.records import record
from planforge.render.trace import Part, TracedLine
from planforge.review.returned.copied import as_read
from planforge.review.returned.figures import BESIDE, apart
from planforge.review.returned.hunks import Hunk, PartHunk, line_edits, onto
from planforge.review.returned.operation import Pending
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.pairing import Group
from planforge.review.returned.resolved import Returned
from planforge.review.returned.reviewed import Reviewed, context
from planforge.review.returned.text_edits import renumbered, text_edits
from planforge.review.returned.versions import lines_now

_PRINTED = "这些字由程序印出（编号、单位的名目、标点），不在规划的文字里"
_GONE = "规划里这一段已经删去或改得认不出"
_CHANGED = "规划里这一处已经另有改动"


def edited(review: Reviewed, group: Group) -> Iterator[Item | Pending]:
    """Yield the edits of a paragraph that is still one."""
    now = review.now.paragraphs[group.now[0]]
    edits = Edits(review, group.base[0], review.base[group.base[0]], now, lines_now(review, group))
    yield from edits.present() if group.now[0] in review.said else edits.all()


@record(frozen=True)
class Edits:
    """The edits that make a line of the base text read as it does now.

    Attributes:
        review: the reviewed file.
        base: the line, or the first one of several that were joined.
        line: its words.
        now: what it reads now (line ends where it was split), and who made which edit.
        ours: what it has become in the plan; nothing when it is gone.
    """

    review: Reviewed
    base: int
    line: TracedLine
    now: Returned
    ours: tuple[TracedLine, ...]

    def all(self) -> Iterator[Item | Pending]:
        """Yield all of them."""
        words = self.now.text
        if self.line.text == words:
            return
        if not self.ours:
            item = self.review.item(Kind.TEXT, self.base, self.now.stamp(0, len(words)), old=self.line.text, new=words)
            if not words:
                yield replace(item, status=Status.PRESENT)
                return
            yield replace(item, status=Status.CONFLICT if self.line.parts else Status.UNPLACED, reason=_GONE)
            return
        edits = line_edits(self.line, words)
        for hunk in edits.outside:
            yield replace(self._item(self.line.text, hunk), status=Status.UNPLACED, reason=_PRINTED)
        by_slot: dict[int, list[Hunk]] = {}
        good, beside = apart(self.line.text, edits.in_line, edits.outside)
        for hunk in beside:
            yield replace(self._item(self.line.text, hunk), status=Status.UNPLACED, reason=BESIDE)
        for inside, hunk in zip(edits.inside, edits.in_line, strict=True):
            if hunk not in good:
                continue
            placed = self._placed(inside)
            if isinstance(placed, Item):
                yield from self._but_for_figures(placed, inside)
            else:
                by_slot.setdefault(placed[0], []).append(placed[1])
        for slot, changes in by_slot.items():
            yield from text_edits(self.review, self.base, slot, changes, self.now)

    def present(self) -> Iterator[Item]:
        """Yield all of them as made already: the plan reads as the reviewer's file."""
        if self.line.text == self.now.text:
            return
        edits = line_edits(self.line, self.now.text)
        for hunk in edits.outside:
            yield replace(self._item(self.line.text, hunk), status=Status.PRESENT)
        for inside in edits.inside:
            old = self.line.text[inside.part.start : inside.part.end]
            yield replace(self._item(old, inside.hunk), status=Status.PRESENT)

    def _placed(self, inside: PartHunk) -> Item | tuple[int, Hunk]:
        """Return the text of the plan and the edit in it, or why not: it is there, or another stands there."""
        part = inside.part
        old = self.line.text[part.start : part.end]
        item = self._item(old, inside.hunk)
        slots = self._slots(part)
        if not slots:
            return replace(item, status=Status.CONFLICT, reason=_GONE)
        texts = [self.review.present.slots[at].text.printed for at in slots]
        carried, alike = onto(inside.hunk, old, "\n".join(texts))
        if alike:
            return replace(item, status=Status.PRESENT)
        start = 0
        for at, text in zip(slots, texts, strict=True):
            if carried is not None and start <= carried.start and carried.end <= start + len(text):
                return at, replace(carried, start=carried.start - start, end=carried.end - start)
            start += len(text) + 1
        return replace(item, status=Status.CONFLICT, reason=_CHANGED, ours="\n".join(texts))

    def _but_for_figures(self, item: Item, inside: PartHunk) -> Iterator[Item | Pending]:
        """Yield an edit that could not be placed; one that the plan has already but for a figure, as this figure."""
        marked = self.review.copies.marked(inside.hunk.new)
        there = "\n".join(self.review.present.slots[at].text.written for at in self._slots(inside.part))
        if item.status is Status.CONFLICT and marked.figures and as_read(marked.words) in there:
            yield replace(item, status=Status.PRESENT, reason="", ours="")
            yield from renumbered(item, marked.figures)
        else:
            yield item

    def _slots(self, part: Part) -> list[int]:
        """Return the texts of the plan that are the later version of a part: one, several where the plan split it."""
        by_key = self.review.present.by_key
        first = _slot(self.review, self.line, part, self.ours[0])
        if first is None:
            return []
        more = self.ours[1:] if part is self.line.parts[-1] else ()
        return [self.review.present.origin(first), *(by_key[line.parts[-1].key] for line in more if line.parts)]

    def _item(self, old: str, hunk: Hunk) -> Item:
        """Return the item of an edit in `old`, which is the line or a part of it."""
        stamp = self.now.stamp(hunk.at, hunk.at + len(hunk.new))
        item = self.review.cell_item(Kind.TEXT, self.base, stamp, old=old[hunk.start : hunk.end], new=hunk.new)
        return replace(item, context=context(old, hunk.start, hunk.end))


def _slot(review: Reviewed, line: TracedLine, part: Part, ours: TracedLine) -> int | None:
    """Return the text of the plan that is the later version of a part: by its name, or by its field and order."""
    keys = [one.key for one in ours.parts]
    if part.key not in keys:
        field = _field(part.key)
        rank = [one.key for one in line.parts if _field(one.key) == field].index(part.key)
        alike = [key for key in keys if _field(key) == field]
        if rank >= len(alike):
            return None
        return review.present.by_key.get(alike[rank])
    return review.present.by_key.get(part.key)


def _field(key: str) -> str:
    owner, dot, name = key.rpartition(".")
    return f"{owner.partition(':')[0]}{dot}{name.partition(':')[0]}"
