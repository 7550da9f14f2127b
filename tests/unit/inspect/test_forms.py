"""The forms beside the common document: letters, orders, minutes, joint documents, pages turned sideways."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Twips

from planforge.inspect.outcome import Report, Status
from planforge.inspect.run import inspect_file
from tests.unit.inspect.made import BIAOSONG, FANGSONG, HEI, PROSE, Made, conforming, reface, relay, run_of
from tests.unit.inspect.printed import CHARACTER, LINE, PT, Ruled, Set, Things, centred, pdf_of
from tests.unit.inspect.printed import conforming as notice
from tests.unit.inspect.test_pdf import FONTS


@pytest.fixture(scope="module")
def faces() -> Path:
    """The folder of the Fandol faces."""
    pytest.importorskip("weasyprint", reason="the extra planforge[pdf] is not installed", exc_type=ImportError)
    pytest.importorskip("pypdfium2", reason="the extra planforge[inspect] is not installed")
    if not (FONTS / "FandolFang-Regular.otf").is_file():
        pytest.skip("needs the Fandol fonts in .cache/fonts")
    return FONTS


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


def failed(report: Report) -> set[str]:
    """Return the clauses that do not hold."""
    return {result.clause.id for result in report.of(Status.FAIL)}


def letter() -> Things:
    """Return a letter of one page."""
    mark = replace(
        centred(1, 30 + 0.79 * 40 * PT, "海东市人民政府办公室", "biaosong", 40, "#f00"), x=105 - 10 * 20 * PT
    )
    bottom = 30.8 + 0.89 * 40 * PT
    upper = round(bottom + 4, 2)
    number = upper + 1.6 + 4.84 + 0.77 * 16 * PT
    things: Things = {
        "mark": mark,
        "upper-thick": Ruled(1, 20, upper, 0.9, 170, "#f00"),
        "upper-thin": Ruled(1, 20, upper + 1.3, 0.3, 170, "#f00"),
        "number": Set(1, 184 - (10 * 16 - 14 * 0.25) * PT, number, "海政办函〔2024〕12号"),
        "title": centred(
            1, number + 1 + 20.78 + 0.79 * 22 * PT, "海东市人民政府办公室关于报送材料的函", "biaosong", 22
        ),
        "lower-thin": Ruled(1, 20, 275.4, 0.3, 170, "#f00"),
        "lower-thick": Ruled(1, 20, 276.1, 0.9, 170, "#f00"),
    }
    base = number + 1 + 20.78 + 22 * PT + 16
    things["recipients"] = Set(1, 28, base, "各县区人民政府：")
    for at in range(3):
        x = 28 if at else 28 + 2 * CHARACTER
        things[f"body-{at}"] = Set(1, x, base + (at + 1) * LINE, (PROSE * 2)[at * 28 : at * 28 + (28 if at else 26)])
    return things


LETTER_CLAUSES = {f"10.1-{part}" for part in "abcdfghij"}


def test_a_letter_is_told_by_its_double_rules(faces: Path, tmp_path: Path) -> None:
    report = printed(letter(), faces, tmp_path)
    assert failed(report) & {*LETTER_CLAUSES} == set()
    assert {number for number in LETTER_CLAUSES if report.results[number].status is Status.HOLDS} == LETTER_CLAUSES
    assert report.results["7.2.4-b"].status is Status.NOT_APPLICABLE
    assert report.results["7.4.1-b"].status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("clause", "name", "values"),
    [
        ("10.1-a", "mark", {"base": 52}),
        ("10.1-b", "upper-thick", {"thick": 0.2}),
        ("10.1-c", "lower-thick", {"top": 273, "thick": 0.2}),
        ("10.1-d", "upper-thick", {"x": 28, "width": 156}),
        ("10.1-f", "number", {"x": 120}),
        ("10.1-g", "title", {"base": 75}),
    ],
)
def test_a_broken_letter(clause: str, name: str, values: dict[str, float], faces: Path, tmp_path: Path) -> None:
    things = letter()
    things[name] = replace(things[name], **values)  # type: ignore[arg-type]  # each thing has the fields it is given
    assert clause in failed(printed(things, faces, tmp_path)) & LETTER_CLAUSES


def test_a_page_number_on_the_first_page_of_a_letter(faces: Path, tmp_path: Path) -> None:
    things = letter()
    things["page-number"] = Set(1, 164, 283, "—\xa01\xa0—", "song", 14)
    assert "10.1-i" in failed(printed(things, faces, tmp_path))


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


def test_a_page_turned_sideways(tmp_path: Path) -> None:
    made = conforming()
    section = made.document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Twips(16838), Twips(11906)
    report = written(made, tmp_path)
    assert failed(report) == {"8-a"}
    assert report.results["8-b"].status is Status.HOLDS
