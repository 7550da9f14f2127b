"""From pieces to an outline: which paragraphs are headings, of what level, what is a 专栏, a table, a list item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from planforge.outline.block import Block, Outline
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.readers.ahead import OpenBox, TableHead
from planforge.readers.annex_note import NoteLines, without_annex_note
from planforge.readers.front import RESIDUE, Front
from planforge.readers.imprint_rows import imprint_rows
from planforge.readers.joint_head import joint_head
from planforge.readers.levels import DEEPEST, NAMES_PLAN, Levels
from planforge.readers.marks import (
    Mark,
    annex_label,
    annex_table,
    box_mark,
    caption_mark,
    figure_mark,
    goes_on_in_note,
    is_table_note,
    item_mark,
    note_label,
    printed_label,
    spoken_heading,
    unit_line,
)
from planforge.readers.piece import Piece
from planforge.readers.texts import inferred, joined, labelled, placed, text_of, without_label

_SENTENCE_END = expression(r"[。；;：:！？]")
_FIGURE = expression(r"\d[\d.]*[个家项人件万亿%公户元]")
_SENTENCE = expression("[。；;！？]")
_LONGEST_HEADING = 45
_LONGEST_LEAD = 40


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
        fields = {"role": placed(heading, "附件")} if self.annex else {}
        return Block("chapter", heading.whole, title=heading, children=tuple(self.blocks), fields=fields)


class _Builder:
    def __init__(self, levels: Levels) -> None:
        self.levels = levels
        self.front = Front()
        self.chapters: list[_Chapter] = []
        self.head = TableHead()
        self.box: OpenBox | None = None
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
        for words in self.head.let_go(piece):
            self._words(words)
        mark = piece.mark
        if self._annex(piece) or self._note(piece) or self._official(piece):
            return
        if piece.rows:
            self._table(piece)
        elif unit_line(text):
            self.head.unit = text_of(piece)
        elif (label := box_mark(text)) and len(text) <= _LONGEST_HEADING and not mark:
            self._close_box()
            self.box = OpenBox(text_of(piece, label if label < len(text) else 0), printed_label(text[:label]))
        elif caption_mark(text) and len(text) <= _LONGEST_HEADING + 20:
            self._close_box()
            self.head.caption = without_label(piece, caption_mark(text))
            self.head.label = printed_label(text[: caption_mark(text)])
        elif figure_mark(text) and len(text) <= _LONGEST_HEADING + 20:
            self._figure(without_label(piece, figure_mark(text)), printed_label(text[: figure_mark(text)]))
        elif (label := annex_table(text)) and not piece.level:
            self._close_box()
            self.head.caption, self.head.below_label = text_of(piece, label), text_of(piece)
        elif mark is not None or piece.level:
            self._marked(piece, mark)
        else:
            self._unmarked(piece)

    def outline(self) -> Outline:
        """Return everything placed so far."""
        self._close_box()
        if self.head.below_label is not None:
            self._words(self.head.below_label)
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
            self.head.caption = self.head.below_label = text_of(piece)  # 附表1 on a line of its own, its title below
        elif spoken_heading(piece.text) and not NAMES_PLAN.search(piece.text):
            self._heading(text_of(piece), 1)
        elif piece.lead and piece.lead < len(piece.text):
            self._lead(piece, 0, piece.lead, 0)
        else:
            self._plain(piece)

    def _is_heading(self, words: str) -> bool:
        stripped = (RESIDUE.sub("", words) if "(" in words else words).rstrip("。 ")
        if "，" in stripped and words.rstrip().endswith("。") and _FIGURE.search(stripped):
            return False  # a sentence about figures, however short, is no heading
        return 0 < len(stripped) <= _LONGEST_HEADING and _SENTENCE.search(stripped) is None

    def _heading(self, title: Text, level: int) -> None:
        self._close_box()
        if level <= 1 or not self.chapters:
            self.chapters.append(_Chapter(title))
        else:
            self._block(Block("heading", title.whole, title=title, fields={"level": placed(title, str(level))}))

    def _lead(self, piece: Piece, start: int, end: int, level: int) -> None:
        """First words that name the paragraph: a run-in heading and its text."""
        self._close_box()
        title, rest = text_of(piece, start, end), text_of(piece, end)
        if not self.chapters:
            self.front.keep(title, rest)
            return
        fields = {
            "level": placed(title, str(level or DEEPEST)),
            "run_in": placed(title, "true"),
        }
        self._block(Block("heading", title.whole, title=title, fields=fields))
        self._block(Block("text", rest.whole, paragraphs=(rest,)))

    def _plain(self, piece: Piece, start: int = 0) -> None:
        self._words(text_of(piece, start + item_mark(piece.text[start:])))

    def _words(self, text: Text) -> None:
        if self.box is not None:
            self.box.paragraphs.append(text)
        elif self.chapters:
            self._block(Block("text", text.whole, paragraphs=(text,)))
        else:
            self.front.add(text)

    def _close_box(self) -> None:
        box, self.box = self.box, None
        if box is not None:
            self._block(box.block())

    def _official(self, piece: Piece) -> bool:
        """Place the lines of what a document has as a table for its looks; return whether `piece` is used up."""
        if not piece.rows:
            return False
        names = () if self.chapters else joint_head(piece)
        self.front.keep(*names)
        lines = () if names else imprint_rows(piece)
        if lines:
            self._close_box()
        for line in lines:
            self._words(line)
        return bool(names or lines)

    def _table(self, piece: Piece) -> None:
        if self.head.caption is None and self.box is not None and not self.box.paragraphs:
            # a 专栏 that is nothing but a table lends it its title
            self.head.caption, self.head.label, self.box = self.box.title, self.box.label, None
        self._block(self.head.table(piece, self.above))
        self.head = TableHead()

    def _note(self, piece: Piece) -> bool:
        """Put a note, or its next number, below the table that it explains; False when there is none right above."""
        blocks = self.chapters[-1].blocks if self.chapters else []
        if piece.rows or self.box is not None or not blocks or blocks[-1].kind != "table":
            return False
        note = blocks[-1].one("note")
        if not (is_table_note(piece.text) if note is None else goes_on_in_note(note.printed, piece.text)):
            return False
        longer = text_of(piece, note_label(piece.text)) if note is None else joined(note, text_of(piece))
        blocks[-1] = replace(blocks[-1], fields={**blocks[-1].fields, "note": (longer,)})
        return True

    def _figure(self, caption: Text, label: str) -> None:
        """A caption tells that there is a picture; the picture itself is not read."""
        fields = {"file": placed(caption, "")} | labelled(caption, label)
        self._block(Block("figure", caption.whole, title=caption, fields=fields))

    def _block(self, block: Block) -> None:
        if not self.chapters:
            # a document without any chapter heading is one unnamed chapter
            self.chapters.append(_Chapter(inferred(block.span, "")))
        self.chapters[-1].blocks.append(block)
