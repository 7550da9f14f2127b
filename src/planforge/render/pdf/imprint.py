"""Puts the imprint (版记) at the foot of the last page, which is an even one or any, as the house format says.

When the body ends on such a page with room the body is laid out again with the imprint in place, below the footnotes of
that page. Otherwise the imprint comes from a second, tiny document: its own page, after a blank one when the body ends
on an even page; then neither carries a number (GB/T 9704 7.5). One that is higher than a page begins on a page before
and ends at the same foot.
"""

from __future__ import annotations

from typing import Any, Protocol

from planforge.render.measure import sheets_needed
from planforge.render.pdf.html import END_ANCHOR
from planforge.render.pdf.numbers import front_pages
from planforge.render.pdf.text import NOTE_ANCHOR

_PX_PER_PT = 96 / 72
_ROUNDING_PT = 0.5
_ANY_HEIGHT_MM = 20_000
_PINNED, _FLOWING = 'class="imprint-foot"', 'class="imprint-flow"'
_LEAST_GAP_PT = 14.0  # between the last line of the body and the first rule


class Layout(Protocol):
    """What the imprint needs of the document being laid out."""

    def render(self, body: str, number: str) -> Any:
        """Lay out ``body``; ``number`` is the CSS value of the page number, empty for none."""

    def foot_pt(self) -> float:
        """Return where the imprint ends, in points from the paper's top."""

    def text_end_pt(self) -> float:
        """Return where the text area ends, in points from the paper's top."""

    def imprint_pt(self) -> tuple[float, float, float]:
        """Return in points: the height of a page above the foot, the line pitch of the imprint, its lower rules."""


def place_imprint(layout: Layout, document: Any, body: str, imprint: str, *, even: bool) -> Any:
    """Return the document with its imprint; ``document`` is the body laid out alone.

    ``even``: it must stand on an even page; else it stands on the page where the body ends, or behind it.
    """
    pages, height = len(document.pages), _height_pt(layout, imprint)
    last = document.pages[-1]
    if (
        (pages % 2 == 0 or not even)
        and last.height > last.width
        and _end_pt(document) + _LEAST_GAP_PT + height <= layout.foot_pt()
    ):
        lifted = _lifted(layout, pages, height) if any(name.startswith(NOTE_ANCHOR) for name in last.anchors) else ""
        together = layout.render(lifted + body + imprint, "counter(page)")
        if len(together.pages) == pages:
            return together
    needed, imprint = _in_flow(layout, imprint, height)
    if not even:
        return layout.render(f'{body}<div style="break-after: page"></div>{imprint}', "counter(page)")
    blank = (pages + needed) % 2
    tail = _behind(
        layout, imprint, left_out=pages % 2 + blank, number=0 if blank else pages + 1 - front_pages(document)
    )
    return document.copy([*document.pages, *tail.pages[pages % 2 :]])


def _lifted(layout: Layout, page: int, height: float) -> str:
    """Return the CSS that lifts the footnotes of a page above the imprint; text without room then takes a page more."""
    room = max(0.0, layout.text_end_pt() - layout.foot_pt()) + height + _LEAST_GAP_PT
    return f"<style>@page :nth({page}) {{ @footnote {{ margin-bottom: {room:.3f}pt }} }}</style>"


def _behind(layout: Layout, imprint: str, *, left_out: int, number: int) -> Any:
    """Lay the imprint out behind as many empty pages, the first of which is a right one; 0: it carries no number."""
    empty = '<div style="break-after: page"></div>' * left_out
    counted = f"<style>@page :nth({left_out + 1}) {{ counter-reset: page {number} }}</style>"
    return layout.render(f"{counted}{empty}{imprint}", "counter(page)" if number else "")


def _in_flow(layout: Layout, imprint: str, height: float) -> tuple[int, str]:
    """Return how many pages the imprint takes, and the imprint; where that is more than one it is set in the flow.

    Its pages are as high as the lines they hold, so that the last is full, and its first line stands further down.
    """
    room, line, rules = layout.imprint_pt()
    if height <= room:
        return 1, f'<div style="height: 1pt"></div>{imprint}'
    pages, first = sheets_needed(round((height - rules) / line), room - rules, line)
    full = (room - rules) // line
    top = layout.foot_pt() - full * line - rules - _ROUNDING_PT
    style = f"<style>@page imprint {{ margin-top: {top:.3f}pt }}</style>"
    space = f'<div style="page: imprint; height: {(full - first) * line:.3f}pt"></div>'
    return pages, f"{style}{space}{imprint.replace(_PINNED, _FLOWING, 1)}"


def _end_pt(document: Any) -> float:
    _x, y = document.pages[-1].anchors[END_ANCHOR][:2]
    return float(y) / _PX_PER_PT


def _height_pt(layout: Layout, imprint: str) -> float:
    """Lay the imprint out alone, in the flow of one page of any height, and read how far it reaches."""
    flow = imprint.replace(_PINNED, _FLOWING, 1)
    paper = f"<style>@page imprint {{ size: 210mm {_ANY_HEIGHT_MM}mm }}</style>"
    start, end = (
        '<div id="pf-start" style="page: imprint"></div>',
        f'<div id="{END_ANCHOR}" style="page: imprint"></div>',
    )
    alone = layout.render(f"{paper}{start}{flow}{end}", "")
    top = float(alone.pages[-1].anchors["pf-start"][1]) / _PX_PER_PT
    return _end_pt(alone) - top
