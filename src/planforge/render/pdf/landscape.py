"""Pages turned sideways (横排) for wide tables: their size and margins, and where their page number stands.

Such a page is turned to the left to be bound: its upper edge comes to the left, so that the head of the table is at the
binding on odd pages and at the outer edge on even ones, and its left edge comes to the foot. The page number is printed
there, turned to the right, and stands where the other pages have it (GB/T 9704 8).
"""

from __future__ import annotations

from planforge.render.house import PAPER_HEIGHT_MM, PT_PER_MM, House, PageProfile

LANDSCAPE = "landscape"
"""The name of the pages, and of the class of what stands on them."""


def landscape_css(profile: PageProfile) -> str:
    """Return the CSS of the pages: paper turned, the margins of an upright page turned with it."""
    sides = (profile.left_mm, profile.top_mm, profile.right_mm, profile.bottom_mm)
    margins = " ".join(f"{side:g}mm" for side in sides)
    none = " ".join(
        f"@{place} {{ content: none; border: none }}"
        for place in ("top-center", "bottom-left", "bottom-center", "bottom-right")
    )
    return f"@page {LANDSCAPE} {{ size: A4 landscape; margin: {margins}; {none} }} .{LANDSCAPE} {{ page: {LANDSCAPE} }}"


def landscape_number_css(house: House, profile: PageProfile, face: str, dash_pt: float, shown: str) -> str:
    """Return the CSS of the page number.

    Args:
        house: the house format.
        profile: the page set-up.
        face: the CSS of its font.
        dash_pt: how far below the top of its line the dashes lie.
        shown: the CSS value that is printed.
    """
    line = house.styles["page-number"].line_pt or house.styles["page-number"].size_pt
    upper = (PAPER_HEIGHT_MM - house.page_number.centre_mm) * PT_PER_MM + dash_pt
    margin, apart = profile.bottom_mm * PT_PER_MM, house.page_number.side_pt
    if house.page_number.place == "center":
        moved = f"translate({upper - (margin + line) / 2:.3f}pt, 0)"
        place = f"vertical-align: middle; text-align: center; transform-origin: 50% 50%; transform: {moved}"
        return f"@page {LANDSCAPE} {{ @left-middle {{ content: {shown}; {face}; {place} rotate(90deg) }} }}"
    odd = (
        f"vertical-align: bottom; text-align: right; transform-origin: 100% 100%; "
        f"transform: translate({upper - line - margin:.3f}pt, -{apart:g}pt) rotate(90deg)"
    )
    even = (
        f"vertical-align: top; text-align: left; transform-origin: 0 0; "
        f"transform: translate({upper:.3f}pt, {apart:g}pt) rotate(90deg)"
    )
    return "\n".join(
        f"@page {LANDSCAPE}:{side} {{ @left-{at} {{ content: {shown}; {face}; height: {line:g}pt; {place} }} }}"
        for side, at, place in (("right", "bottom", odd), ("left", "top", even))
    )
