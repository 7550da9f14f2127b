"""The white space above each element, from the clauses on 版头 and 主体.

The standard counts from ink to ink, programs from line to line: both writers ask here and say only where the base line
lies in one of their lines. Lengths are points.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from planforge.records import record
from planforge.render.house import PAPER_HEIGHT_MM, PT_PER_MM, House, Ink, PageProfile, TextStyle
from planforge.render.joint import joint_width
from planforge.render.measure import width_em
from planforge.render.page import (
    ANNEX_LABEL,
    TITLES,
    AnnexNote,
    Block,
    Box,
    Chart,
    Contents,
    Cover,
    Figure,
    Heading,
    ItemList,
    JointHead,
    JointSignature,
    LetterHead,
    Line,
    LineRole,
    Marks,
    NewPage,
    NumberLine,
    Page,
    Paragraph,
    RedRule,
    Signature,
    text_of,
)

HALF_EM = 0.5
TIMES_DOT_EM = 0.25
"""How wide the dot is in Times New Roman."""
_BELOW_TITLE = (LineRole.STAGE, LineRole.TITLE_NOTE)
# line pitch and size of a style → distance from the line's top to the base line
Baseline = Callable[[TextStyle, float, float], float]
# style and text → where the ink of this text lies
InkOf = Callable[[TextStyle, str], Ink]


def style_of(block: Block, house: House) -> TextStyle | None:
    """Return the text style of a block that is one kind of text; None for the composed ones."""
    match block:
        case Line():
            return house.styles[block.role.value]
        case Heading():
            return house.styles[f"heading-{block.level}"]
        case Paragraph() | ItemList():
            return house.styles["body"]
        case Signature():
            return house.styles["signature"]
        case AnnexNote():
            return house.styles["annex-note"]
        case NumberLine() | LetterHead():
            return house.styles["document-number"]
        case JointHead():
            return house.styles["letterhead"]
        case JointSignature():
            return house.styles["signature"]
        case Contents():
            return house.styles["contents-title"]
        case _:
            return None


def running_header(page: Page, house: House) -> str:
    """Return what stands at the head of every page of the body; empty for nothing."""
    return house.header.text.replace("{title}", page.title)


def size_of(style: TextStyle, text: str, profile: PageProfile) -> float:
    """Return the size in points: that of the style, or the half point that fits the text into one line."""
    if not style.fit or not text:
        return style.size_pt
    return min(style.size_pt, math.floor(2 * profile.width_pt / width_em(text)) / 2)


def block_size(block: Block, style: TextStyle, profile: PageProfile) -> float:
    """Return the size in points of a block's text."""
    if isinstance(block, JointHead):
        return size_of(style, "　" * math.ceil(joint_width(block)), profile)
    return size_of(style, text_of(block.runs) if isinstance(block, Line) else "", profile)


def line_of(style: TextStyle, size: float, profile: PageProfile) -> float:
    """Return the line pitch in points; a fitted line is its own size and a fifth."""
    if style.fit:
        return 1.2 * size
    return style.line_pt or profile.line_pt


@record(frozen=True, slots=True)
class LetterPlaces:
    """The head of a letter: size and line of the organ's name, and places in points from the paper's top.

    ``mark_pt``: top of the line of the name; ``rule_pt``: top of the upper double rule; ``text_pt``: top of the line
    below it.
    """

    size: float
    line: float
    mark_pt: float
    rule_pt: float
    text_pt: float


