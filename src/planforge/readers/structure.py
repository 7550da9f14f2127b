"""From pieces to an outline: which paragraphs are headings, of what level, what is a 专栏, a table, a list item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from planforge.outline.block import Block, Outline
from planforge.outline.text import Segment, SegmentKind, Text
from planforge.readers.annex_note import NoteLines, without_annex_note
from planforge.readers.front import RESIDUE, Front
from planforge.readers.levels import DEEPEST, NAMES_PLAN, Levels
from planforge.readers.marks import (
    Mark,
    annex_label,
    box_mark,
    caption_mark,
    figure_mark,
    goes_on_in_note,
    is_table_note,
    item_mark,
    mark_of,
    note_label,
    printed_label,
    spoken_heading,
    unit_line,
)
from planforge.readers.piece import Piece
from planforge.source.place import Span

_SENTENCE_END = re.compile(r"[。；;：:！？]")
_FIGURE = re.compile(r"\d[\d.]*[个家项人件万亿%公户元]")
_LONGEST_HEADING = 45
_LONGEST_LEAD = 40
_UNIT_IN_TITLE = re.compile(r"[（(](?P<unit>单位\s*[:：]\s*[^（）()]{1,12})[）)]$")


def text_of(piece: Piece, start: int = 0, end: int | None = None) -> Text:
    """Return a piece's characters from `start` to `end` as a text with places; line ends inside are joined."""
    if start == 0 and end is None and len(piece.lines) == 1:
        return piece.lines[0].text()
    segments: list[Segment] = []
    at = 0
    for line in piece.lines:
        stop = len(line.value) if end is None else min(len(line.value), end - at)
        part = line.cut(max(0, start - at), max(0, stop)) if stop > max(0, start - at) else line.cut(0, 0)
        if part.value and segments:
            segments.append(Segment(SegmentKind.JOINED, "", segments[-1].end, part.offsets[0]))
        segments += part.segments()
        at += len(line.value)
    return Text(piece.lines[0].file, tuple(segments))


def build(pieces: Sequence[Piece]) -> tuple[Front, Outline]:
    """Return what stands before the chapters, the title among it if one is seen, and the outline."""
    builder = _Builder(Levels.of(pieces))
    for piece in pieces:
        builder.add(piece)
    return builder.front, builder.outline()


@dataclass
class _Chapter:
    heading: Text | None
    blocks: list[Block] = field(default_factory=list)
    annex: bool = False

    def block(self, heading: Text) -> Block:
        """Return the chapter as a block of the outline."""
        fields = {"role": _at(heading, "附件")} if self.annex else {}
        return Block("chapter", heading.whole, title=heading, children=tuple(self.blocks), fields=fields)


