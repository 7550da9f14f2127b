"""Files as other offices make them: red heads in text boxes, rules as shapes, fonts from themes, spaces for indents."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from planforge.inspect.groups.title import is_trapezium
from planforge.inspect.outcome import Report, Status
from planforge.inspect.run import inspect_file
from tests.unit.inspect.made import BIAOSONG, Made, conforming, relay, retext, run_of
from tests.unit.inspect.told import failed

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def inspected(made: Made, folder: Path) -> Report:
    """Return what `inspect` says of a document."""
    path = folder / "made.docx"
    path.write_bytes(made.save())
    return inspect_file(path, "margins-37-35")


def boxed_mark(top: int) -> Made:
    """Return a document whose mark stands in a text box, its top so many twips from the paper's."""
    made = conforming()
    mark = made.parts["mark"]
    inner = mark._p.xml.partition(">")[2].rpartition("</w:p>")[0]
    drawing = (
        f"<w:r {_NAMES}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wp:positionV relativeFrom='page'><wp:posOffset>{top * 635}</wp:posOffset></wp:positionV>"
        "<wp:extent cx='5616000' cy='900000'/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        f"<w:p>{inner}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>{inner}</w:p></w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    for run in mark.runs:
        mark._p.remove(run._r)
    mark._p.append(parse_xml(drawing))
    return made


def test_a_red_head_in_a_text_box_is_found_and_measured_once(tmp_path: Path) -> None:
    report = inspected(boxed_mark(3770), tmp_path)
    assert report.results["7.2.4-b"].status is Status.HOLDS
    assert report.results["7.2.4-d"].status is Status.NOT_APPLICABLE  # the fallback is no second organ
    assert "7.2.4-b" in failed(inspected(boxed_mark(3000), tmp_path))


def test_a_red_line_drawn_as_a_shape(tmp_path: Path) -> None:
    made = conforming()
    number = made.parts["number"]
    number._p.pPr.remove(number._p.pPr.find(qn("w:pBdr")))
    line = (
        f"<w:r {_NAMES}><w:drawing><wp:anchor><wp:positionV relativeFrom='paragraph'>"
        "<wp:posOffset>468000</wp:posOffset></wp:positionV>"
        "<wp:extent cx='5616000' cy='0'/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:ln w='19050'>"
        "<a:solidFill><a:srgbClr val='E60012'/></a:solidFill></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r>"
    )
    number._p.append(parse_xml(line))
    report = inspected(made, tmp_path)
    for clause in ("7.2.7-a", "7.2.7-b", "7.2.7-c"):
        assert report.results[clause].status is Status.HOLDS, report.results[clause]


def test_indents_made_of_spaces_are_told(tmp_path: Path) -> None:
    made = conforming()
    relay(made.parts["body"], "ind", firstLine=0, firstLineChars=0)
    retext(made.parts["body"], "\u3000\u3000" + made.parts["body"].runs[0].text)
    report = inspected(made, tmp_path)
    assert failed(report) == {"7.3.3-c"}
    assert "用空格缩进" in report.results["7.3.3-c"].findings[0].message


def test_two_signers_on_an_upward_document(tmp_path: Path) -> None:
    made = conforming()
    number = made.parts["number"]
    relay(number, "jc", val="left")
    relay(number, "ind", firstLine=320)
    tabs = parse_xml(f"<w:tabs {_NAMES}><w:tab w:val='right' w:pos='8525'/></w:tabs>")
    number._p.pPr.append(tabs)
    run_of(number, "\t签发人：", "仿宋_GB2312", 16)
    run_of(number, "王建国", "楷体_GB2312", 16)
    report = inspected(made, tmp_path)
    assert failed(report) == set()
    for clause in ("7.2.5-d", "7.2.6-a", "7.2.6-b"):
        assert report.results[clause].status is Status.HOLDS
    number.runs[-1]._r.rPr.find(qn("w:rFonts")).set(qn("w:eastAsia"), BIAOSONG)
    assert failed(inspected(made, tmp_path)) == {"7.2.6-b"}


def test_a_document_without_a_seal(tmp_path: Path) -> None:
    made = conforming()
    retext(made.parts["signature"], "海东市科学技术和工业信息化局")
    relay(made.parts["signature"], "ind", right=640)
    relay(made.parts["signature"], "spacing", before=579)
    # the date begins two characters right of the name
    relay(made.parts["date"], "ind", right=(2 + 14 - 2 - 7) * 320)
    report = inspected(made, tmp_path)
    assert failed(report) == set()
    assert report.results["7.3.5.2-a"].status is Status.HOLDS
    assert report.results["7.3.5.1-a"].status is Status.NOT_APPLICABLE


def test_quotes_in_a_latin_face_are_told(tmp_path: Path) -> None:
    made = conforming()
    retext(made.parts["body"], "坚持“双轮驱动”。" + made.parts["body"].runs[0].text)
    assert not inspected(made, tmp_path).results["7.3.3-b"].findings
    made.parts["body"].runs[0]._r.rPr.find(qn("w:rFonts")).attrib.pop(qn("w:hint"))
    result = inspected(made, tmp_path).results["7.3.3-b"]
    assert result.status is Status.HOLDS
    assert "“”" in result.findings[0].message


@pytest.mark.parametrize("part", ["copy-number", "secrecy", "urgency"])
def test_an_unknown_line_does_not_end_the_head(part: str, tmp_path: Path) -> None:
    """What stands above the mark and is no element of the head is named; all below it is measured."""
    made = conforming()
    whole = inspected(made, tmp_path)
    retext(made.parts[part], "内部资料")
    report = inspected(made, tmp_path)
    assert failed(report) == set()
    lost = {number for number, one in whole.results.items() if one.measures > report.results[number].measures}
    assert all(number.startswith(("7.2.1", "7.2.2", "7.2.3", "5.2.4")) for number in lost)
    assert ["内部资料" in one.message for one in report.results["7.1-a"].findings] == [True]


def test_a_title_above_a_number_is_no_unknown_line(tmp_path: Path) -> None:
    """A document without a red head may carry its number below the title."""
    made = conforming()
    for name in ("copy-number", "secrecy", "urgency", "mark"):
        made.parts[name]._p.getparent().remove(made.parts[name]._p)
    title = made.parts["title"]._p
    title.getparent().remove(title)
    made.parts["number"]._p.addprevious(title)
    report = inspected(made, tmp_path)
    assert report.results["7.3.1-a"].status is Status.HOLDS
    assert report.results["7.2.5-a"].status is Status.NOT_APPLICABLE


def test_names_that_differ_late_are_shown_where_they_do(tmp_path: Path) -> None:
    made = conforming()
    name = "海东市科技创新重点项目任务分工和进度安排"
    retext(made.parts["attachments"], f"附件：1.{name}表")
    retext(made.parts["annex-title-1"], f"{name}一览表")
    message = inspected(made, tmp_path).results["7.3.7-c"].findings[0].message
    assert "“……务分工和进度安排表”" in message
    assert "“……务分工和进度安排一览表”" in message


@pytest.mark.parametrize(
    ("widths", "holds"),
    [((17.5, 17), True), ((14, 14.5, 16, 13), True), ((17, 17), False), ((17.1, 17), False), ((16, 14, 16), False)],
)
def test_lines_of_a_title_differ_by_half_a_character(widths: tuple[float, ...], holds: bool) -> None:
    """The standard asks for growing or shrinking lines, not by how much; widths on a page differ by what faces do."""
    assert is_trapezium(widths) is holds


@pytest.mark.parametrize(("start", "wrong"), [(6285, set()), (7000, {"7.2.6-a"}), (5600, {"7.2.6-a"})])
def test_signers_that_begin_at_a_tab(start: int, wrong: set[str], tmp_path: Path) -> None:
    """Where a row ends is reckoned by its words: seven characters from the tab to one before the edge."""
    made = conforming()
    number = made.parts["number"]
    relay(number, "jc", val="left")
    relay(number, "ind", firstLine=320)
    number._p.pPr.append(parse_xml(f"<w:tabs {_NAMES}><w:tab w:val='left' w:pos='{start}'/></w:tabs>"))
    run_of(number, "\t签发人：", "仿宋_GB2312", 16)
    run_of(number, "王建国", "楷体_GB2312", 16)
    assert failed(inspected(made, tmp_path)) == wrong
