"""What stands among the characters of a paragraph, and the level that a style or the paragraph itself gives it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from planforge.ooxml.names import W
from planforge.ooxml.revised import things_of
from planforge.ooxml.styles import Styles

_STYLES = (
    '<w:style w:styleId="base"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:styleId="heading"><w:basedOn w:val="base"/></w:style><w:style w:styleId="text"/>'
    '<w:style w:styleId="body"><w:basedOn w:val="base"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
)


def _element(inner: str) -> ElementTree.Element:
    return ElementTree.fromstring(f'<w:p xmlns:w="{W}">{inner}</w:p>')


@pytest.mark.parametrize(
    ("inner", "kinds"),
    [
        ("<w:pPr/><w:r><w:t>字</w:t></w:r>", []),
        ("<w:r><w:t>字</w:t><w:br/></w:r>", ["break"]),
        ('<w:r><w:br w:type="page"/></w:r>', []),
        ('<w:ins w:author="甲"><w:r><w:drawing/></w:r></w:ins><w:hyperlink><w:r><w:sym/></w:r></w:hyperlink>',
         ["picture", "symbol"]),
    ],
)  # fmt: skip
def test_things_are_found_however_deep_they_stand(inner: str, kinds: list[str]) -> None:
    assert [thing.kind for thing in things_of(_element(inner))] == kinds


def test_the_level_of_a_style_is_that_of_each_paragraph_but_those_with_their_own() -> None:
    styles = Styles(_element(_STYLES))
    of = '<w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>'
    own = '<w:outlineLvl w:val="{}"/>'
    asked = [
        ("heading", ""), ("heading", own.format(4)), ("heading", own.format(9)), ("heading", ""), ("text", ""),
        ("text", own.format(0)), ("text", ""), ("body", ""), ("unknown", ""), ("base", ""),
    ]  # fmt: skip
    levels = [styles.outline_level(_element(of.format(*one))) for one in asked]
    assert levels == [2, 5, 0, 2, 0, 1, 0, 0, 0, 2]
    assert styles.outline_level(_element("")) == styles.outline_level(_element("<w:pPr/>")) == 0
