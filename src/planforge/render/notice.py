"""Keeps 署名 and 成文日期 on the page of the notice's text, when a little less white space does it.

GB/T 9704 7.3.5.5: where the room left on a page does not hold seal, organ and date, the distance of lines is adjusted.
First one of the empty lines above the signature goes, then the lines of the notice move together, by a tenth at most;
where that is not enough the writers keep the signature with the last lines of the text, on the next page, unless the
first page would then show none.

Both writers ask here, so lines are reckoned, not laid out: on the safe side, by half a character a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from planforge.records import record
from planforge.render.house import PT_PER_MM, PageProfile, TextStyle
from planforge.render.joint import ROW_GAP_MM, signature_columns, signature_rows
from planforge.render.measure import lines_needed
from planforge.render.page import (
    AnnexNote,
    Block,
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
from planforge.render.spacing import Spacing, block_size, line_of, size_of, style_of

_TIGHTEST = 0.9
_STEPS = 20
_SLACK_PT = 3.0  # programs round the height of every line and border


@record(frozen=True, slots=True)
class Fit:
    """The blocks [first, end) of the page are set with ``spacing`` and with lines of ``line_pt`` points."""

    first: int
    end: int
    spacing: Spacing

    @property
    def line_pt(self) -> float:
        """The line pitch in points."""
        return self.spacing.profile.line_pt

    def holds(self, index: int) -> bool:
        """Return whether a block is one of those."""
        return self.first <= index < self.end


def fit_notice(page: Page, spacing: Spacing) -> Fit | None:
    """Return how the notice on the first page has to be set for its signature to stand there; None: as it is."""
    blocks, as_it_is = _notice(page), _signed_notice(page, spacing)
    if as_it_is is None or _fits(blocks, spacing, as_it_is):
        return None
    return _closer(blocks, as_it_is)


def signs_apart(page: Page, spacing: Spacing) -> bool:
    """Return whether the signature stands on a page without text.

    It does where the text is one line, and the first page has room for that line but not for the signature: the first
    page must show text (7.3.3), which goes before the line beside the signature (7.3.5.5).
    """
    blocks, as_it_is = _notice(page), _signed_notice(page, spacing)
    if as_it_is is None:
        return False
    texts = [at for at in range(as_it_is.first, as_it_is.end) if isinstance(blocks[at], Paragraph)]
    if len(texts) != 1 or not isinstance(blocks[texts[0] + 1], Signature | JointSignature):
        return False
    one_line = height_of(blocks[texts[0]], spacing) <= spacing.profile.line_pt
    shown = replace(as_it_is, end=texts[0] + 1)
    too_high = not _fits(blocks, spacing, as_it_is) and _closer(blocks, as_it_is) is None
    return one_line and too_high and _fits(blocks, spacing, shown)


def _notice(page: Page) -> list[Block]:
    return list(takewhile(lambda block: not isinstance(block, NewPage), page.blocks))


def _signed_notice(page: Page, spacing: Spacing) -> Fit | None:
    """Return the notice from its text to its signature and what must stand below, as it is; None when there is none."""
    blocks = _notice(page)
    signed = next((at for at, block in enumerate(blocks) if isinstance(block, Signature | JointSignature)), None)
    first = next((index for index, block in enumerate(blocks) if _is_text(block)), None)
    if signed is None or first is None or first > signed:
        return None
    end = signed + 1
    if blocks[end : end + 1] and getattr(blocks[end], "role", None) is LineRole.DISCLOSURE:
        end += 1
    return Fit(first, end, spacing)


def _closer(blocks: Sequence[Block], as_it_is: Fit) -> Fit | None:
    """Return the notice set just close enough for the first page; None when even the closest is not."""
    usual = as_it_is.spacing
    pitches = [usual.profile.line_pt * (1 - (1 - _TIGHTEST) * step / _STEPS) for step in range(_STEPS + 1)]
    candidates = (replace(as_it_is, spacing=usual.tightened(one)) for one in pitches)
    return next((fit for fit in candidates if _fits(blocks, usual, fit)), None)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) or (isinstance(block, Line) and block.role is LineRole.RECIPIENTS)


def _fits(blocks: Sequence[Block], usual: Spacing, fit: Fit) -> bool:
    height = 0.0
    for index, block in enumerate(blocks[: fit.end]):
        spacing = fit.spacing if fit.holds(index) else usual
        height += spacing.above(blocks[index - 1] if index else None, block) + height_of(block, spacing)
    return height + _SLACK_PT <= room_of(usual.profile)


def room_of(profile: PageProfile) -> float:
    """Return the points of a page's whole lines: LibreOffice leaves what is below them empty, as the text grid says."""
    return profile.height_pt // profile.line_pt * profile.line_pt


def _rows(block: AnnexNote | JointHead | NumberLine, style: TextStyle, profile: PageProfile) -> int:
    """Return how many lines a block of several lines takes."""
    match block:
        case JointHead():
            return len(block.organs)
        case NumberLine():
            return len(block.rows)
        case AnnexNote():
            room = profile.width_pt / (style.size_pt + style.spacing_pt) - 2
            return sum(lines_needed(before + name, room) for before, name in block.lines)


def _signed(block: JointSignature, style: TextStyle, profile: PageProfile) -> float:
    """Return the height of the rows of organs, with the room for seals between them, and of the date."""
    columns = signature_columns(block, profile.width_pt / style.size_pt)
    rows = len(signature_rows(block, columns))
    lines = rows + bool(block.on)
    return lines * line_of(style, style.size_pt, profile) + (rows - 1) * ROW_GAP_MM * PT_PER_MM


def height_of(block: Block, spacing: Spacing) -> float:
    """Return the height of the lines of a block in points."""
    profile = spacing.profile
    if isinstance(block, Marks):
        return len(block.lines) * profile.line_pt
    if isinstance(block, LetterHead):
        return len(block.rows) * profile.line_pt
    style = style_of(block, spacing.house)
    if isinstance(block, RedRule) or style is None:
        return spacing.house.red_rule.pt
    if isinstance(block, AnnexNote | JointHead | NumberLine):
        return _rows(block, style, profile) * line_of(style, block_size(block, style, profile), profile)
    if isinstance(block, JointSignature):
        return _signed(block, style, profile)
    if isinstance(block, Signature):
        return (bool(block.by) + bool(block.on)) * line_of(style, style.size_pt, profile)
    runs = block.runs if isinstance(block, Line | Paragraph) else ()
    size = size_of(style, text_of(runs), profile)
    if style.fit or (len(runs) > 1 and isinstance(block, Line)):  # titles are broken: one run a line
        return len(runs) * line_of(style, size, profile)
    room = profile.width_pt / (size + style.spacing_pt)
    words = "　" * round(style.first_line_chars) + text_of(runs)
    return lines_needed(words, room) * line_of(style, size, profile)
