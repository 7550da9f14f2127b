"""Blocks that stand apart from the text: boxes, tables, pictures and charts."""

from __future__ import annotations

import io

from planforge.render.docx.body import Body
from planforge.render.docx.oxml import Element, add_property, border, element, twips
from planforge.render.docx.paragraphs import add_space, paragraph, plain, runs, set_pitch, spacer
from planforge.render.docx.table import table
from planforge.render.jpeg import upright, with_header
from planforge.render.page import Block, Box, Chart, Figure, Table
from planforge.render.table_fit import fit_table

_PX_PER_INCH = 96
_EMU_PER_PT = 12700
_PARTING_PT = 1.0  # between two boxes, whose equal borders would run together


def write_framed(body: Body, block: Box | Table | Figure | Chart, previous: Block | None) -> None:
    """Write a block that stands apart from the text."""
    match block:
        case Box():
            _box(body, block, previous)
        case Table():
            _table(body, block, previous)
        case Figure():
            _figure(body, block, previous)
        case Chart():
            _chart(body, block, previous)


def _box(body: Body, block: Box, previous: Block | None) -> None:
    """Consecutive paragraphs with equal borders are one box in Word; a table would jump to the next page whole."""
    frame = body.house.box
    if isinstance(previous, Box):
        body.add(spacer(_PARTING_PT))
    spaces = {"top": frame.pad_vertical_pt, "left": frame.pad_side_pt}
    spaces |= {"bottom": frame.pad_vertical_pt, "right": frame.pad_side_pt}
    side = twips(frame.pad_side_pt + frame.border_pt)

    def properties() -> list[Element]:
        edges = [border(name, frame.border_pt, space=space) for name, space in spaces.items()]
        return [element("pBdr", None, *edges), element("ind", {"left": side, "right": side})]

    first = body.first(block, previous)
    title = body.bookmarks.around(block.id, runs(block.title))
    if title:
        body.add(paragraph("box-title", title, [*properties(), *first]))
        first = []
    begun = body.count
    for item in block.paragraphs:
        body.write_paragraph(item, "box-text", [*properties(), *first])
        first = []
    add_space(body.elements[-1], "after", frame.around_pt)
    # no frame around a title and one line, nor around one line
    for at in sorted({min(begun, body.count - 1), body.count - 1}):
        add_property(body.elements[at], element("widowControl"))


def _table(body: Body, block: Table, previous: Block | None) -> None:
    fit, around = fit_table(block, body.house, body.profile), body.house.table.around_pt
    first = [] if fit.turned else body.first(block, previous)
    caption = body.bookmarks.around(block.id, plain(block.caption))
    for style, content in (("table-caption", caption), ("table-unit", plain(block.unit))):
        if content:
            body.add(paragraph(style, content, first))
            first = []
    if first:
        body.add(spacer(body.spacing.above(previous, block)))
    body.add(table(block, fit, body.house, body.profile))
    if block.note:
        body.add(paragraph("table-note", plain(block.note)))
        add_space(body.elements[-1], "after", around)
    else:
        body.add(spacer(around))


def _figure(body: Body, block: Figure, previous: Block | None) -> None:
    picture = element("r", None, element("drawing", None, _picture(body, block)))
    body.add(_pictures(body, [picture], block, previous))
    body.add(paragraph("figure-caption", plain(block.caption)))
    add_space(body.elements[-1], "after", body.house.box.around_pt)


def _pictures(body: Body, pictures: list[Element], block: Figure | Chart, previous: Block | None) -> Element:
    """Return the paragraph that holds the drawings of a block, on one page with what is below."""
    place = [element("keepNext"), *body.first(block, previous)]
    made = paragraph("figure-caption", body.bookmarks.around(block.id, pictures), place)
    set_pitch([made], 12, "auto")
    return made


def _chart(body: Body, block: Chart, previous: Block | None) -> None:
    """Drawing, table, note and caption stay on one page."""
    from planforge.render.docx.charts.inline import chart_runs

    charts = chart_runs(block, body.charts, body.house, body.profile)
    body.add(_pictures(body, charts, block, previous))
    fit = fit_table(block.table, body.house, body.profile, upright=True)
    body.add(table(block.table, fit, body.house, body.profile, keep=True))
    if block.table.note:
        body.add(paragraph("table-note", plain(block.table.note), [element("keepNext")]))
    body.add(paragraph("figure-caption", plain(block.caption)))
    add_space(body.elements[-1], "after", body.house.box.around_pt)


def _picture(body: Body, block: Figure) -> Element:
    """Return the inline picture at 96 pixels an inch, or smaller to fit the text area."""
    data = with_header(upright(block.image.data))
    _relation, image = body.part.get_or_add_image(io.BytesIO(data))
    wide, high = (pixels * 72 / _PX_PER_INCH for pixels in (image.px_width, image.px_height))
    room = body.profile.height_pt - 3 * body.profile.line_pt
    scale = min(1.0, body.profile.width_pt / wide, room / high) * _EMU_PER_PT
    made = body.part.new_pic_inline(io.BytesIO(data), round(wide * scale), round(high * scale))
    made.docPr.set("descr", block.alt)
    for side in ("distT", "distB", "distL", "distR"):  # left out, LibreOffice takes 9 points beside the picture
        made.set(side, "0")
    return made