class _Builder:
    def __init__(self, levels: Levels) -> None:
        self.levels = levels
        self.front = Front()
        self.chapters: list[_Chapter] = []
        self.caption: Text | None = None
        self.label = ""
        self.below_label: Text | None = None
        self.unit: Text | None = None
        self.box: list[Text] = []
        self.box_title: Text | None = None
        self.annex: Text | None = None
        self.above: Piece | None = None
        self.note_lines = NoteLines()

    def add(self, piece: Piece) -> None:
        """Place one piece."""
        if self.note_lines.has(piece.text):
            self._words(text_of(piece))
        else:
            self._place(piece)
        self.above = piece

    def _place(self, piece: Piece) -> None:
        text = piece.text
        if self.unit is not None and not piece.rows:
            self._words(self.unit)  # it named the unit of no table
            self.unit = None
        if self.below_label is not None and not piece.rows and not unit_line(text):
            self._words(self.below_label)  # it was the title of no table
            self.below_label, self.caption, self.label = None, None, ""
        mark = mark_of(text)
        if self._annex(piece) or self._note(piece):
            return
        if piece.rows:
            self._table(piece)
        elif unit_line(text):
            self.unit = text_of(piece)
        elif (label := box_mark(text)) and len(text) <= _LONGEST_HEADING and not mark:
            self._open_box(text_of(piece, label if label < len(text) else 0), printed_label(text[:label]))
        elif caption_mark(text) and len(text) <= _LONGEST_HEADING + 20:
            self._close_box()
            self.caption = _without_label(piece, caption_mark(text))
            self.label = printed_label(text[: caption_mark(text)])
        elif figure_mark(text) and len(text) <= _LONGEST_HEADING + 20:
            self._figure(_without_label(piece, figure_mark(text)), printed_label(text[: figure_mark(text)]))
        elif mark is not None or piece.level:
            self._marked(piece, mark)
        else:
            self._unmarked(piece)

    def outline(self) -> Outline:
        """Return everything placed so far."""
        self._close_box()
        if self.below_label is not None:
            self._words(self.below_label)
        chapters = [chapter.block(chapter.heading) for chapter in self.chapters if chapter.heading is not None]
        return Outline(self.front.preface, without_annex_note(chapters))

    def _annex(self, piece: Piece) -> bool:
        """Begin an annex: its label stands on a line of its own, its title below; return whether `piece` is used up."""
        label, self.annex = self.annex, None
        if label is None:
            if self.chapters and not piece.rows and annex_label(piece.text):
                self._close_box()
                self.annex = text_of(piece)
            return self.annex is not None
        titled = not piece.rows and self._is_heading(piece.text)
        self.chapters.append(_Chapter(text_of(piece) if titled else label, annex=True))
        return titled

    def _marked(self, piece: Piece, mark: Mark | None) -> None:
        """A paragraph that begins with a number, or that the format itself calls a heading."""
        text = piece.text
        start = mark.end if mark else 0
        level = self.levels.level(piece, mark, open_chapter=bool(self.chapters))
        if level == 0:
            self.front.add(text_of(piece))
            return
        if piece.level or self._is_heading(text[start:]):
            self._heading(text_of(piece, start), level)
            return
        end = _SENTENCE_END.search(text, start)
        if end is not None and 0 < end.start() - start <= _LONGEST_LEAD and end.end() < len(text):
            self._lead(piece, start, end.end(), max(2, level))
        else:
            self._plain(piece, start)

    def _unmarked(self, piece: Piece) -> None:
        above = self.above.text if self.above is not None else ""
        if above and caption_mark(above) == len(above) and self._is_heading(piece.text):
            self.caption = self.below_label = text_of(piece)  # 附表1 on a line of its own, its title below
        elif spoken_heading(piece.text) and not NAMES_PLAN.search(piece.text):
            self._heading(text_of(piece), 1)
        elif piece.lead and piece.lead < len(piece.text):
            self._lead(piece, 0, piece.lead, 0)
        else:
            self._plain(piece)

    def _is_heading(self, words: str) -> bool:
        stripped = RESIDUE.sub("", words).rstrip("。 ")
        if "，" in stripped and words.rstrip().endswith("。") and _FIGURE.search(stripped):
            return False  # a sentence about figures, however short, is no heading
        return 0 < len(stripped) <= _LONGEST_HEADING and not re.search(r"[。；;！？]", stripped)

    def _heading(self, title: Text, level: int) -> None:
        self._close_box()
        if level <= 1 or not self.chapters:
            self.chapters.append(_Chapter(title))
        else:
            self._block(Block("heading", title.whole, title=title, fields={"level": _at(title, str(level))}))

    def _lead(self, piece: Piece, start: int, end: int, level: int) -> None:
        """First words that name the paragraph: a run-in heading and its text."""
        self._close_box()
        title, rest = text_of(piece, start, end), text_of(piece, end)
        if not self.chapters:
            self.front.keep(title, rest)
            return
        fields = {
            "level": _at(title, str(level or DEEPEST)),
            "run_in": _at(title, "true"),
        }
        self._block(Block("heading", title.whole, title=title, fields=fields))
        self._block(Block("text", rest.whole, paragraphs=(rest,)))

    def _plain(self, piece: Piece, start: int = 0) -> None:
        self._words(text_of(piece, start + item_mark(piece.text[start:])))

    def _words(self, text: Text) -> None:
        if self.box_title is not None:
            self.box.append(text)
        elif self.chapters:
            self._block(Block("text", text.whole, paragraphs=(text,)))
        else:
            self.front.add(text)

    def _open_box(self, title: Text, label: str) -> None:
        self._close_box()
        self.box_title, self.label = title, label

    def _close_box(self) -> None:
        title = self.box_title
        if title is not None:
            fields = _labelled(title, self.label)
            block = Block("box", title.whole, title=title, paragraphs=tuple(self.box), fields=fields)
            self.box_title, self.box, self.label = None, [], ""
            self._block(block)

    def _unit_above(self) -> Text | None:
        """Return the unit that the title right above a table names when it is no caption: 投资计划表（单位：万元）."""
        found = _UNIT_IN_TITLE.search(self.above.text) if self.above is not None else None
        return text_of(self.above, *found.span("unit")) if self.above is not None and found else None

    def _table(self, piece: Piece) -> None:
        rows = tuple(tuple(cell.text() for cell in row) for row in piece.rows)
        caption = self.caption if self.caption is not None else self._box_as_caption()
        at = (text_of(piece) if caption is None else caption).whole
        # a title without a place of its own: the table has no caption, so it is not counted either
        title = Text(at.file, ()) if caption is None else caption
        unit = self.unit or (None if caption else self._unit_above())
        fields = {"unit": (unit,)} if unit else {}
        self._block(Block("table", at, title=title, rows=rows, fields=fields | _labelled(title, self.label)))
        self.caption, self.below_label, self.unit, self.label = None, None, None, ""

    def _box_as_caption(self) -> Text | None:
        """A 专栏 that is nothing but a table lends it its title."""
        title = None if self.box else self.box_title
        if title is not None:
            self.box_title = None
        return title

    def _note(self, piece: Piece) -> bool:
        """Put a note, or its next number, below the table that it explains; False when there is none right above."""
        blocks = self.chapters[-1].blocks if self.chapters else []
        if piece.rows or self.box_title is not None or not blocks or blocks[-1].kind != "table":
            return False
        note = blocks[-1].one("note")
        if not (is_table_note(piece.text) if note is None else goes_on_in_note(note.printed, piece.text)):
            return False
        longer = text_of(piece, note_label(piece.text)) if note is None else _joined(note, text_of(piece))
        blocks[-1] = replace(blocks[-1], fields={**blocks[-1].fields, "note": (longer,)})
        return True

    def _figure(self, caption: Text, label: str) -> None:
        """A caption tells that there is a picture; the picture itself is not read."""
        fields = {"file": _at(caption, "")} | _labelled(caption, label)
        self._block(Block("figure", caption.whole, title=caption, fields=fields))

    def _block(self, block: Block) -> None:
        if not self.chapters:
            # a document without any chapter heading is one unnamed chapter
            self.chapters.append(_Chapter(_inferred(block.span, "")))
        self.chapters[-1].blocks.append(block)


def _joined(one: Text, two: Text) -> Text:
    joint = Segment(SegmentKind.JOINED, "", one.segments[-1].end, two.whole.start)
    return Text(one.file, (*one.segments, joint, *two.segments))


def _labelled(title: Text, label: str) -> dict[str, tuple[Text]]:
    """Return the field of a number as the document prints it, so that messages call a table what its reader does."""
    return {"label": _at(title, label)} if label else {}


def _without_label(piece: Piece, length: int) -> Text:
    """Return a caption without 表1 or 图1, which is counted; one that is nothing else has no words but its place."""
    if length < len(piece.text):
        return text_of(piece, length)
    whole = text_of(piece).whole
    return _inferred(replace(whole, start=whole.end), "")


def _at(title: Text, printed: str) -> tuple[Text]:
    return (_inferred(title.whole, printed),)


def _inferred(at: Span, printed: str) -> Text:
    """Return words that the file does not have, at the place they were inferred from."""
    return Text(at.file, (Segment(SegmentKind.NORMALISED, printed, at.start, at.end),))
