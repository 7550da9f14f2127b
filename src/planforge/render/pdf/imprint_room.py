"""Whether the imprint (版记) of a laid-out document has so much room that other programs put it on the same page."""

from __future__ import annotations

from typing import Any

from planforge.render.pdf.html import END_ANCHOR, IMPRINT_ANCHOR
from planforge.render.pdf.text import NOTE_ANCHOR

_PX_PER_PT = 96 / 72
_LEAST_LINES = 3
"""Pages of other programs end one or two lines earlier or later than ours."""
_PAGES_A_LINE = 10
"""They differ more the longer a document is: a line more to spare every so many pages."""


def stands_firmly(document: Any, top_pt: float, line_pt: float) -> bool:
    """Return whether the text could be some lines longer or shorter and the imprint would stand below it all the same.

    ``top_pt``: where the text area begins, in points from the paper's top. Footnotes stand where frames would.
    """
    last = document.pages[-1].anchors
    if END_ANCHOR not in last or IMPRINT_ANCHOR not in last or any(name.startswith(NOTE_ANCHOR) for name in last):
        return False
    end, imprint = (float(last[name][1]) / _PX_PER_PT for name in (END_ANCHOR, IMPRINT_ANCHOR))
    spare = (_LEAST_LINES + len(document.pages) // _PAGES_A_LINE) * line_pt
    return end - top_pt >= spare and imprint - end >= spare
