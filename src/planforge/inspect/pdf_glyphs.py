"""The characters of a PDF page: ink, body, base line, size, font and colour, as PDFium knows them."""

from __future__ import annotations

import ctypes
import math
from dataclasses import replace
from typing import Any

from planforge.inspect.passage import Colour
from planforge.inspect.pdf_file import Character
from planforge.inspect.pdf_tags import drawn_texts
from planforge.inspect.units import mm_of_pt
from planforge.patterns import expression

_HIGH, _LOW = expression(r"[\ud800-\udbff]"), expression(r"[\udc00-\udfff]")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\x00\r\n"


_NUMBERED = expression(r"^pf\d+-")


def _plain(name: str) -> str:
    """Return a face's name without what a program put before it: the tag of a subset, the number of a style sheet."""
    return _NUMBERED.sub("", name.rpartition("+")[2])


class Glyphs:
    """Asks about the characters of one page; `height` of the page in points."""

    def __init__(self, text: Any, height: float) -> None:
        self._text = text.raw
        self._count = text.count_chars()
        self._height = height
        self._faces: dict[int, tuple[str, ...]] = {}
        self._drawn = drawn_texts(text.page)

    def all(self) -> list[Character]:
        """Return the characters that the page really holds, without those PDFium made up to part words and lines.

        The words in a drawing are no text of the document. PDFium tells a rare character twice, as the two halves that
        UTF-16 writes it with.
        """
        found: list[Character] = []
        for character in map(self._character, filter(self._is_shown, range(self._count))):
            if found and _HIGH.fullmatch(found[-1].text) and _LOW.fullmatch(character.text):
                whole = (found.pop().text + character.text).encode("utf-16", "surrogatepass").decode("utf-16")
                character = replace(character, text=whole)
            found.append(character)
        return found

    def _is_shown(self, index: int) -> bool:
        from pypdfium2 import raw

        made_up = raw.FPDFText_IsGenerated(self._text, index) == 1
        unseen = chr(raw.FPDFText_GetUnicode(self._text, index)) in _UNSEEN
        return not (made_up or unseen or self._is_drawn(index))

    def _is_drawn(self, index: int) -> bool:
        from pypdfium2 import raw

        shown: Any = raw.FPDFText_GetTextObject(self._text, index) if self._drawn else None
        return bool(shown) and ctypes.addressof(shown.contents) in self._drawn

    def _character(self, index: int) -> Character:
        from pypdfium2 import raw

        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._text, index, x, y)
        loose, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        raw.FPDFText_GetLooseCharBox(self._text, index, loose)
        raw.FPDFText_GetMatrix(self._text, index, matrix)
        return Character(
            text=chr(raw.FPDFText_GetUnicode(self._text, index)),
            x0=mm_of_pt(x.value),
            x1=mm_of_pt(loose.right),
            y=mm_of_pt(self._height - y.value),
            ink=self._ink(index),
            size=round(raw.FPDFText_GetFontSize(self._text, index) * (math.hypot(matrix.c, matrix.d) or 1.0), 2),
            faces=self._names(index),
            colour=self._colour(index),
            turned=(1 if matrix.b < 0 else -1) if abs(matrix.a) < abs(matrix.b) else 0,
        )

    def _ink(self, index: int) -> tuple[float, float, float, float]:
        from pypdfium2 import raw

        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
        upper, lower = self._height - top.value, self._height - bottom.value
        return mm_of_pt(left.value), mm_of_pt(upper), mm_of_pt(right.value), mm_of_pt(lower)

    def _colour(self, index: int) -> Colour:
        from pypdfium2 import raw

        paint = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFText_GetFillColor(self._text, index, *paint)
        return (paint[0].value, paint[1].value, paint[2].value)

    def _names(self, index: int) -> tuple[str, ...]:
        from pypdfium2 import raw

        shown = raw.FPDFText_GetTextObject(self._text, index)
        font = raw.FPDFTextObj_GetFont(shown) if shown else None
        if not font:
            return ()
        key = ctypes.addressof(font.contents)
        if key not in self._faces:
            names = (_called(raw.FPDFFont_GetBaseFontName, font), _called(raw.FPDFFont_GetFamilyName, font))
            self._faces[key] = tuple(dict.fromkeys(_plain(name) for name in names if name))
        return self._faces[key]


def _called(function: Any, font: Any) -> str:
    buffer = ctypes.create_string_buffer(256)
    function(font, buffer, 256)
    return buffer.value.decode("utf-8", "replace")
