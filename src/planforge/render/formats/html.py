"""The format ``html``."""

from __future__ import annotations

from planforge.render.formats import OutputFormat, Written
from planforge.render.house import House, PageProfile
from planforge.render.page import Page


def _write(page: Page, house: House, _profile: PageProfile) -> Written:
    from planforge.render.web.html import write_html

    return Written(write_html(page, house))


FORMAT = OutputFormat("html", ".html", _write)
