"""修改对照表 as a Word table on landscape pages: what went is struck out, what came is underlined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from planforge.review.clause_changes import ClauseChange, clause_changes
from planforge.review.files.as_table_xlsx import HEAD
from planforge.review.version import Version
from planforge.review.wording import aligned

NAME = "table-docx"
_TITLE = "修改对照表"
_ANY_DAY = "2000-01-01"
_A4_LANDSCAPE: Mapping[str, str | int] = {"w": 16838, "h": 11906, "orient": "landscape"}
_SIDES = {"top": 1247, "right": 1134, "bottom": 1247, "left": 1134}
_MARGINS: Mapping[str, str | int] = {**_SIDES, "header": 720, "footer": 720, "gutter": 0}
_WIDTHS = (680, 2381, 4422, 4422, 2665)  # twips, together the page between its margins
_LATIN, _BODY, _HEAD = "Times New Roman", "仿宋_GB2312", "黑体"
_TITLE_PT, _LINE_PT, _HEAD_PT, _CELL_PT = 18, 12, 11, 10.5
_BORDER_PT = 0.5
_STRUCK, _UNDERLINED = "strike", "u"

Element = Any
Piece = tuple[str, str]
"""Words, and the mark of their font: struck out, underlined or "" for none."""


def write(old: Version, new: Version) -> bytes:
    """Return the DOCX; equal versions give equal bytes."""
    from planforge.render.docx.oxml import element
    from planforge.render.docx.package import empty_document, save
    from planforge.render.page import Page

    document = empty_document()
    _styles(document.styles.element)
    rows = [_cells(number, change) for number, change in enumerate(clause_changes(old.plan, new.plan), start=1)]
    names = [(f"旧版：{old.name}；新版：{new.name}", "")]
    section = element("sectPr", None, element("pgSz", _A4_LANDSCAPE), element("pgMar", _MARGINS))
    title = _paragraph([(_TITLE, "")], _TITLE_PT, _HEAD, centred=True)
    document.element.body.extend([title, _paragraph(names, _LINE_PT), _table(rows), _paragraph([], 1), section])
    return save(document, Page(_TITLE, (), author="planforge", date=_ANY_DAY))


def _styles(styles: Element) -> None:
    """Replace the styles by one, the default, which names the fonts."""
    from planforge.render.docx.oxml import element, fonts, run_properties

    for child in list(styles):
        styles.remove(child)
    values: Mapping[str, str | int] = {"type": "paragraph", "default": 1, "styleId": "Normal"}
    name = element("name", {"val": "Normal"})
    styles.append(element("style", values, name, run_properties([fonts(_BODY, _LATIN)])))


def _cells(number: int, change: ClauseChange) -> list[list[Piece]]:
    pieces = aligned(change.old, change.new) if change.old and change.new else []
    return [
        [(str(number), "")],
        [(change.place, "")],
        [(one.old, "" if one.same else _STRUCK) for one in pieces] or [(change.old, _STRUCK)],
        [(one.new, "" if one.same else _UNDERLINED) for one in pieces] or [(change.new, _UNDERLINED)],
        [(change.note, "")],
    ]


def _table(rows: Iterable[Sequence[Sequence[Piece]]]) -> Element:
    """Return the table: fixed widths, the head on every page."""
    from planforge.render.docx.oxml import border, element
    from planforge.render.docx.table import grid, properties

    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element("tblBorders", None, *(border(side, _BORDER_PT) for side in sides))
    head = _row([_paragraph([(words, "")], _HEAD_PT, _HEAD) for words in HEAD], element("tblHeader"))
    body = [_row([_paragraph(pieces, _CELL_PT) for pieces in cells]) for cells in rows]
    return element("tbl", None, properties(sum(_WIDTHS), borders), grid(_WIDTHS), head, *body)


def _row(paragraphs: Sequence[Element], *rules: Element) -> Element:
    from planforge.render.docx.oxml import element

    cells = [
        element("tc", None, element("tcPr", None, element("tcW", {"w": width, "type": "dxa"})), paragraph)
        for paragraph, width in zip(paragraphs, _WIDTHS, strict=True)
    ]
    return element("tr", None, *([element("trPr", None, *rules)] if rules else []), *cells)


def _paragraph(pieces: Iterable[Piece], points: float, face: str = "", *, centred: bool = False) -> Element:
    from planforge.render.docx.oxml import element, paragraph_properties

    shape = [element("jc", {"val": "center"})] if centred else []
    runs = [_run(_printable(words), mark, points, face) for words, mark in pieces if words]
    return element("p", None, paragraph_properties(shape), *runs)


def _run(words: str, mark: str, points: float, face: str) -> Element:
    from planforge.render.docx.oxml import element, fonts, hint, run_properties, text

    parts = [fonts(face, _LATIN) if face else hint()]
    parts += [element(tag, {"val": round(2 * points)}) for tag in ("sz", "szCs")]
    if mark:
        parts.append(element(mark, {"val": "single"} if mark == _UNDERLINED else None))
    first, *others = words.split("\n")
    more = [part for line in others for part in (element("br"), text(line))]
    return element("r", None, run_properties(parts), text(first), *more)


def _printable(words: str) -> str:
    """Leave out characters that XML has not."""
    return "".join(character for character in words if character in "\t\n" or " " <= character <= "\ud7ff"
                   or "\ue000" <= character <= "\ufffd" or character > "\uffff")  # fmt: skip
