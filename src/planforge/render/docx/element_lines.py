"""Elements that are a few lines of their own form: what stands at the top left, 签发人, 附件说明."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from planforge.render.docx.oxml import Element, element, twips
from planforge.render.docx.paragraphs import paragraph, plain, runs
from planforge.render.house import PT_PER_MM, House
from planforge.render.joint import ROW_GAP_MM, signature_columns, signature_rows
from planforge.render.measure import width_em
from planforge.render.page import AnnexNote, JointSignature, Marks, NumberLine, Run
from planforge.render.spacing import HALF_EM, TIMES_DOT_EM, annex_indents


def element_lines(
    block: AnnexNote | JointSignature | Marks | NumberLine, house: House, width: int, place: list[Element]
) -> Iterator[Element]:
    """Yield the paragraphs of a block; ``place`` is what its place adds to the first, ``width`` that of the text area.

    ``width`` is in twips.
    """
    match block:
        case AnnexNote():
            lines = _annex_note(block, house)
        case JointSignature():
            lines, place = _joint_signature(block, house, width, place), []
        case NumberLine():
            lines = _number_line(block, house, width)
        case _:
            lines = ((style, plain(words), []) for style, words in block.lines)
    for style, content, shape in lines:
        yield paragraph(style, content, [*place, *shape])
        place = []


_Line = tuple[str, list[Element], list[Element]]
"""Style, content, and properties of its own."""


def _annex_note(block: AnnexNote, house: House) -> Iterator[_Line]:
    """Names that run over hang below their own first character."""
    style = house.styles["annex-note"]
    size, spacing = style.size_pt, style.spacing_pt / style.size_pt
    dot = TIMES_DOT_EM if house.latin else HALF_EM  # all Latin faces an office would name are about as wide as Times
    for before, name in block.lines:
        hang, left = (twips(chars * size) for chars in annex_indents(before, dot, spacing))
        yield "annex-note", plain(before + name), [element("ind", {"left": left, "hanging": hang})]


def _number_line(block: NumberLine, house: House, width: int) -> Iterator[_Line]:
    """The number one character from the left; the widest row of names ends one character from the right.

    The names of all rows begin one below the other, whichever row is the widest.
    """
    size = house.styles["document-number"].size_pt
    right = width - twips(size)
    widest = max(width_em(names) for _, _, names in block.rows)
    for number, label, names in block.rows:
        begins = right - twips(size * (widest + width_em(label)))
        ends = label and width_em(names) == widest
        stop = element("tab", {"val": "right", "pos": right} if ends else {"val": "left", "pos": begins})
        shape = [element("tabs", None, stop), element("ind", {"left": twips(size)}), element("jc", {"val": "left"})]
        tab = element("r", None, element("tab"))
        yield "document-number", [*plain(number), tab, *plain(label), *runs((Run(names, 2),))], shape


def _joint_signature(block: JointSignature, house: House, width: int, place: list[Element]) -> Iterator[_Line]:
    """The organs side by side in their order, each centred at a tab; the date below the last of them.

    Every row of organs has room for its seals above it, the first as ``place`` gives it.
    """
    style = house.styles["signature"]
    columns = signature_columns(block, width / twips(style.size_pt))
    middles = [round(width * (column + 0.5) / columns) for column in range(columns)]
    rows = signature_rows(block, columns)
    dated = ("",) * (columns - 1) + (block.on,)
    apart = element("spacing", {"before": twips(ROW_GAP_MM * PT_PER_MM)})
    for number, row in enumerate((*rows, *((dated,) if block.on else ()))):
        stops = element("tabs", None, *(element("tab", {"val": "center", "pos": middle}) for middle in middles))
        kept = [] if row is dated else [element("keepNext"), *([deepcopy(apart)] if number else place)]
        content = [part for words in row for part in (element("r", None, element("tab")), *plain(words))]
        yield style.name, content, [*kept, stops, element("jc", {"val": "left"})]
