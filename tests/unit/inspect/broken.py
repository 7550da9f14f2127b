"""Ways to break one clause of a conforming document, by editing its OOXML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips

from tests.unit.inspect.made import FANGSONG, HEI, Made, reface, relay, retext, run_of

Break = Callable[[Made], None]
BROKEN: dict[str, tuple[str, Break]] = {}


def breaks(clause: str) -> Callable[[Break], Break]:
    """Register a way to break a clause."""

    def add(function: Break) -> Break:
        BROKEN[function.__name__] = (clause, function)
        return function

    return add


def _section(made: Made) -> Any:
    return made.document.sections[0]


@breaks("5.1")
def letter_paper(made: Made) -> None:
    _section(made).page_width, _section(made).page_height = Twips(12240), Twips(15840)


@breaks("5.2.1-a")
def low_top(made: Made) -> None:
    _section(made).top_margin = Twips(1440)


@breaks("5.2.1-b")
def wide_binding(made: Made) -> None:
    _section(made).left_margin = Twips(1800)


@breaks("5.2.1-d")
def wide_right(made: Made) -> None:
    _section(made).right_margin = Twips(1800)


@breaks("3.2")
def close_lines(made: Made) -> None:
    relay(made.parts["body-2"], "spacing", line=480)


@breaks("5.2.2")
def number_in_hei(made: Made) -> None:
    reface(made.parts["number"], rFonts=HEI)


@breaks("5.2.3-c")
def ragged(made: Made) -> None:
    relay(made.parts["body"], "jc", val="left")


@breaks("5.2.3-c")
def space_above(made: Made) -> None:
    relay(made.parts["body-2"], "spacing", before=240)


@breaks("5.2.4")
def blue_text(made: Made) -> None:
    reface(made.parts["body"], color="0070C0")


@breaks("7.2.1")
def short_copy_number(made: Made) -> None:
    retext(made.parts["copy-number"], "0123")


@breaks("7.2.2-b")
def period_in_words(made: Made) -> None:
    retext(made.parts["secrecy"], "秘密★一年")


@breaks("7.2.2-b")
def secrecy_of_no_degree(made: Made) -> None:
    retext(made.parts["secrecy"], "密级一年")


@breaks("7.2.2-b")
def secrecy_without_a_star(made: Made) -> None:
    retext(made.parts["secrecy"], "机密3年")


@breaks("7.2.3-a")
def old_urgency(made: Made) -> None:
    retext(made.parts["urgency"], "急件")


@breaks("7.2.4-b")
def high_mark(made: Made) -> None:
    relay(made.parts["mark"], "spacing", before=400)


@breaks("7.2.4-c")
def black_mark(made: Made) -> None:
    reface(made.parts["mark"], color="000000")


@breaks("7.2.5-a")
def number_at_left(made: Made) -> None:
    relay(made.parts["number"], "jc", val="left")


@breaks("7.2.5-b")
def square_brackets(made: Made) -> None:
    retext(made.parts["number"], "海政发[2024]12号")


@breaks("7.2.5-c")
def padded_number(made: Made) -> None:
    retext(made.parts["number"], "海政发〔2024〕012号")


@breaks("7.2.7-a")
def low_rule(made: Made) -> None:
    made.parts["number"]._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom")).set(qn("w:space"), "24")
    relay(made.parts["title"], "spacing", before=921)


@breaks("7.2.7-b")
def short_rule(made: Made) -> None:
    relay(made.parts["number"], "ind", left=600, right=600)


@breaks("7.2.7-c")
def black_rule(made: Made) -> None:
    made.parts["number"]._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom")).set(qn("w:color"), "000000")


@breaks("7.3.1-a")
def bold_title(made: Made) -> None:
    reface(made.parts["title"], b="1")


@breaks("7.3.1-b")
def title_too_near(made: Made) -> None:
    relay(made.parts["title"], "spacing", before=200)


@breaks("7.3.1-c")
def square_title(made: Made) -> None:
    retext(made.parts["title"], "海东市人民政府关于加快推进\n科技创新工作发展的实施意见")


@breaks("7.3.1-d")
def cut_title(made: Made) -> None:
    retext(made.parts["title"], "海东市人民政府关于加快推进科技\n和创新工作高质量发展的意见")


@breaks("7.3.2-a")
def indented_recipients(made: Made) -> None:
    relay(made.parts["recipients"], "ind", firstLine=640)


@breaks("7.3.2-b")
def half_width_colon(made: Made) -> None:
    retext(made.parts["recipients"], "各县区人民政府，市政府各部门、各直属机构:")


@breaks("7.3.3-b")
def body_in_song(made: Made) -> None:
    reface(made.parts["body-2"], rFonts="宋体")


@breaks("7.3.3-b")
def body_too_small(made: Made) -> None:
    reface(made.parts["body-3"], sz=28)


@breaks("7.3.3-c")
def no_indent(made: Made) -> None:
    relay(made.parts["body-3"], "ind", firstLine=0, firstLineChars=0)


@breaks("7.3.3-d")
def skipped_number(made: Made) -> None:
    retext(made.parts["heading-3"], "（三）基本原则")


@breaks("7.3.3-d")
def skipped_level(made: Made) -> None:
    retext(made.parts["heading-2"], "（1）主要目标")
    reface(made.parts["heading-2"], rFonts=FANGSONG)


@breaks("7.3.3-d")
def number_twice(made: Made) -> None:
    retext(made.parts["heading-3"], "（一）基本原则")


@breaks("7.3.3-e")
def heading_in_fangsong(made: Made) -> None:
    reface(made.parts["heading-1"], rFonts=FANGSONG)


@breaks("7.3.4-a")
def attachments_at_left(made: Made) -> None:
    relay(made.parts["attachments"], "ind", firstLine=0, firstLineChars=0)


@breaks("7.3.4-b")
def attachment_without_number(made: Made) -> None:
    retext(made.parts["attachments"], "附件：重点任务分工表")


@breaks("7.3.4-c")
def attachment_with_stop(made: Made) -> None:
    retext(made.parts["attachments"], "附件：1.重点任务分工表；")


@breaks("7.3.4-d")
def long_name_at_left(made: Made) -> None:
    name = "海东市科技创新重点项目任务分工和进度安排以及责任单位明细表"
    retext(made.parts["attachments"], f"附件：1.{name}")
    retext(made.parts["annex-title-1"], name)


@breaks("7.3.4-d")
def second_number_at_left(made: Made) -> None:
    relay(made.parts["attachment-2"], "ind", left=640)


@breaks("7.3.5.1-a")
def date_at_the_edge(made: Made) -> None:
    relay(made.parts["date"], "ind", right=0)


@breaks("7.3.5.1-b")
def name_off_the_middle(made: Made) -> None:
    relay(made.parts["signature"], "ind", right=2000)


@breaks("7.3.5.4")
def padded_date(made: Made) -> None:
    retext(made.parts["date"], "2024年11月06日")


@breaks("7.3.5.5")
def empty_page_note(made: Made) -> None:
    retext(made.parts["remark"], "（此页无正文）")


@breaks("7.3.6")
def remark_at_left(made: Made) -> None:
    relay(made.parts["remark"], "ind", firstLine=0, firstLineChars=0)


@breaks("7.3.6")
def remark_without_brackets(made: Made) -> None:
    retext(made.parts["remark"], "此件公开发布")


@breaks("7.3.6")
def remark_in_other_brackets(made: Made) -> None:
    retext(made.parts["remark"], "[此件公开发布]")


@breaks("7.3.7-a")
def annex_on_the_same_page(made: Made) -> None:
    made.parts["annex-2"].paragraph_format.page_break_before = False


@breaks("7.3.7-b")
def annex_with_colon(made: Made) -> None:
    retext(made.parts["annex-1"], "附件1：")


@breaks("7.3.7-c")
def annex_called_otherwise(made: Made) -> None:
    retext(made.parts["annex-title-2"], "主要任务表")


@breaks("7.4.1-e")
def no_imprint(made: Made) -> None:
    table = made.parts["imprint"]._tbl
    table.getparent().remove(table)


@breaks("7.4.1-a")
def narrow_imprint(made: Made) -> None:
    made.parts["imprint"]._tbl.tblPr.find(qn("w:tblW")).set(qn("w:w"), "8000")


def _edge(made: Made, row: int, side: str) -> Any:
    return made.parts["imprint"].rows[row].cells[0]._tc.tcPr.find(qn("w:tcBorders")).find(qn(f"w:{side}"))


@breaks("7.4.1-b")
def thin_last_rule(made: Made) -> None:
    _edge(made, 1, "bottom").set(qn("w:sz"), "4")


@breaks("7.4.1-c")
def thick_middle_rule(made: Made) -> None:
    for row, side in ((0, "bottom"), (1, "top")):
        _edge(made, row, side).set(qn("w:sz"), "12")


@breaks("7.4.1-d")
def red_imprint_rule(made: Made) -> None:
    _edge(made, 0, "top").set(qn("w:color"), "FF0000")


@breaks("7.4.2-a")
def copies_too_large(made: Made) -> None:
    relay(made.parts["copies"], "ind", left=840, right=280, hanging=840)


@breaks("7.4.2-b")
def copies_without_stop(made: Made) -> None:
    retext(made.parts["copies"], made.parts["copies"].runs[0].text.rstrip("。"))


@breaks("7.4.2-c")
def copies_not_hanging(made: Made) -> None:
    relay(made.parts["copies"], "ind", left=280, hanging=0)


@breaks("7.4.3-a")
def printed_at_the_edge(made: Made) -> None:
    made.parts["printed"]._p.pPr.find(qn("w:tabs")).find(qn("w:tab")).set(qn("w:pos"), "8844")


@breaks("7.4.3-b")
def printed_padded(made: Made) -> None:
    retext(made.parts["printed"], "海东市人民政府办公室\t2024年11月07日印发")


@breaks("7.5-a")
def page_number_in_times(made: Made) -> None:
    for side in ("right", "left"):
        for run in made.parts[f"footer-{side}"].runs:
            fonts = run._r.rPr.find(qn("w:rFonts"))
            fonts.set(qn("w:ascii"), "Times New Roman")
            fonts.set(qn("w:hAnsi"), "Times New Roman")


@breaks("7.5-b")
def hyphens_around_number(made: Made) -> None:
    footer = made.parts["footer-right"]
    footer.runs[0].text, footer.runs[-1].text = "-", "-"


@breaks("7.5-c")
def high_page_number(made: Made) -> None:
    _section(made).footer_distance = Twips(1700)


@breaks("7.5-d")
def centred_page_number(made: Made) -> None:
    relay(made.parts["footer-right"], "jc", val="center")


@breaks("7.1-b")
def page_number_in_the_text(made: Made) -> None:
    run = run_of(made.parts["remark"], "", FANGSONG, 16)
    code = OxmlElement("w:instrText")
    code.text = " PAGE "
    run._r.append(code)


@breaks("C4")
def character_grid(made: Made) -> None:
    _section(made)._sectPr.find(qn("w:docGrid")).set(qn("w:type"), "default")


@breaks("P2")
def unknown_disclosure(made: Made) -> None:
    retext(made.parts["remark"], "（此件向社会公开）")


@breaks("7.4.2-a")
def copies_in_the_size_of_the_body(made: Made) -> None:
    reface(made.parts["copies"], sz=32)
    relay(made.parts["copies"], "ind", left=1280, hanging=960, right=320)


@breaks("7.4.3-a")
def printed_in_hei(made: Made) -> None:
    reface(made.parts["printed"], rFonts=HEI)


@breaks("7.3.2-c")
def too_many_recipients(made: Made) -> None:
    retext(made.parts["recipients"], "、".join(["海东市科学技术和工业信息化局"] * 20) + "：")


@breaks("7.2.4-a")
def mark_of_no_organ(made: Made) -> None:
    retext(made.parts["mark"], "海东动态")
