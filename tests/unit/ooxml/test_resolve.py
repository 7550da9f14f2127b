"""Formatting resolved as Word does: defaults, theme, styles, numbering, direct, the nearest level first."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from planforge.ooxml.names import w
from planforge.ooxml.resolve import Resolver
from planforge.ooxml.theme import Theme

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="278"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>{}</w:style>'


def xml(text: str) -> Element:
    """Return an element; `w:` and `a:` are known."""
    head, _, rest = text.partition(">")
    closed = head.endswith("/")
    return ElementTree.fromstring(f"{head.rstrip('/')} {_W} {_A}{'/' if closed else ''}>{rest}")


def resolver(styles: str = "", theme: str = "", numbering: str = "") -> Resolver:
    """Return a resolver of these styles above the defaults of Word."""
    return Resolver(
        xml(f"<w:styles>{DEFAULTS}{styles}</w:styles>"),
        Theme(xml(theme) if theme else None),
        xml(numbering) if numbering else None,
    )


def run(found: Resolver, paragraph: str) -> tuple[str, str, int, bool]:
    """Return face, Latin face, half points and boldness of the first run."""
    element = xml(paragraph)
    form = found.run(next(element.iter(w("r"))), element)
    return form.east_asia, form.ascii, form.half_points, form.bold


THEME = (
    '<a:theme><a:fontScheme><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont>'
    "</a:fontScheme></a:theme>"
)


def test_defaults_name_a_theme_face() -> None:
    assert run(resolver(theme=THEME), "<w:p><w:r><w:t>字</w:t></w:r></w:p>") == ("等线", "Calibri", 21, False)


def test_without_any_face_word_sets_song() -> None:
    assert run(resolver(), "<w:p><w:r/></w:p>")[:2] == ("宋体", "Times New Roman")


def test_a_named_face_hides_the_theme_below_it_and_slots_are_taken_one_by_one() -> None:
    normal = NORMAL.format('<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr>')
    found = resolver(normal, THEME)
    assert run(found, "<w:p><w:r/></w:p>") == ("仿宋_GB2312", "Calibri", 32, False)
    direct = '<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:r></w:p>'
    assert run(found, direct)[:2] == ("仿宋_GB2312", "Arial")


def test_styles_follow_what_they_are_based_on() -> None:
    styles = NORMAL.format('<w:rPr><w:sz w:val="32"/></w:rPr>')
    styles += '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>'
    styles += '<w:style w:type="character" w:styleId="c"><w:rPr><w:b/></w:rPr></w:style>'
    found = resolver(styles)
    plain = '<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr><w:r/></w:p>'
    assert run(found, plain)[2:] == (32, True)
    toggled = '<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr><w:r><w:rPr><w:rStyle w:val="c"/></w:rPr></w:r></w:p>'
    assert run(found, toggled)[3] is False  # bold in two styles cancels out (ECMA-376 17.7.3)
    direct = '<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr><w:r><w:rPr><w:b w:val="0"/></w:rPr></w:r></w:p>'
    assert run(found, direct)[3] is False


def test_a_circle_of_styles_ends() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>'
    styles += (
        '<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/><w:rPr><w:sz w:val="44"/></w:rPr></w:style>'
    )
    assert run(resolver(styles), '<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr><w:r/></w:p>')[2] == 44


def test_paragraph_attributes_merge_and_numbering_gives_indents() -> None:
    numbering = (
        '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="420" w:hanging="420"/>'
        '</w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    found = resolver(NORMAL.format('<w:pPr><w:spacing w:line="579" w:lineRule="exact"/></w:pPr>'), numbering=numbering)
    listed = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:right="100"/></w:pPr></w:p>'
    )
    form = found.paragraph(xml(listed))
    assert (form.line, form.rule, form.after) == (579, "exact", 160)
    assert (form.left, form.first, form.right) == (420, -420, 100)


def test_odd_numbers_do_not_stop_it() -> None:
    odd = '<w:p><w:pPr><w:ind w:left="x" w:firstLine="12.5"/><w:spacing w:line="14pt"/><w:jc/></w:pPr></w:p>'
    form = resolver().paragraph(xml(odd))
    assert (form.left, form.first, form.line) == (0, 12, 280)
