"""Puts the imprint (版记) at the foot of the last page, which is an even one or any, as the house format says.

When the body ends on such a page with room the body is laid out again with the imprint in place. Otherwise the imprint
comes from a second, tiny document: its own page, after a blank one when the body ends on an even page; then neither
carries a number (GB/T 9704 7.5).
"""

from __future__ import annotations

from typing import Any, Protocol

from planforge.render.pdf.html import END_ANCHOR
from planforge.render.pdf.numbers import front_pages
from planforge.render.pdf.text import NOTE_ANCHOR

_PX_PER_PT = 96 / 72
_LEAST_GAP_PT = 14.0  # between the last line of the body and the first rule


class Layout(Protocol):
    """What the imprint needs of the document being laid out."""

    def render(self, body: str, number: str) -> Any:
        """Lay out ``body``; ``number`` is the CSS value of the page number, empty for none."""

    def foot_pt(self) -> float:
        """Return where the imprint ends, in points from the paper's top."""


def place_imprint(layout: Layout, document: Any, body: str, imprint: str, *, even: bool) -> Any:
    """Return the document with its imprint; ``document`` is the body laid out alone.

    ``even``: it must stand on an even page; else it stands on the page where the body ends, or behind it.
    """
    pages = len(document.pages)
    last = document.pages[-1]
    if (
        (pages % 2 == 0 or not even)
        and last.height > last.width
        and not any(name.startswith(NOTE_ANCHOR) for name in last.anchors)  # footnotes stand where the imprint would
        and _end_pt(document) + _LEAST_GAP_PT + _height_pt(layout, imprint) <= layout.foot_pt()
    ):
        together = layout.render(body + imprint, "counter(page)")
        if len(together.pages) == pages:
            return together
    if not even:
        return layout.render(f'{body}<div style="break-before: page; height: 1pt"></div>{imprint}', "counter(page)")
    blank = '<div style="break-after: page"></div><div style="height: 1pt"></div>'
    tail = layout.render(blank + imprint, "" if pages % 2 == 0 else f'"{pages + 1 - front_pages(document)}"')
    return document.copy([*document.pages, *tail.pages[pages % 2 :]])


def _end_pt(document: Any) -> float:
    _x, y = document.pages[-1].anchors[END_ANCHOR][:2]
    return float(y) / _PX_PER_PT


def _height_pt(layout: Layout, imprint: str) -> float:
    """Lay the imprint out alone, in the flow, and read how far it reaches."""
    flow = imprint.replace('class="imprint-foot"', 'style="border: 1pt solid"', 1)
    alone = layout.render(f'<div id="pf-start"></div>{flow}<div id="{END_ANCHOR}"></div>', "")
    top = float(alone.pages[-1].anchors["pf-start"][1]) / _PX_PER_PT
    return _end_pt(alone) - top
