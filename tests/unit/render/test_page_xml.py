"""The vocabulary of the semantic page: what is read, and how a mistake is named."""

from __future__ import annotations

import pytest

from planforge.render.errors import CharacterError, TemplateError
from planforge.render.page import Box, Heading, Image, Paragraph, Run, Table
from planforge.render.page_texts import page_text
from planforge.render.page_xml import parse_page

TEMPLATE = "page.xml.jinja"


def blocks(inner: str) -> tuple[object, ...]:
    """Return the blocks of a page with this content."""
    return parse_page(f'<page title="规划">{inner}</page>', {}, TEMPLATE).blocks


def test_runs_keep_their_faces_and_lose_the_layout_of_the_template() -> None:
    (found,) = blocks('<p id="a">\n    <lead level="3">1. 平台。</lead>建设\n    平台。\n  </p>')
    assert found == Paragraph((Run("1. 平台。", 3), Run("建设平台。")), "a")


def test_composed_blocks() -> None:
    box, table, heading = blocks(
        "<box><box-title>专栏 1</box-title><p>一</p></box>"
        "<table><caption>表1</caption><head><cell>名</cell></head><row><cell>甲</cell></row></table>"
        '<heading level="2">（一）成绩</heading>'
    )
    assert box == Box((Run("专栏 1"),), (Paragraph((Run("一"),)),))
    assert table == Table("表1", ("名",), (("甲",),))
    assert heading == Heading(2, (Run("（一）成绩"),))


@pytest.mark.parametrize(
    ("inner", "message"),
    [
        ("<headng level='1'>一</headng>", "是否想写 <heading>"),
        ("<heading>一</heading>", "缺少属性“level”"),
        ("<heading level='5'>一</heading>", "应为 1 到 4，实为“5”"),
        ("<p class='big'>一</p>", "没有属性“class”"),
        ("<p><box/></p>", "<p> 里不能有 <box>"),
        ("<box>字</box>", "不能直接写文字"),
        ("<table><caption>甲</caption><caption>乙</caption></table>", "应为一个 <caption>"),
        ("<table><head><cell/><cell/></head><row><cell/></row></table>", "应为 2 格，实为 1 格"),
        ("<table><caption>空表</caption></table>", "“空表”没有表头也没有行"),
        ("<figure id='图' alt=''/>", "没有图“图”的图片文件"),
    ],
)
def test_a_mistake_names_block_and_remedy(inner: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        blocks(inner)
    assert message in caught.value.message


def test_place_and_block_are_named() -> None:
    with pytest.raises(TemplateError) as caught:
        blocks('<heading level="9" template-line="page.xml.jinja:12">主要任务</heading>')
    assert caught.value.message.startswith("模板 page.xml.jinja 第12行（heading“主要任务”）：")


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE page [<!ENTITY a "aaaa">]><page title="a">&a;</page>',
        '<!DOCTYPE page SYSTEM "file:///etc/passwd"><page title="a"/>',
        '<?php echo 1 ?><page title="a"/>',
        '<page title="a"><p>一',
        "",
        '<page title="a">' + "<p>" * 40 + "</p>" * 40 + "</page>",
    ],
)
def test_entities_depth_and_broken_xml_are_refused(xml: str) -> None:
    with pytest.raises(TemplateError):
        parse_page(xml, {}, TEMPLATE)


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\ufffe", "\ud800"])
def test_an_illegal_character_is_named(char: str) -> None:
    with pytest.raises(CharacterError, match=f"科技创新”之后.*U\\+{ord(char):04X}"):
        blocks(f"<p>科技创新{char}</p>")


def test_page_text_is_in_reading_order() -> None:
    xml = (
        '<page title="t"><letterhead>甲文件</letterhead><signature><by>甲</by><on>日</on></signature>'
        '<figure id="f" alt="x"><caption>图1</caption></figure><imprint><copies>抄送：乙。</copies></imprint></page>'
    )
    page = parse_page(xml, {"f": Image(b"", "image/png")}, TEMPLATE)
    assert page_text(page).split() == ["甲文件", "甲", "日", "图1", "抄送：乙。"]
