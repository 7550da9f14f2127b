"""The format ``pdf``; needs the extra ``planforge[pdf]`` and Pango."""

from __future__ import annotations

from planforge.render.formats import OutputFormat, Written
from planforge.render.house import House, PageProfile
from planforge.render.page import Page


def _write(page: Page, house: House, profile: PageProfile) -> Written:
    from planforge.render.pdf.writer import write_pdf

    result = write_pdf(page, house, profile)
    return Written(result.data, tuple(map(str, result.missing)), result.notes, result.pages)


FORMAT = OutputFormat("pdf", ".pdf", _write)
