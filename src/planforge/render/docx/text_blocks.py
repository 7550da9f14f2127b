"""Blocks that are plain paragraphs: lines of elements, headings, text, lists, cover, contents, signature."""

from __future__ import annotations

from collections.abc import Mapping

from planforge.render.docx.body import Body
from planforge.render.docx.contents import contents
from planforge.render.docx.element_lines import element_lines
from planforge.render.docx.oxml import Element, add_property, border, element, twips
from planforge.render.docx.paragraphs import lines, paragraph, plain, runs, spacer
from planforge.render.measure import width_em
from planforge.render.page import (
    AnnexNote,
    Block,
    Contents,
    Cover,
    Heading,
    ItemList,
    JointSignature,
    Line,
    LineRole,
    Marks,
    NumberLine,
    Paragraph,
    RedRule,
    Signature,
    text_of,
)
from planforge.render.spacing import line_of, size_of


def write_text(body: Body, block: Block, previous: Block | None, numbers: Mapping[str, str]) -> None:
    """Write a block that is made of plain paragraphs; the contents show `numbers`, the pages by anchor name."""
    place = body.place(block, previous)
    match block:
        case Cover():
            _cover(body, block, place)
        case Contents():
            _contents(body, block, place, numbers)
        case Heading():
            content = body.bookmarks.around(block.id, runs(block.runs))
            body.add(paragraph(f"heading-{block.level}", content, place))
        case Paragraph():
            body.write_paragraph(block, "body", place)
        case ItemList():
            _items(body, block, place)
        case Signature():
            _signature(body, block, place)
        case AnnexNote() | JointSignature() | Marks() | NumberLine():
            if isinstance(block, JointSignature) and not body.apart:
                body.keep_last()
            body.add(*element_lines(block, body.house, body.width, place))
        case _:
            return


def write_line(body: Body, block: Line, previous: Block | None) -> None:
    """Write a line of an element; one that must fit takes the size it fits in."""
    style = body.house.styles[block.role.value]
    if block.role is LineRole.DISCLOSURE:
        body.keep_last()
    if not style.fit:
        content = body.bookmarks.around(block.id, lines(block.runs))
        body.add(paragraph(style.name, content, body.place(block, previous)))
        return
    size = size_of(style, text_of(block.runs), body.profile)
    place = body.place(block, previous, line_of(style, size, body.profile))
    body.add(paragraph(style.name, runs(block.runs, size), place))


def write_red_rule(body: Body, block: RedRule, previous: Block | None) -> None:
    """The rule is the lower border of the paragraph above it."""
    if not isinstance(previous, Line):
        body.add(spacer(1))
    rule, colour = body.house.red_rule, body.house.colours["red"]
    edge = border("bottom", rule.pt, colour, body.spacing.above(previous, block))
    add_property(body.elements[-1], element("pBdr", None, edge))


def _cover(body: Body, block: Cover, place: list[Element]) -> None:
    before_title, before_signed = (
        [element("spacing", {"before": twips(points)})] for points in body.spacing.cover(block)
    )
    if block.label:
        body.add(paragraph("annex-label", plain(block.label), place))
        place = []
    body.add(paragraph("cover-title", lines(block.title), [*place, *before_title]))
    if block.note:
        body.add(paragraph("cover-note", plain(block.note)))
    for text in filter(None, (block.by, block.on)):
        body.add(paragraph("cover-by", plain(text), before_signed))
        before_signed = []


def _contents(body: Body, block: Contents, place: list[Element], numbers: Mapping[str, str]) -> None:
    if block.title:
        body.add(paragraph("contents-title", plain(block.title), place))
        body.add(spacer(body.house.title_after_lines * body.profile.line_pt))
    body.add(*contents(block, numbers, body.house.styles["annex-title"].title))


def _items(body: Body, block: ItemList, place: list[Element]) -> None:
    for index, item in enumerate(block.items):
        body.write_paragraph(item, "body", [] if index else place, "" if index else block.id)


def _signature(body: Body, block: Signature, place: list[Element]) -> None:
    """The date stands some characters from the right edge, the organ is centred above it.

    Neither may stand on a page without a line of the text (7.3.5.5), so the paragraph above is kept with them, unless
    the first page must keep it.
    """
    if not body.apart:
        body.keep_last()
    right = body.house.signature_right_chars
    shift = max(0.0, right + (width_em(block.on) - width_em(block.by)) / 2) if block.on else right
    size = body.house.styles["signature"].size_pt
    for words, chars in ((block.by, shift), (block.on, right)):
        if words:
            indent = element("ind", {"right": twips(chars * size)})
            body.add(paragraph("signature", plain(words), [*place, indent]))
            place = []
            if block.on and words is block.by:
                body.keep_last()
