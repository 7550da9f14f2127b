"""Makes of a document with its history the one that reads as if some changes were accepted and the others rejected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from planforge.ooxml.history import Mark, Piece, RevisedParagraph, Stamp, Thing
from planforge.render.trace import BOOKMARK
from planforge.review.returned.resolved import Anchor, Resolved, Returned, Trail

Accept = Callable[[Stamp], bool]
_BLANK = " \t\u3000\xa0"
_MOST_OPEN = 200
"""Bookmarks or comments that hold one another; real documents have three or four."""


def resolve(paragraphs: Iterable[RevisedParagraph], accept: Accept) -> Resolved:
    """Return the document with the tracked changes accepted that `accept` says yes to, all others rejected."""
    walk = _Walk(accept)
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.contents:
            walk.paragraph(number, paragraph)
    return walk.finish()


class _Walk:
    def __init__(self, accept: Accept) -> None:
        self.accept = accept
        self.result = Resolved()
        self._open: dict[str, None] = {}
        self._comments: dict[str, list[tuple[str, bool]]] = {}
        self._started: dict[str, tuple[int, int]] = {}
        self._first: RevisedParagraph | None = None
        self._number = 0
        self._things: list[Thing] = []
        self._gone: list[Thing] = []
        self._reset()

    def _reset(self) -> None:
        self._text = ""
        self._trails: list[Trail] = []
        self._covered: dict[str, bool] = {}
        self._ended: list[tuple[str, int, int, str]] = []

    def paragraph(self, number: int, paragraph: RevisedParagraph) -> None:
        """Read on; the paragraph ends unless its end is deleted."""
        if self._first is not None and _cell_of(self._first) != _cell_of(paragraph):
            self.flush(None)
        if self._first is None:
            self._number = number
        cell = paragraph.cell
        row_gone = cell.row_deleted if cell and cell.row_deleted and self.accept(cell.row_deleted) else None
        row_refused = bool(cell and cell.row_inserted and not self.accept(cell.row_inserted))
        self._first = paragraph
        for part in paragraph.content:
            if isinstance(part, Mark):
                self._mark(part)
            elif isinstance(part, Thing):
                self._thing(part, row_gone, row_refused)
            else:
                self._piece(part, row_gone, row_refused)
        if row_gone or row_refused:
            self._first = None
            self._reset()
            return
        joined = paragraph.deleted if paragraph.deleted and self.accept(paragraph.deleted) else None
        if joined:
            self._trails.append(Trail(len(self._text), len(self._text), joined))
        if not joined and not (paragraph.inserted and not self.accept(paragraph.inserted)):
            self.flush(paragraph.inserted)

    def _piece(self, piece: Piece, row_gone: Stamp | None, row_refused: bool) -> None:
        refused = row_refused or (piece.inserted is not None and not self.accept(piece.inserted))
        gone = row_gone or (piece.deleted if piece.deleted and self.accept(piece.deleted) else None)
        if refused:
            return
        words, at = piece.text.replace("\n", ""), len(self._text)
        for quote in self._comments.values():
            quote.append((words, piece.inserted is None))
        if gone:
            self._trails.append(Trail(at, at, gone))
            self.result.gone.update(dict.fromkeys(self._open, gone))
            return
        self._text += words
        if piece.inserted:
            self._trails.append(Trail(at, len(self._text), piece.inserted))
        if words.strip(_BLANK):
            self._covered.update(dict.fromkeys(self._open, True))

    def _thing(self, thing: Thing, row_gone: Stamp | None, row_refused: bool) -> None:
        if row_refused or (thing.inserted is not None and not self.accept(thing.inserted)):
            return
        went = row_gone or (thing.deleted if thing.deleted and self.accept(thing.deleted) else None)
        (self._gone if went else self._things).append(replace(thing, deleted=went))

    def _mark(self, mark: Mark) -> None:
        here = (len(self.result.paragraphs), len(self._text))
        match mark.kind:
            case "bookmark":
                if mark.name.startswith(BOOKMARK) and len(self._open) < _MOST_OPEN:
                    self._open[mark.name] = None
                    self._covered.setdefault(mark.name, False)
            case "bookmark-end":
                self._open.pop(mark.name, None)
            case "comment":
                if len(self._comments) < _MOST_OPEN:
                    self._comments[mark.name] = []
                    self._started[mark.name] = here
            case "comment-end":
                self._end_comment(mark.name)
            case "comment-point":
                if mark.name not in self._started:
                    self._started[mark.name] = here
                    self._comments[mark.name] = []
                    self._end_comment(mark.name)

    def _end_comment(self, name: str) -> None:
        if name not in self._comments:
            return
        number, start = self._started[name]
        quote = _quote(self._comments.pop(name))
        if number == len(self.result.paragraphs):
            self._ended.append((name, start, len(self._text), quote))
        else:  # it goes over several paragraphs: it belongs to the first
            length = len(self.result.paragraphs[number].text)
            self.result.anchors[name] = Anchor(number, min(start, length), length, quote)

    def flush(self, end: Stamp | None) -> None:
        """End the paragraph; one without text is no paragraph, but a cell may be empty."""
        first, text = self._first, self._text.strip(_BLANK)
        shift = len(self._text) - len(self._text.lstrip(_BLANK))
        in_cell = first is not None and first.cell is not None
        number = len(self.result.paragraphs)
        for name, start, stop, quote in self._ended:
            begin = min(max(0, start - shift), len(text))
            at = number if text or in_cell else max(0, number - 1)
            self.result.anchors[name] = Anchor(at, begin, max(begin, min(stop - shift, len(text))), quote)
        if first is not None and (text or in_cell):
            self._add(first, text, shift, end)
        self._first = None
        self._reset()

    def _add(self, first: RevisedParagraph, text: str, shift: int, end: Stamp | None) -> None:
        trails = tuple(Trail(max(0, one.start - shift), max(0, one.end - shift), one.stamp) for one in self._trails)
        for name, has_text in self._covered.items():
            if has_text or (first.cell is not None and not text):
                self.result.covered.setdefault(name, []).append(len(self.result.paragraphs))
        made = Returned(text, first.style, first.level, first.cell, trails, end, self._number)
        if text:  # what stands in paragraphs without text belongs to the next one with text: a picture to its caption
            made = replace(made, things=tuple(self._things), gone=tuple(self._gone))
            self._things, self._gone = [], []
        self.result.paragraphs.append(made)

    def finish(self) -> Resolved:
        """End the document; what stands behind the last text belongs to it."""
        self.flush(None)
        at = next((at for at in range(len(self.result.paragraphs) - 1, -1, -1) if self.result.paragraphs[at].text), -1)
        if at >= 0 and (self._things or self._gone):
            last = self.result.paragraphs[at]
            self.result.paragraphs[at] = replace(
                last, things=(*last.things, *self._things), gone=(*last.gone, *self._gone)
            )
        return self.result


def _quote(words: Sequence[tuple[str, bool]]) -> str:
    """Return the words as they were before the review; those that are new when there were none."""
    return "".join(one for one, old in words if old) or "".join(one for one, _ in words)


def _cell_of(paragraph: RevisedParagraph) -> tuple[int, int, int] | None:
    cell = paragraph.cell
    return (cell.table, cell.row, cell.column) if cell else None
