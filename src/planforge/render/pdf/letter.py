"""The head of a letter (10.1) in PDF: both double rules at their places on the page, the rest in the flow.

The organ's name begins in the upper margin. Were it lifted there, it would stand behind the page's text in the file.
"""

from __future__ import annotations

from planforge.render.house import FINE_PT, PT_PER_MM, House, PageProfile
from planforge.render.page import LetterHead
from planforge.render.pdf.text import PdfText
from planforge.render.spacing import LetterPlaces

_KEEPS_MARGIN_PT = 0.01
"""Padding without which the margin of what stands first on a page would be dropped."""


def letter_html(block: LetterHead, profile: PageProfile, places: LetterPlaces, text: PdfText) -> str:
    """Return the name, both rules, and the lines below the upper one."""
    top = profile.top_mm * PT_PER_MM
    face = f"font-size: {places.size}pt; line-height: {places.line:g}pt; white-space: nowrap"
    name = f'<p class="letterhead" style="margin-top: {places.mark_pt - top:.3f}pt; {face}">'
    name += f"{text.plain(block.organ, 'letterhead')}</p>"
    thick, fine = '<div class="letter-thick"></div>', '<div class="letter-fine"></div>'
    below = places.text_pt - places.mark_pt - places.line - _KEEPS_MARGIN_PT
    rows = "".join(_row(*row, text) for row in block.rows)
    return (
        f'<div class="letter-name" style="padding-top: {_KEEPS_MARGIN_PT}pt">{name}</div>'
        f'<div class="letter-place" style="top: {places.rule_pt - top:.3f}pt">{thick}{fine}</div>'
        f'<div class="letter-place letter-foot">{fine}{thick}</div>'
        f'<div style="margin-top: {below:.3f}pt">{rows}</div>'
    )


def _row(style: str, left: str, right: str, text: PdfText) -> str:
    number = f'<span class="document-number">{text.plain(right, "document-number")}</span>' if right else ""
    return f'<div class="letter-row"><span class="{style}">{text.plain(left, style)}</span>{number}</div>'


def first_page_css() -> str:
    """Return the CSS that leaves page number and header out of the first page of a letter (10.1)."""
    places = ("bottom-left", "bottom-center", "bottom-right", "top-center")
    return "".join(f"\n@page :first {{ @{place} {{ content: none; border: none }} }}" for place in places)


def letter_css(house: House, profile: PageProfile) -> list[str]:
    """Return the CSS of the double rules: thick above thin, and at the foot of the page the other way round."""
    letter, foot = house.letter, house.letter.foot_mm - profile.bottom_mm
    left, right = letter.side_mm - profile.left_mm, letter.side_mm - profile.right_mm
    return [
        f".letter-name {{ margin: 0 {right:g}mm 0 {left:g}mm }}",
        f".letter-place {{ position: absolute; left: {left:g}mm; width: {letter.width_mm:g}mm }}",
        f".letter-foot {{ bottom: {foot:g}mm }}",
        f".letter-thick, .letter-fine {{ background: #{house.colours['red']}; height: {FINE_PT:g}pt }}",
        f".letter-thick {{ height: {letter.thick_pt:g}pt }}",
        f".letter-thick + .letter-fine, .letter-fine + .letter-thick {{ margin-top: {FINE_PT:g}pt }}",
    ]
