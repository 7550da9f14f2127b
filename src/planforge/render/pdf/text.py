"""Text for WeasyPrint: where lines may break (quotation marks, connectors), and spans for another font's characters."""

from __future__ import annotations

import re
from html import escape
from itertools import count
from pathlib import Path

from planforge.patterns import expression
from planforge.render.coverage import face_of, lead_font, split_by_face
from planforge.render.font_file import advance
from planforge.render.fonts import Face, FontSet
from planforge.render.house import House
from planforge.render.line_heads import CONNECTORS
from planforge.render.page import Runs

FONT_SCHEME = "pf-font:"
NOTE_ANCHOR = "pf-note-"
"""Begins the name of a footnote's place."""
_BREAK, _NO_BREAK = "\u200b", "\u2060"
# Unicode line breaking forbids a break at both sides of “ and ”; Chinese forbids it on the inner side only.
_BEFORE_OPENING = expression(r"(?<=[^“‘（《〈〔【「『\s])(?=[“‘])")
_AFTER_CLOSING = expression(rf"(?<=[”’])(?=[^”’）》〉〕】」』、，。：；？！…{CONNECTORS},.;:!?%\s])")
# ... and allows one before a connector, which Chinese forbids; both halves of —— are left alone
_BEFORE_CONNECTOR = expression(rf"(?<=[^\s—])(?=[{CONNECTORS}](?!—))")
_LATIN = expression(r"(?:(?<![A-Za-z])[A-Za-z]|https?://)[A-Za-z0-9@:/._?=#%~+&\-]+")
"""A Latin word or address: a text box of its own, so that justified lines are not stretched inside it."""


def _in_boxes(words: str) -> str:
    """Return words as HTML, each Latin one in a box of its own."""
    shown, at = [], 0
    for latin in _LATIN.finditer(words):
        shown += [escape(words[at : latin.start()]), f"<span>{escape(latin[0])}</span>"]
        at = latin.end()
    return "".join([*shown, escape(words[at:])])


class PdfText:
    """Writes runs as HTML with the fonts of one document."""

    def __init__(self, house: House, fonts: FontSet) -> None:
        self._house = house
        self._fonts = fonts
        self._notes = count(1)
        faces = enumerate(fonts.all_faces())
        self._families = {face: _family(index, face.path) for index, face in faces}
        self._asked: set[str] = set()

    @property
    def families(self) -> tuple[str, ...]:
        """The names that the style sheet gives the families of all fonts."""
        return tuple(self._families.values())

    @property
    def asked(self) -> dict[str, str]:
        """Addresses of the fonts asked for so far, by family; no path of this machine shows.

        WeasyPrint copies every font that it is told of, and one for rare characters has 17 MB.
        """
        return {family: f"{FONT_SCHEME}{family}" for family in self.families if family in self._asked}

    @property
    def files(self) -> dict[str, Path]:
        """Font files by address."""
        return {f"{FONT_SCHEME}{family}": face.path for face, family in self._families.items()}

    def family(self, role: str) -> str:
        """Return the family of a role's first face."""
        return self._of(self._fonts.faces[role][0])

    def _of(self, face: Face) -> str:
        family = self._families[face]
        self._asked.add(family)
        return family

    def stack(self, style: str) -> str:
        """Return the families of all faces of a text style, for a drawing, where words cannot change the face."""
        faces = self._fonts.faces[self._house.styles[style].font]
        return ", ".join(map(self._of, faces))

    def width(self, char: str, style: str) -> float:
        """Return how wide a character is in a text style, in ems."""
        role = self._house.styles[style].font
        face = face_of(char, role, self._fonts) or self._fonts.faces[role][0]
        return advance(face.path, char)

    def runs(self, runs: Runs, style: str) -> str:
        """Return the HTML of ``runs`` in a text style; a run-in heading gets the face of its level."""
        role = self._house.styles[style].font
        pieces = []
        for run in runs:
            if run.note:
                anchor = f"{NOTE_ANCHOR}{next(self._notes)}"
                pieces.append(f'<span class="footnote" id="{anchor}">{self.plain(run.note, "footnote")}</span>')
                continue
            inner = self.text(run.text, lead_font(run.lead_level, role, self._house))
            pieces.append(f'<span class="lead-{run.lead_level}">{inner}</span>' if run.lead_level else inner)
        return "".join(pieces)

    def plain(self, text: str, style: str) -> str:
        """Return the HTML of a text in a style."""
        return self.text(text, self._house.styles[style].font)

    def text(self, text: str, role: str) -> str:
        """Return the HTML of a text in a font role."""
        broken = _AFTER_CLOSING.sub(_BREAK, _BEFORE_OPENING.sub(_BREAK, _BEFORE_CONNECTOR.sub(_NO_BREAK, text)))
        first = self._fonts.faces[role][0]
        pieces = []
        for face, part in split_by_face(broken, role, self._fonts):
            shown = _in_boxes(part)
            pieces.append(shown if face == first else f'<span class="{self._of(face)}">{shown}</span>')
        return "".join(pieces)


def _family(index: int, file: Path) -> str:
    """Return a family name of its own that a viewer's list of fonts shows, so it tells the file's name."""
    return f"pf{index}-{re.sub('[^A-Za-z0-9]+', '-', file.stem)}".rstrip("-")
