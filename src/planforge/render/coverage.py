"""Which face prints which character, and which characters no face has: never a silent box on the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from planforge.records import record
from planforge.render.font_file import characters
from planforge.render.fonts import Face, FontSet
from planforge.render.house import House
from planforge.render.page import (
    Block,
    Box,
    Chart,
    Contents,
    Cover,
    Figure,
    Imprint,
    ItemList,
    LetterHead,
    Page,
    Paragraph,
    Runs,
    Table,
    text_of,
)
from planforge.render.page_texts import block_texts
from planforge.render.spacing import style_of

_INVISIBLE = frozenset(map(ord, " \t\n\r\u00a0\u200b\u2060\ufeff"))


@record(frozen=True, slots=True)
class MissingGlyph:
    """A character that none of the role's fonts has; ``where`` is the text around its first use.

    ``font`` and ``where`` are empty when only the finished page showed that the character is missing.
    """

    char: str
    font: str
    where: str

    def __str__(self) -> str:
        if not self.font:
            return f"没有字体能印“{self.char}”（U+{ord(self.char):04X}）"
        return f"字体“{self.font}”及其替代字体都没有“{self.char}”（U+{ord(self.char):04X}），见“{self.where}”"


def split_by_face(text: str, role: str, fonts: FontSet) -> Iterator[tuple[Face, str]]:
    """Cut ``text`` into stretches that one face of the role can print; a character no face has goes to the first."""
    first = fonts.faces[role][0]
    if _printed_by(first.path).issuperset(map(ord, text)):
        yield from [(first, text)] if text else ()
        return
    for face, group in groupby(text, key=lambda char: face_of(char, role, fonts) or fonts.faces[role][0]):
        yield face, "".join(group)


@lru_cache(maxsize=32)
def _printed_by(path: Path) -> frozenset[int]:
    """Return the code points that a font file prints or leaves blank; asked for every run of text."""
    return characters(path) | _INVISIBLE


def face_of(char: str, role: str, fonts: FontSet) -> Face | None:
    """Return the first face of the role that has the character; None when there is none."""
    faces = fonts.faces[role]
    if ord(char) in _INVISIBLE:
        return faces[0]
    return next((face for face in faces if ord(char) in characters(face.path)), None)


def missing_glyphs(page: Page, house: House, fonts: FontSet) -> tuple[MissingGlyph, ...]:
    """Return every character of the page, once for each role, that no face of its role has."""
    missing: dict[tuple[str, str], MissingGlyph] = {}
    for text, role in _texts(page, house):
        if _printed_by(fonts.faces[role][0].path).issuperset(map(ord, text)):
            continue
        for char in sorted(set(text)):
            if face_of(char, role, fonts) is None and (char, role) not in missing:
                missing[char, role] = MissingGlyph(char, house.fonts[role].official.name, _around(text, char))
    return tuple(missing.values())


def _around(text: str, char: str) -> str:
    at = text.index(char)
    return text[max(0, at - 8) : at + 9]


def _texts(page: Page, house: House) -> Iterator[tuple[str, str]]:
    """Yield each printed text with its font role."""
    for block in page.blocks:
        yield from _block_texts(block, house)


def _block_texts(block: Block, house: House) -> Iterator[tuple[str, str]]:
    match block:
        case Box():
            yield from _runs(block.title, house.styles["box-title"].font, house)
            for paragraph in block.paragraphs:
                yield from _runs(paragraph.runs, house.styles["box-text"].font, house)
        case ItemList():
            for item in block.items:
                yield from _runs(item.runs, house.styles["body"].font, house)
        case Paragraph():
            yield from _runs(block.runs, house.styles["body"].font, house)
        case Cover() | Contents() | Table() | Figure() | Chart() | Imprint() | LetterHead():
            for text, style_name in _composed(block):
                yield text, house.styles[style_name].font
        case _:
            style = style_of(block, house)
            for text in block_texts(block):
                yield text, style.font if style else house.styles["body"].font


def _composed(block: Cover | Contents | Table | Figure | Chart | Imprint | LetterHead) -> Iterator[tuple[str, str]]:
    """Yield each text of a block that has texts of several styles, with the name of its style."""
    match block:
        case Cover():
            yield from ((block.label, "annex-label"), (text_of(block.title), "cover-title"))
            yield from ((block.note, "cover-note"), (block.by, "cover-by"), (block.on, "cover-by"))
        case Contents():
            yield block.title, "contents-title"
            yield from ((entry.text, f"contents-{entry.level}") for entry in block.entries)
        case Figure():
            yield block.caption, "figure-caption"
        case LetterHead():
            yield block.organ, "letterhead"
            for style, left, right in block.rows:
                yield from ((left, style), (right, "document-number"))
        case Chart():
            yield from _composed(block.table)
            yield block.caption, "figure-caption"
            yield "".join(panel.title for panel in block.panels), "table-head"
            yield "".join(text for panel in block.panels for text in panel.words), "table-cell"
        case Imprint():
            yield from ((text, "imprint") for text in block_texts(block))
        case Table():
            yield from ((block.caption, "table-caption"), (block.unit, "table-unit"), (block.note, "table-note"))
            yield "".join(block.head), "table-head"
            yield "".join(cell for row in block.rows for cell in row), "table-cell"


def _runs(runs: Runs, role: str, house: House) -> Iterator[tuple[str, str]]:
    for run in runs:
        yield run.text, lead_font(run.lead_level, role, house)
        if run.note:
            yield run.note, house.styles["footnote"].font


def lead_font(level: int, role: str, house: House) -> str:
    """Return the font role of a run: that of the heading level for a run-in heading, else the paragraph's."""
    return house.styles[f"heading-{level}"].font if level else role
