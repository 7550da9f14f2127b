"""The trace of a page: which texts of the plan each printed paragraph is made of.

The page itself holds characters only, whatever a house format's template did with the plan. The trace is kept beside it
and travels in a draft's DOCX, so that a reviewer's edits find their way back.
"""

from __future__ import annotations

import hashlib

from planforge.records import record

BOOKMARK = "_pf_"


@record(frozen=True, slots=True)
class Part:
    """The characters [start, end) of a paragraph are those of the text of the plan named `key` (see plan/slots.py)."""

    start: int
    end: int
    key: str


@record(frozen=True, slots=True)
class TracedLine:
    """A paragraph, caption, title or cell as printed, and the texts it is made of; what is in no part is generated.

    What a DOCX has beside the characters is known once it is written: `level` of a heading, `things` that are no
    characters (see ooxml/history.py) in it and in the paragraphs without text before it; `notes` are its footnotes.
    """

    text: str
    parts: tuple[Part, ...] = ()
    level: int = 0
    things: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The bookmark of the paragraph: ASCII, at most 40 characters, stable as long as the plan's ids are."""
        words = "\n".join(["line", *(part.key for part in self.parts)])
        return BOOKMARK + hashlib.sha256(words.encode("utf-8")).hexdigest()[:16]


@record(frozen=True, slots=True)
class Trace:
    """All paragraphs in printed order; `revision` tells the version of the plan they were printed from.

    `margins` are the words of the headers and footers of a written DOCX.
    """

    revision: str
    lines: tuple[TracedLine, ...]
    margins: tuple[str, ...] = ()
