"""The format ``docx``."""

from __future__ import annotations

from planforge.render.formats import OutputFormat, Written
from planforge.render.house import House, PageProfile
from planforge.render.page import Page


def _write(page: Page, house: House, profile: PageProfile) -> Written:
    from planforge.render.docx.document import write_docx

    return Written(write_docx(page, house, profile))


FORMAT = OutputFormat("docx", ".docx", _write)
