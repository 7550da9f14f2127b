"""The semantic page: what is printed, in reading order, without a word about how it looks.

Every writer reads these frozen blocks and nothing else. Numbering, captions and references are plain characters here,
so that all outputs carry the same text; only page numbers are added by the writers. Whoever works with pages imports
their parts from here.
"""

from __future__ import annotations

from planforge.records import record
from planforge.render.page_body import (
    Box,
    Chart,
    Contents,
    Cover,
    Entry,
    Figure,
    Heading,
    Image,
    ItemList,
    NewPage,
    Paragraph,
    Table,
)
from planforge.render.page_closing import ANNEX_LABEL, AnnexNote, Imprint, JointSignature, Signature
from planforge.render.page_head import TITLES, JointHead, LetterHead, Line, LineRole, Marks, NumberLine, RedRule
from planforge.render.runs import Run, Runs, text_of
from planforge.render.trace import Trace

__all__ = [
    "ANNEX_LABEL", "TITLES", "AnnexNote", "Block", "Box", "Chart", "Contents", "Cover", "Entry", "Figure", "Heading",
    "Image", "Imprint", "ItemList", "JointHead", "JointSignature", "LetterHead", "Line", "LineRole", "Marks",
    "NewPage", "NumberLine", "Page", "Paragraph", "RedRule", "Run", "Runs", "Signature", "Table", "text_of",
]  # fmt: skip

Block = (
    Marks | Line | JointHead | LetterHead | NumberLine | RedRule | NewPage | Cover | Contents | Heading | Paragraph
    | Signature | JointSignature | AnnexNote | Box | Table | ItemList | Figure | Chart | Imprint
)  # fmt: skip


@record(frozen=True, slots=True)
class Page:
    """A whole document. ``date`` is ISO (YYYY-MM-DD) or empty; ``author`` is the issuing organ or empty.

    ``trace``: what a draft carries so that edits can come back. ``final``: the file leaves the office and holds nothing
    but what is printed.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "zh-CN"
    author: str = ""
    date: str = ""
    trace: Trace | None = None
    final: bool = False
