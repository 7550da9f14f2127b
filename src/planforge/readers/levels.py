"""How deep a heading stands: by its number, by what the format says (#, Word's outline level), or both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from planforge.patterns import expression
from planforge.readers.marks import STYLES, Mark
from planforge.readers.piece import Piece
from planforge.records import record

DEEPEST = 4
NAMES_PLAN = expression("规划|计划|方案|纲要|意见|公报|工作报告|草案的报告|工作要点|規劃|計劃|綱要|意見|公報|工作報告")
"""What the title of a document says it is."""


@record(frozen=True, slots=True)
class Levels:
    """The levels of a document's headings.

    Args:
        styles: the level of each numbering style, the outermost that heads chapters 1.
        title: the format's level of a title set as the only outermost heading, 0 where there is none.
    """

    styles: Mapping[str, int]
    title: int

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> Levels:
        """Return the levels that a document's pieces show."""
        return cls(_levels(pieces), _title_level(pieces))

    def level(self, piece: Piece, mark: Mark | None, *, open_chapter: bool) -> int:
        """Return how deep a heading stands, from 1 for a chapter to 4, 0 for one that is the title or before it."""
        numbered = self.styles[mark.style] if mark else 0
        if self.title:
            return min(DEEPEST, piece.level - self.title if piece.level else max(2, numbered))
        if numbered:
            return numbered
        if self.styles and not open_chapter:
            return 0
        return min(DEEPEST, max(piece.level, 2 if self.styles else 1))


def _levels(pieces: Iterable[Piece]) -> dict[str, int]:
    """Return the level of each numbering style: the outermost that heads chapters is 1, and so on inward."""
    used = {mark.style for piece in pieces if not piece.rows and (mark := piece.mark)}
    present = [style for style in STYLES if style in used]
    return {style: min(index, DEEPEST) for index, style in enumerate(present, 1)}


def _title_level(pieces: Sequence[Piece]) -> int:
    """Return the level of a title set as the only outermost heading (#), with chapters without numbers below it (##).

    It is 0 where there is none; then the numbers say how deep a heading stands.
    """
    headings = [piece for piece in pieces if piece.level and not piece.rows]
    if not headings or headings[0].mark or not NAMES_PLAN.search(headings[0].text):
        return 0
    title = headings[0].level
    chapters = [piece for piece in headings[1:] if piece.level == title + 1 and not piece.mark]
    alone = all(piece.level > title for piece in headings[1:])
    return title if alone and (len(chapters) > 1 or len(headings) == len(chapters) + 1) else 0
