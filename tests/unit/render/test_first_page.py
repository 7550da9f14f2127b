"""The first page shows text: where 主送机关 would leave no room for it, they stand in 版记 (7.3.2, 7.3.3, 7.4.2)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.first_page import has_text_beside_signature, has_text_on_first_page
from planforge.render.fonts import FontSet
from planforge.render.house import House, PageProfile
from planforge.render.houses import find_house
from planforge.render.page import Imprint, Line, LineRole, Page
from planforge.render.page_texts import page_text
from planforge.render.pdf.writer import write_pdf
from planforge.render.trace_marks import FIRST
from planforge.render.web.html import write_html
from tests.unit.render import sample
from tests.unit.render.reading import W, bare, document_xml, docx_text, html_text, open_pdf, pdf_text

ORGAN = "市委各部委"
OTHERS = ["盘锦市工业和信息化局", "盘锦市财政局", "盘锦市自然资源局", "盘锦市生态环境局"]
TITLE = "盘锦市人民政府办公室等5单位关于印发科技支持盘锦沿海经济带建设三年行动计划的通知"


def _page(house: House, organs: int, **document: Any) -> Page:
    """Return a document to so many organs, five characters each."""
    recipients = "，".join([ORGAN] * organs)
    more = {"joint": OTHERS, "title": TITLE} | document
    return render_page(sample.context(sample.chapter(0, "甲", []), recipients=recipients, **more), house)


def _moved(page: Page) -> bool:
    imprint = next(block for block in page.blocks if isinstance(block, Imprint))
    below_title = any(isinstance(block, Line) and block.role is LineRole.RECIPIENTS for block in page.blocks)
    assert bool(imprint.recipients) is not below_title
    return bool(imprint.recipients)


@pytest.fixture(scope="module")
def moved(house: House) -> Page:
    """A document of five organs to forty-two."""
    return _page(house, 42)


def test_they_move_when_they_must_and_not_before(house: House) -> None:
    """Up to some number they stay, from there on they move; below a head of one line more of them stay."""
    found = [_moved(_page(house, organs)) for organs in range(1, 43)]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (False, True)
    assert not _moved(_page(house, found.index(True) + 1, joint=[]))


def test_they_stay_where_moving_them_is_in_vain(house: House) -> None:
    """A head of nine organs leaves no room for text, with them or without."""
    for organs in (1, 42):
        page = _page(house, organs, joint=OTHERS * 2)
        assert not _moved(page)
        assert not has_text_on_first_page(page, house)


def test_the_first_page_shows_text(house: House, fonts: FontSet) -> None:
    """In PDF, on both page set-ups, whatever the number of organs."""
    for profile in house.pages.values():
        for organs in (1, *range(24, 43, 3)):
            page = _page(house, organs)
            first = bare(open_pdf(write_pdf(page, house, profile, fonts).data).pages[0].extract_text())
            assert "《盘锦市“十四五”科技创新发展规划》已经" in first, organs


def test_all_outputs_print_them_above_the_copies(
    moved: Page, house: House, profile: PageProfile, fonts: FontSet
) -> None:
    """One text; 主送 and 抄送 stand in one row of the table, as no rule parts them."""
    expected = bare(page_text(moved))
    assert f"主送：{'，'.join([ORGAN] * 42)}。抄送：" in expected
    docx = write_docx(moved, house, profile)
    assert bare(docx_text(docx)) == expected
    assert bare(html_text(write_html(moved, house))) == expected
    assert pdf_text(write_pdf(moved, house, profile, fonts).data, moved) == expected
    (cell,) = (cell for cell in document_xml(docx).iter(f"{W}tc") if "主送：" in "".join(cell.itertext()))
    assert "抄送：" in "".join(cell.itertext())


def test_no_rule_parts_them_in_a_frame() -> None:
    """A letter with rules in its 版记, which are lines of their own above the first and below the last paragraph."""
    house = find_house("xinhan")
    ruled = find_house("panzhengban").imprint
    page = _page(house, 80, joint=[], title="关于报送材料的函")
    assert _moved(page)
    data = write_docx(page, _with_rules(house, ruled.thick_pt, ruled.thin_pt), house.pages[house.default_page])
    framed = [p for p in document_xml(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}framePr") is not None]
    sides = [[edge.tag.rpartition("}")[2] for edge in p.iterfind(f"{W}pPr/{W}pBdr/*")] for p in framed]
    assert sides[-4:] == [["bottom"], [], [], ["bottom"]]  # before them the head of the letter


def test_marks_of_where_texts_are_from_take_no_room(house: House) -> None:
    """The page is printed a second time with them, and must be the same."""
    mark = chr(FIRST)
    for organs in range(20, 43):
        recipients = "，".join([ORGAN] * organs)
        page = render_page(
            sample.context(
                sample.chapter(0, "甲", []),
                joint=[mark + name for name in OTHERS],
                title=f"{mark}{TITLE}",
                recipients=f"{mark}{recipients}",
            ),
            house,
        )
        assert _moved(page) is _moved(_page(house, organs))


def test_a_title_that_fills_the_page_is_told(house: House) -> None:
    """Moving them is not always enough."""
    assert has_text_on_first_page(_page(house, 42), house)
    assert not has_text_on_first_page(_page(house, 42, joint=OTHERS * 2), house)
    assert has_text_on_first_page(render_page(sample.context(draft=True), house), house)
    headings = [sample.heading(2, f"（{at}）", "培育创新主体") for at in "一二三四五六七八九十" * 3]
    listed = sample.context(sample.chapter(0, "甲", headings), draft=True)
    listed["plan"]["preface"] = []
    assert has_text_on_first_page(render_page(listed, house), house)


def _with_rules(house: House, thick: float, thin: float) -> House:
    return replace(house, imprint=replace(house.imprint, thick_pt=thick, thin_pt=thin))


ONE_LINE = ["现印发给你们，请认真贯彻执行。"]


@pytest.mark.parametrize("others", [[], OTHERS[:2], OTHERS])
def test_the_only_line_of_text_stays_on_the_first_page(others: list[str], house: House, fonts: FontSet) -> None:
    """Where the signature has no room there it stands on the next page, alone (7.3.3 goes before 7.3.5.5)."""
    for profile in house.pages.values():
        page = _page(house, 1, joint=others, notice=ONE_LINE)
        first, second = open_pdf(write_pdf(page, house, profile, fonts).data).pages[:2]
        assert ONE_LINE[0] in bare(first.extract_text())
        signed = "2023年2月14日（此件公开发布）" in bare(first.extract_text())
        assert signed is ("2023年2月14日（此件公开发布）" not in bare(second.extract_text()))
        assert has_text_beside_signature(page, house, profile) is signed
        texts = [p for p in document_xml(write_docx(page, house, profile)).iter(f"{W}p") if _words(p) == ONE_LINE[0]]
        assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in texts] == [signed]


def test_two_lines_of_text_are_parted(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """One on each page, so that both clauses are met."""
    page = _page(house, 1, notice=[ONE_LINE[0] * 3])
    assert has_text_beside_signature(page, house, profile)
    first, second = open_pdf(write_pdf(page, house, profile, fonts).data).pages[:2]
    assert ONE_LINE[0] in bare(first.extract_text())
    assert "贯彻执行。盘锦市人民政府办公室" in bare(second.extract_text())


def _words(paragraph: ElementTree.Element) -> str:
    return "".join(paragraph.itertext())