@record(frozen=True, slots=True)
class Spacing:
    """Answers how much space stands above a block; ``baseline`` is the writer's.

    ``ink_of``: the writer has the font, so that large type can be placed by its own ink; None: by that of the house.
    """

    house: House
    profile: PageProfile
    baseline: Baseline
    ink_of: InkOf | None = None

    def tightened(self, line_pt: float) -> Spacing:
        """Return the spacing of a notice that would miss its page: this line pitch, one line above the signature."""
        style = self.house.styles["signature"]
        signature = replace(style, before_lines=min(1.0, style.before_lines))
        house = replace(self.house, styles={**self.house.styles, "signature": signature})
        return replace(self, house=house, profile=replace(self.profile, line_pt=line_pt))

    def above(self, previous: Block | None, block: Block) -> float:
        """Return the points above ``block`` when it follows ``previous`` (None: first of the document)."""
        starts_page = previous is None or isinstance(previous, NewPage)
        if isinstance(block, Cover | Marks):
            return 0.0
        if isinstance(block, LetterHead):
            return max(0.0, self.letter(block).text_pt - self.profile.top_mm * PT_PER_MM)
        if isinstance(block, RedRule):
            return max(0.0, self.house.red_rule.gap_mm * PT_PER_MM - self._below(previous))
        style = style_of(block, self.house)
        if style is None:
            return 0.0 if starts_page else self._around(previous, block)
        if _is_head(block) and (starts_page or isinstance(previous, Marks)):
            taken = len(previous.lines) * self.profile.line_pt if isinstance(previous, Marks) else 0.0
            return max(0.0, self._letterhead(block, style) - taken)
        if starts_page:
            title = isinstance(block, Line) and block.role in TITLES
            return self.house.title_page_lines * self.profile.line_pt if title else 0.0
        if isinstance(previous, Line) and previous.role is LineRole.ANNEX_LABEL:
            return self.profile.line_pt  # the title of an annex stands on the third line, its label on the first
        if style.gap_lines and isinstance(previous, Line | JointHead | NumberLine | RedRule | LetterHead):
            return max(0.0, style.gap_lines * self.profile.line_pt - self._below(previous) - self._top(block, style))
        return self._lines_above(previous, block, style) * self.profile.line_pt

    def cover(self, block: Cover) -> tuple[float, float]:
        """Return the points above the title of a cover and above its organ and date.

        The title of many lines moves up to where there is room for it.
        """
        top = self.profile.top_mm * PT_PER_MM
        label = self._height("annex-label", bool(block.label))
        title = self._height("cover-title", len(block.title)) + self._height("cover-note", bool(block.note))
        signed = self._height("cover-by", bool(block.by) + bool(block.on))
        room = (PAPER_HEIGHT_MM - self.house.cover.foot_mm) * PT_PER_MM - top - label - title - signed
        above_title = max(0.0, min(self.house.cover.title_top_mm * PT_PER_MM - top - label, room))
        return above_title, max(0.0, room - above_title)

    def letter(self, block: LetterHead) -> LetterPlaces:
        """Return where the head of a letter stands, counted from ink to ink as 10.1 does."""
        letter, style = self.house.letter, self.house.styles["letterhead"]
        ink = self.ink_of(style, block.organ) if self.ink_of else self.house.ink
        size = size_of(style, block.organ, self.profile)
        top = self.house.letterhead_top_mm * PT_PER_MM
        line = line_of(style, size, self.profile)
        mark = top - self.baseline(style, line, size) + ink.above_em * size
        rule = top + (ink.above_em + ink.below_em) * size + letter.gap_mm * PT_PER_MM
        text = rule + letter.rule_pt
        if block.rows:
            first = self.house.styles[block.rows[0][0]]
            text += letter.below_mm * PT_PER_MM - self._ink_top(first, first.size_pt)
        return LetterPlaces(size, line, mark, rule, text)

    def _height(self, style: str, lines: int) -> float:
        return lines * (self.house.styles[style].line_pt or self.profile.line_pt)

    def _lines_above(self, previous: Block | None, block: Block, style: TextStyle) -> float:
        below_title = isinstance(block, Line) and block.role in _BELOW_TITLE
        after_title = isinstance(previous, Line) and previous.role in (*TITLES, *_BELOW_TITLE)
        return self.house.title_after_lines if after_title and not below_title else style.before_lines

    def _around(self, previous: Block | None, block: Block) -> float:
        """Above a box, table or picture: its own distance, below a title that of the text."""
        around = (self.house.box if isinstance(block, Box | Figure | Chart) else self.house.table).around_pt
        after_title = isinstance(previous, Line) and previous.role in (*TITLES, *_BELOW_TITLE)
        return max(around, self.house.title_after_lines * self.profile.line_pt if after_title else 0.0)

    def _letterhead(self, block: Block, style: TextStyle) -> float:
        room = (self.house.letterhead_top_mm - self.profile.top_mm) * PT_PER_MM
        return max(0.0, room - self._top(block, style))

    def _top(self, block: Block, style: TextStyle) -> float:
        """From the top of the block's first line to its ink."""
        return self._ink_top(style, block_size(block, style, self.profile))

    def _ink_top(self, style: TextStyle, size: float) -> float:
        """From the top of a line to the ink of characters of this size."""
        return self.baseline(style, line_of(style, size, self.profile), size) - self.house.ink.above_em * size

    def _below(self, block: Block | None) -> float:
        """From the ink of the block's last line to the bottom of that line; a rule is ink itself."""
        style = None if block is None else style_of(block, self.house)
        if style is None or block is None or (isinstance(block, LetterHead) and not block.rows):
            return 0.0
        size = block_size(block, style, self.profile)
        line = line_of(style, size, self.profile)
        return line - self.baseline(style, line, size) - self.house.ink.below_em * size


def annex_indents(before: str, dot_em: float = HALF_EM, spacing_em: float = 0.0) -> tuple[float, float]:
    """Return, in characters, how far a line of 附件说明 hangs out and where its name stands.

    The first line stands two characters in; numbers begin below the first one, so that the names of the tenth and later
    annexes stand half a character further in.

    Args:
        before: what stands before the name: 附件： and the number, or the number.
        dot_em: how wide the dot behind a number is in the font that prints it; in most Latin fonts a quarter.
        spacing_em: what is added to each character, below 0 where they stand closer.
    """
    hang = width_em(before) - before.count(".") * (HALF_EM - dot_em) + len(before) * spacing_em
    outside = 0.0 if before.startswith(ANNEX_LABEL) else len(ANNEX_LABEL) * (1 + spacing_em)
    return hang, 2 + outside + hang


def _is_head(block: Block) -> bool:
    return isinstance(block, JointHead) or (isinstance(block, Line) and block.role is LineRole.LETTERHEAD)
