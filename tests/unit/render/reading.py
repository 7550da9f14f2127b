"""Reads finished files back, by other libraries than those that wrote them."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pdfplumber
from PIL import ImageChops

from planforge.render.page import Contents, Page, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PT_PER_MM = 72 / 25.4
PAPER_PT = 297 * PT_PER_MM


def bare(text: str) -> str:
    """Return ``text`` without white space and zero-width spaces."""
    return re.sub(r"[\s\u3000\u200b\u2060]", "", text)


def document_xml(data: bytes, part: str = "word/document.xml") -> ElementTree.Element:
    """Return a part of a DOCX."""
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))


def docx_text(data: bytes) -> str:
    """Return the body text of a DOCX, without the page numbers of its contents."""
    pieces, code, shown = [], "", True
    for node in document_xml(data).iter():
        if node.tag == f"{W}instrText":
            code = node.text or ""
        elif node.tag == f"{W}fldChar":
            shown = "PAGEREF" not in code or node.get(f"{W}fldCharType") == "end"
            code = "" if node.get(f"{W}fldCharType") == "end" else code
        elif node.tag == f"{W}t" and shown:
            pieces.append(node.text or "")
    return "".join(pieces)


def docx_contents(data: bytes) -> list[tuple[str, str]]:
    """Return the entries of the contents of a DOCX, each with the page number it shows."""
    found = []
    for link in document_xml(data).iter(f"{W}hyperlink"):
        words = [node.text or "" for node in link.iter(f"{W}t")]
        code = "".join(node.text or "" for node in link.iter(f"{W}instrText"))
        assert code == f" PAGEREF {link.get(f'{W}anchor')} \\h "
        found.append((words[0], "".join(words[1:])))
    return found


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.drawing = False
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "body"
        self.drawing = self.drawing or tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        self.drawing = self.drawing and tag != "svg"

    def handle_data(self, data: str) -> None:
        if self.inside and not self.drawing:
            self.pieces.append(data)


def html_text(data: bytes) -> str:
    """Return the body text of an HTML file, without the words in drawings: a reader is given their alternative."""
    parser = _Text()
    parser.feed(data.decode("utf-8"))
    return "".join(parser.pieces)


def pdf_text(data: bytes, page: Page) -> str:
    """Return the text of a PDF in the order of its content, without page numbers, drawings and repeated table heads.

    What stands behind an entry of the contents, leader and number, is no text of the plan either.
    """
    heads = [bare("".join(block.head)) for block in page.blocks if isinstance(block, Table)]
    seen: set[str] = set()
    pieces = []
    for sheet in open_pdf(data).pages:
        aside = is_turned if sheet.width > sheet.height else is_outside
        text = bare("".join(char["text"] for char in sheet.chars if not aside(char) and not is_drawn(char)))
        for head in heads:
            if head in seen and text.startswith(head):
                text = text.removeprefix(head)
            seen |= {head} if head in text else set()
        pieces.append(text)
    return _without_leaders("".join(pieces), page)


def _without_leaders(text: str, page: Page) -> str:
    """Return the text without leaders and numbers; each entry of the contents must be there, one behind the other."""
    done = 0
    for entry in (entry for block in page.blocks if isinstance(block, Contents) for entry in block.entries):
        found = re.compile(re.escape(bare(entry.text)) + "(…*[0-9]+)").search(text, done)
        assert found, f"no line of the contents for {entry.text}"
        text = text[: found.start(1)] + text[found.end(1) :]
        done = found.start(1)
    return text


def pdf_contents(data: bytes, page: Page) -> list[tuple[str, str]]:
    """Return the entries of the contents of a PDF, each with the page number it shows."""
    text = bare("".join(char["text"] for sheet in open_pdf(data).pages for char in sheet.chars))
    entries = [entry.text for block in page.blocks if isinstance(block, Contents) for entry in block.entries]
    numbers, at = [], 0
    for entry in entries:
        found = re.compile(re.escape(bare(entry)) + "…*([0-9]+)").search(text, at)
        assert found, f"no line of the contents for {entry}"
        numbers.append(found[1])
        at = found.end()
    return list(zip(entries, numbers, strict=True))


def open_pdf(data: bytes) -> Any:
    """Return the PDF as pdfplumber sees it."""
    return pdfplumber.open(io.BytesIO(data))


def is_page_number(char: dict[str, Any]) -> bool:
    """Whether a character stands below the text area."""
    return base_line(char) > 265.2 * PT_PER_MM


def is_drawn(char: dict[str, Any]) -> bool:
    """Whether a character stands in a picture, by the tag of its content."""
    return char.get("tag") == "Figure"


def is_outside(char: dict[str, Any]) -> bool:
    """Whether a character stands above or below the text area."""
    return is_page_number(char) or base_line(char) < 34 * PT_PER_MM


def is_turned(char: dict[str, Any]) -> bool:
    """Whether a character is turned to the right, as the page numbers of pages turned sideways are."""
    return abs(float(char["matrix"][0])) < 1e-6 and float(char["matrix"][1]) < 0


def base_line(char: dict[str, Any]) -> float:
    """Return the distance of a character's base line from the paper's top, in points."""
    return PAPER_PT - float(char["matrix"][5])


def lines(sheet: Any) -> list[list[dict[str, Any]]]:
    """Return the lines of a page, top to bottom, without the page number."""
    found: dict[float, list[dict[str, Any]]] = {}
    for char in sheet.chars:
        if not is_page_number(char) and char["text"].strip():
            found.setdefault(round(base_line(char), 1), []).append(char)
    return [found[y] for y in sorted(found)]


def ink_mm(sheet: Any, area: tuple[float, float], red: bool = False) -> tuple[float, float]:
    """Return the top and bottom in mm of the ink between two heights (mm); ``red``: of the red ink only."""
    image = sheet.to_image(resolution=254).original.convert("RGB")  # ten pixels a millimetre
    top, bottom = (round(mm * 10) for mm in area)
    strip = image.crop((0, top, image.width, bottom))
    red_band, green, _blue = strip.split()
    dark = green.point(lambda value: 255 if value < 128 else 0)
    if red:
        dark = ImageChops.multiply(dark, red_band.point(lambda value: 255 if value > 180 else 0))
    box = dark.getbbox()
    assert box is not None, "no ink there"
    return (top + box[1]) / 10, (top + box[3]) / 10
