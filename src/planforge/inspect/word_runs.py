"""The runs of a paragraph as pieces: deleted and hidden text left out, text boxes and fields read in place."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from planforge.inspect.passage import BLACK, Colour, Piece
from planforge.ooxml.formats import RunFormat
from planforge.ooxml.names import mc, w
from planforge.ooxml.nesting import runs_in
from planforge.ooxml.resolve import Resolver
from planforge.records import record

_SKIPPED = {w("del"), w("moveFrom"), w("pPr"), mc("Fallback"), w("txbxContent")}
_BREAKS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_NAMED = {"red": "FF0000", "blue": "0000FF", "green": "008000", "white": "FFFFFF"}
_AMBIGUOUS = "“”‘’…—·"


@record(frozen=True)
class Content:
    """What a paragraph holds: pieces, its lines where broken by hand, PAGE field, page break before any text."""

    pieces: tuple[Piece, ...]
    lines: tuple[str, ...]
    page_field: bool
    breaks_first: bool
    spacing: int
    latin_marks: str


class Runs:
    """Reads runs with their formatting resolved."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def of(self, paragraph: Element, table_style: str) -> Content:
        """Return the content of a paragraph."""
        pieces: list[Piece] = []
        breaks_first, page_field, spacing, marks = False, False, 0, ""
        for run in runs_in(paragraph, _SKIPPED):
            form = self._resolver.run(run, paragraph, table_style)
            if form.hidden:
                continue
            text = "".join(_text(child) for child in run)
            breaks_first = breaks_first or (not pieces and not text.strip() and _page_break(run))
            page_field = page_field or "PAGE" in "".join(code.text or "" for code in run.iter(w("instrText"))).split()
            if text:
                pieces.append(_piece(text, form))
                spacing = form.spacing
                marks += _latin_marks(text, form)
        simple = " ".join(field.get(w("instr"), "") for field in paragraph.iter(w("fldSimple")))
        whole = "".join(piece.text for piece in pieces)
        page_field = page_field or "PAGE" in simple.split()
        return Content(tuple(pieces), tuple(whole.split("\n")), page_field, breaks_first, spacing, marks)


def _latin_marks(text: str, form: RunFormat) -> str:
    """Return the marks that Word sets in the Latin face, as nothing says they are Chinese (ECMA-376 17.3.2.26)."""
    if form.hint == "eastAsia" or form.ascii == form.east_asia:
        return ""
    return "".join(character for character in text if character in _AMBIGUOUS)


def is_content(element: Element) -> bool:
    """Return whether an element shows something on the page."""
    return element.tag in (w("t"), w("drawing"), w("pict"), w("tab"), w("sym"))


def colour_of(name: str) -> Colour:
    """Return the colour of RRGGBB or of the name VML uses; “auto” and what is no colour are black."""
    name = _NAMED.get(name.lower(), name)
    try:
        return (int(name[0:2], 16), int(name[2:4], 16), int(name[4:6], 16)) if len(name) == 6 else BLACK
    except ValueError:
        return BLACK


def _piece(text: str, form: RunFormat) -> Piece:
    return Piece(
        text,
        (form.east_asia,),
        (form.ascii,),
        form.half_points / 2,
        colour_of(form.color),
        form.bold,
        form.marked,
    )


def _text(child: Element) -> str:
    if child.tag == w("t"):
        return child.text or ""
    if child.tag == w("br"):
        return "" if child.get(w("type")) in ("page", "column") else "\n"
    return _BREAKS.get(child.tag, "")


def _page_break(run: Element) -> bool:
    return any(child.get(w("type")) == "page" for child in run.iter(w("br")))
