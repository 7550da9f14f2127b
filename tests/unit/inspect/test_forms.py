"""The forms beside the common document and letters: orders, minutes, joint documents, pages turned sideways."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Twips

from planforge.inspect.outcome import Report, Status
from planforge.inspect.run import inspect_file
from tests.unit.inspect.made import BIAOSONG, FANGSONG, HEI, PROSE, Made, conforming, reface, relay, run_of
from tests.unit.inspect.printed import PT, Set, Things, centred, pdf_of
from tests.unit.inspect.printed import conforming as notice
from tests.unit.inspect.test_pdf import moved
from tests.unit.inspect.told import failed


def printed(things: Things, fonts: Path, folder: Path) -> Report:
    """Return what `inspect` says of a PDF."""
    path = folder / "form.pdf"
    path.write_bytes(pdf_of(things, fonts))
    return inspect_file(path, "gbt33476")


def written(made: Made, folder: Path) -> Report:
    """Return what `inspect` says of a DOCX."""
    path = folder / "form.docx"
    path.write_bytes(made.save())
    return inspect_file(path, "margins-37-35")


def _head(made: Made, words: str, top: int) -> None:
    made.paragraph("mark", words, BIAOSONG, 40, jc="center", pitch=960, before=top, colour="FF0000")


def test_an_order(tmp_path: Path) -> None:
    made = Made()
    # 57 mm from the paper: 20 mm below the text area, less what the line holds above the ink
    _head(made, "海东市人民政府令", 1134 - 152)
    made.paragraph("number", "第12号", jc="center", before=870)
    made.paragraph("body", PROSE, first=632, before=870)
    report = written(made, tmp_path)
    assert {report.results[number].status for number in ("10.2-a", "10.2-b")} == {Status.HOLDS}
    relay(made.parts["mark"], "spacing", before=2000)
    assert "10.2-a" in failed(written(made, tmp_path))


def test_minutes(tmp_path: Path) -> None:
    made = Made()
    _head(made, "海东市人民政府常务会议纪要", 1984 - 152)
    made.paragraph("number", "〔2024〕12号", jc="center", before=870)
    made.paragraph("title", "研究科技创新工作的会议纪要", BIAOSONG, 22, jc="center", pitch=720, before=579)
    made.paragraph("body", PROSE, first=632, before=579)
    there = made.paragraph("there", "出席：", HEI, first=632, before=579)
    run_of(there, "王建国　李文华　赵晓东", FANGSONG, 16)
    report = written(made, tmp_path)
    assert {report.results[number].status for number in ("10.3-a", "10.3-b")} == {Status.HOLDS}
    reface(there, rFonts=FANGSONG)
    assert "10.3-b" in failed(written(made, tmp_path))


def test_a_joint_head(faces: Path, tmp_path: Path) -> None:
    things = notice()
    names = ("海东市科学技术局", "海东市财政局")
    del things["mark"]
    for at, name in enumerate(names):
        things[f"mark-{at}"] = Set(1, 40, 72 + (0.79 + at * 1.2) * 26 * PT, name, "biaosong", 26, "#f00", 0)
    middle = 72 + 0.5 * (2.2 * 26 - 2) * PT
    things["mark-label"] = Set(1, 150, middle + 0.35 * 26 * PT, "文件", "biaosong", 26, "#f00", 0)
    report = printed(things, faces, tmp_path)
    assert report.results["7.2.4-d"].status is Status.HOLDS, report.results["7.2.4-d"]
    things["mark-label"] = Set(1, 150, 72 + 0.79 * 26 * PT + 3, "文件", "biaosong", 26, "#f00", 0)
    assert "7.2.4-d" in failed(printed(things, faces, tmp_path))


def _with_mark(words: str, size: float) -> Things:
    """Return the notice with a mark of another size, what stands below moved up to it."""
    things = notice()
    lower = (48 - size) * (0.79 + 0.1) * PT
    moved("number", "rule", "title-*", "recipients", "heading", "first-*", "second-*", dy=-lower)(things)
    things["mark"] = centred(1, 72 + 0.79 * size * PT, words, "biaosong", size, "#f00")
    return things


@pytest.mark.parametrize("words", ["文件", ""])
def test_the_mark_of_a_long_name_is_small(words: str, faces: Path, tmp_path: Path) -> None:
    """One line of the text area holds 24 characters of less than 20 points."""
    name = f"新疆维吾尔自治区博尔塔拉蒙古自治州人民政府{words}"
    report = printed(_with_mark(name, 19), faces, tmp_path)
    assert failed(report) == set()
    assert name in report.results["7.2.4-a"].measured


def test_small_red_words_are_no_mark(faces: Path, tmp_path: Path) -> None:
    things = notice()
    things["words"] = Set(1, 28, 45, "特别急用", colour="#f00")
    assert failed(printed(things, faces, tmp_path)) == {"5.2.4"}


def test_a_page_turned_sideways(tmp_path: Path) -> None:
    made = conforming()
    section = made.document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Twips(16838), Twips(11906)
    report = written(made, tmp_path)
    assert failed(report) == {"8-a"}
    assert report.results["8-b"].status is Status.NOT_MEASURABLE


def test_a_turned_number_is_measured_like_the_others(faces: Path, tmp_path: Path) -> None:
    """Its face, size and form; that it stands at the foot once the page is held upright is clause 8."""
    weasyprint = pytest.importorskip("weasyprint")
    # a face of its own: with none at all, as after a PDF of ours in the same process, Pango crashes
    face = f'@font-face {{ font-family: hei; src: url("{(faces / "FandolHei-Regular.otf").as_uri()}") }}'
    box = "height: 10pt; text-align: left; vertical-align: top; transform-origin: 0 0"
    box += "; transform: translate(30.3mm, 14pt) rotate(90deg)"
    css = f"""{face} body {{ font-family: hei }} @page {{ size: A4 landscape; margin: 28mm 37mm 26mm 35mm;
        @left-top {{ content: "8"; font: 10pt/10pt hei; {box} }} }}"""
    file = tmp_path / "a.pdf"
    file.write_bytes(weasyprint.HTML(string=f"<style>{css}</style><p>表</p>").write_pdf())
    report = inspect_file(file, "margins-37-35")
    assert {"7.5-a", "7.5-b"} <= failed(report)
    assert report.results["8-a"].status is Status.HOLDS
