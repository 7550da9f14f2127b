"""Writes the PDF: lays the body out, finds the place of the imprint, collects what could not be printed."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from planforge.records import record
from planforge.render.coverage import MissingGlyph, missing_glyphs
from planforge.render.font_file import ink_bounds, metrics
from planforge.render.fonts import FontSet, find_fonts
from planforge.render.house import PAPER_HEIGHT_MM, PT_PER_MM, House, Ink, PageProfile, TextStyle
from planforge.render.page import Imprint, LetterHead, Page
from planforge.render.pdf import footnotes, justify, references
from planforge.render.pdf.boxes import end_at_last_line
from planforge.render.pdf.css import font_faces, header_css, needed, page_number_css, pdf_baseline, style_sheet
from planforge.render.pdf.fontconfig import weasyprint
from planforge.render.pdf.html import PdfHtml
from planforge.render.pdf.imprint import place_imprint
from planforge.render.pdf.imprint_room import stands_firmly
from planforge.render.pdf.letter import first_page_css
from planforge.render.pdf.numbers import page_numbers
from planforge.render.pdf.sources import fetcher
from planforge.render.pdf.text import PdfText
from planforge.render.spacing import Spacing, line_of, running_header


@record(frozen=True, slots=True)
class PdfResult:
    """The file, its number of pages, what no font could print, and remarks in Chinese (stand-in fonts, …).

    ``numbers``: the page number printed where each place is, by its anchor name. ``firm_imprint``: whether the imprint
    stands below the text with so much room that it does in other programs too.
    """

    data: bytes
    pages: int
    missing: tuple[MissingGlyph, ...]
    notes: tuple[str, ...]
    numbers: Mapping[str, str]
    firm_imprint: bool


def write_pdf(
    page: Page, house: House, profile: PageProfile, fonts: FontSet | None = None, variant: str | None = None
) -> PdfResult:
    """Write ``page`` as PDF with tags and outline; equal input and fonts give equal bytes.

    Args:
        page: what to print.
        house: the house format.
        profile: the page set-up.
        fonts: the fonts found; None: those of this machine.
        variant: a kind of PDF that WeasyPrint knows (pdf/a-2u, pdf/ua-1); None: a plain one.

    Raises:
        FontError: no Chinese font at all.
        LibraryError: WeasyPrint or Pango is not installed.
    """
    found = fonts or find_fonts(house)
    weasy = weasyprint()
    notes = list(found.notes)
    if not justify.install():
        notes.append("这个版本的 WeasyPrint 不能两端对齐中文，PDF 各行右边不齐")
    if not footnotes.install():
        notes.append("这个版本的 WeasyPrint 可能把脚注排到引用它的下一面，请逐面核对 PDF 的脚注")
    references.install()
    with _listening() as complaints:
        document = _Layout(weasy, page, house, profile, found).document()
        end_at_last_line(document)
        data = document.write_pdf(pdf_tags=True, pdf_variant=variant)
    missing = missing_glyphs(page, house, found)
    known = {glyph.char for glyph in missing}
    surprises = tuple(MissingGlyph(char, "", "") for char in dict.fromkeys(complaints.boxes) if char not in known)
    notes.extend(f"排版时：{words}" for words in dict.fromkeys(complaints.messages))
    firm = stands_firmly(document, profile.top_mm * PT_PER_MM, profile.line_pt)
    numbers = page_numbers(document, house)
    return PdfResult(data, len(document.pages), missing + surprises, tuple(notes), numbers, firm)


class _Layout:
    """One document on its way through WeasyPrint; all its parts share one set of loaded fonts."""

    def __init__(self, weasy: Any, page: Page, house: House, profile: PageProfile, fonts: FontSet) -> None:
        from weasyprint.text.fonts import FontConfiguration

        self._weasy = weasy
        self._page, self._house, self._profile, self._fonts = page, house, profile, fonts
        self._text = PdfText(house, fonts)
        self._html = PdfHtml(house, profile, Spacing(house, profile, self._baseline, self._ink), self._text)
        self._css = style_sheet(house, profile, self._text)
        self._font_config = FontConfiguration()

    def document(self) -> Any:
        """Return the laid-out document, imprint included."""
        body = self._html.body(self._page)
        first = self.render(body, "counter(page)")
        imprint = next((block for block in self._page.blocks if isinstance(block, Imprint)), None)
        if imprint is None:
            return first
        even = self._house.imprint.page == "even"
        return place_imprint(self, first, body, self._html.imprint(imprint), even=even)

    def render(self, body: str, number: str) -> Any:
        """Lay out ``body``; ``number`` is the CSS value of the page number, empty for none."""
        css = ""
        if number:
            css = page_number_css(self._house, self._profile, self._fonts, self._text, number)
            css += "\n" + header_css(self._house, self._profile, self._text, running_header(self._page, self._house))
        if any(isinstance(block, LetterHead) for block in self._page.blocks):
            css += first_page_css()
        html = self._html.document(self._page, f"{font_faces(self._text)}\n{needed(self._css, body)}\n{css}", body)
        allowed = fetcher(self._html.images, self._text.files)
        return self._weasy.HTML(string=html, url_fetcher=allowed).render(font_config=self._font_config)

    def foot_pt(self) -> float:
        """Return where the imprint ends, in points from the paper's top."""
        return (PAPER_HEIGHT_MM - self._house.imprint.foot_mm) * PT_PER_MM

    def text_end_pt(self) -> float:
        """Return where the text area ends, in points from the paper's top."""
        return (PAPER_HEIGHT_MM - self._profile.bottom_mm) * PT_PER_MM

    def imprint_pt(self) -> tuple[float, float, float]:
        """Return in points: the height of a page above the foot, the line pitch of the imprint, its lower rules."""
        style, rules = self._house.styles["imprint"], self._house.imprint
        line = line_of(style, style.size_pt, self._profile)
        return self.foot_pt() - self._profile.top_mm * PT_PER_MM, line, rules.thick_pt + rules.thin_pt

    def _ink(self, style: TextStyle, text: str) -> Ink:
        """Return where the ink of a text lies in the face that prints it."""
        path = self._fonts.faces[style.font][0].path
        bounds = [found for char in text if (found := ink_bounds(path, char)) is not None]
        if not bounds:
            return self._house.ink
        return Ink(max(top for _, top in bounds), -min(bottom for bottom, _ in bounds))

    def _baseline(self, style: TextStyle, line: float, size: float) -> float:
        return pdf_baseline(metrics(self._fonts.faces[style.font][0].path), line, size)


class _Complaints(logging.Handler):
    """Collects what WeasyPrint warns of; ``boxes`` are the characters it drew as boxes."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.boxes: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage().startswith(".notdef") and isinstance(record.args, tuple):
            self.boxes.append(str(record.args[0]))
        else:
            self.messages.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[_Complaints]:
    logger = logging.getLogger("weasyprint")
    handler = _Complaints()
    outlet, logger.propagate = logger.propagate, False
    others, logger.handlers = logger.handlers, [handler]
    try:
        yield handler
    finally:
        logger.handlers, logger.propagate = others, outlet
