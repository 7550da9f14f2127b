"""The output formats. Each module here is one format: put a file beside these and `build` can write it.

A module defines ``FORMAT``, an `OutputFormat`; it imports its writer inside the function that writes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from planforge.records import cached_property, record
from planforge.render.house import House, PageProfile
from planforge.render.page import Page

if TYPE_CHECKING:
    from planforge.render.pdf.writer import PdfResult


PDF_VARIANTS = {"": None, "a-2u": "pdf/a-2u", "ua-1": "pdf/ua-1"}
"""The kinds of PDF that can be asked for, as WeasyPrint calls them: plain, for archives (ISO 19005-2), for screen
readers (ISO 14289-1)."""


@record(frozen=True)
class Job:
    """What is to be printed; all formats of one build share it, so that the PDF is laid out once."""

    page: Page
    house: House
    profile: PageProfile
    pdf_variant: str = ""

    @cached_property
    def pdf(self) -> PdfResult:
        """Lay the page out as PDF.

        Raises:
            UnavailableError: when this machine lacks WeasyPrint, Pango or every Chinese font.
        """
        from planforge.render.pdf.writer import write_pdf

        return write_pdf(self.page, self.house, self.profile, variant=PDF_VARIANTS[self.pdf_variant])


@record(frozen=True, slots=True)
class Written:
    """A finished file.

    ``missing``: Chinese sentences, one for each character no font has; the document is not fit to be issued.
    ``notes``: Chinese remarks, such as stand-in fonts. ``pages``: None when the format has no pages of its own.
    """

    data: bytes
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    pages: int | None = None


@record(frozen=True, slots=True)
class OutputFormat:
    """A format: its name on the command line, the file's suffix, and the function that writes it.

    One that is ``on_request`` is only written when it is named. ``write`` raises `UnavailableError` when this machine
    lacks a library or fonts that the format needs. One that is ``traced`` carries where each text is from; one that is
    ``paged`` is set on paper.
    """

    name: str
    suffix: str
    write: Callable[[Job], Written]
    on_request: bool = False
    traced: bool = False
    paged: bool = False


@cache
def output_formats() -> dict[str, OutputFormat]:
    """Return every format by name, found by walking this folder."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    formats = [module.FORMAT for module in modules]
    return {found.name: found for found in sorted(formats, key=lambda found: str(found.name))}
