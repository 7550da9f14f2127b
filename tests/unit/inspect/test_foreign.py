"""Files as others make them: nothing is told of them that is not so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Twips

from planforge.inspect.outcome import Report, Status
from planforge.inspect.run import inspect_file
from tests.unit.inspect.letters import word_letter
from tests.unit.inspect.made import BIAOSONG, HEI, PROSE, Made
from tests.unit.inspect.printed import Set, Things, centred, conforming, pdf_of
from tests.unit.inspect.told import failed


def report_of(made: Made, folder: Path) -> Report:
    """Return what `inspect` says of a DOCX."""
    path = folder / "made.docx"
    path.write_bytes(made.save())
    return inspect_file(path)


def printed(things: Things, fonts: Path, folder: Path) -> Report:
    """Return what `inspect` says of a PDF."""
    path = folder / "printed.pdf"
    path.write_bytes(pdf_of(things, fonts))
    return inspect_file(path, "gbt33476")


def plain() -> Made:
    """Return the bare text of a plan."""
    made = Made()
    made.paragraph("title", "海东市科技创新规划", BIAOSONG, 22, jc="center", pitch=720)
    for number in range(6):
        made.paragraph(f"body-{number}", PROSE, first=632)
    return made


def test_a_table_turned_sideways_is_no_text(tmp_path: Path) -> None:
    """Neither its caption nor its page are measured as text is; the number along its lower edge is told."""
    made = plain()
    section = made.document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(16838), Twips(11906)
    made.paragraph("caption", "表1　重点项目一览表", HEI, jc="center")
    made.document.add_table(3, 8)
    made.paragraph("note", PROSE, first=632)
    report = report_of(made, tmp_path)
    assert failed(report) == {"8-a"}
    assert report.results["8-b"].status is Status.NOT_MEASURABLE
    assert "看不出装订时往哪边转" in report.results["8-b"].reason


@pytest.mark.parametrize("issue", ["（第5期）", "〔2024〕5号", "第5号", "2024年第5期"])
def test_minutes_have_an_issue_and_a_day_above_their_title(issue: str, tmp_path: Path) -> None:
    """These are neither the title nor whom it is sent to."""
    made = Made()
    made.paragraph("mark", "海东市人民政府会议纪要", BIAOSONG, 48, jc="center", pitch=1152, colour="FF0000")
    made.paragraph("issue", issue, jc="center")
    made.paragraph("day", "海东市人民政府办公室　　2024年3月5日")
    made.paragraph("title", "研究数字经济发展工作", BIAOSONG, 22, jc="center", pitch=720)
    made.paragraph("body", PROSE, first=632)
    assert not failed(report_of(made, tmp_path)) & {"7.3.1-a", "7.3.1-b", "7.3.2-a", "7.3.2-b", "P1"}


def test_a_letter_without_page_numbers_has_none_on_its_first_page(tmp_path: Path) -> None:
    """Also where the first page has no footer of its own; whether it is the only page a DOCX does not tell."""
    made = word_letter()
    for section in made.document.sections:
        section.different_first_page_header_footer = False
        for footer in (section.footer, section.even_page_footer, section.first_page_footer):
            for paragraph in footer.paragraphs:
                for run in paragraph.runs:
                    run._r.getparent().remove(run._r)
    report = report_of(made, tmp_path)
    assert report.results["10.1-i"].status is Status.HOLDS
    assert report.results["7.5-a"].status is Status.NOT_MEASURABLE


def test_margins_like_neither_set_up_are_judged_by_the_usual_one(tmp_path: Path) -> None:
    """Those of a new file in Word say nothing of GB/T 33476.2."""
    made = plain()
    for section in made.document.sections:
        section.top_margin = section.bottom_margin = Twips(1440)
    assert report_of(made, tmp_path).page == "margins-37-35"


def sideways(turn: int) -> Things:
    """Return the conforming pages, on the third a table whose words are turned."""
    things = {key: thing for key, thing in conforming().items() if not key.startswith("page-3-")}
    for at in range(8):
        x, base = (40 + at * 12, 240) if turn < 0 else (170 - at * 12, 60)
        things[f"cell-{at}"] = Set(3, x, base, "重点项目名称建设内容责任单位", turn=turn)
    return things


@pytest.mark.parametrize(("turn", "wrong"), [(-90, set()), (90, {"8-b"})])
def test_words_turned_on_an_upright_page_tell_where_the_head_is(
    turn: int, wrong: set[str], faces: Path, tmp_path: Path
) -> None:
    """Read upwards the head of the table is at the left, read downwards at the right; they are no lines of text."""
    report = printed(sideways(turn), faces, tmp_path)
    assert failed(report) == wrong
    assert report.results["8-b"].measures == 1


def test_the_last_page_need_not_be_full(faces: Path, tmp_path: Path) -> None:
    """Nothing goes on behind it: how many lines a page holds it does not tell."""
    gone = ("page-3", "last", "signature", "date", "remark", "copies", "printed", "imprint", "number-3", "number-4")
    things = {key: thing for key, thing in conforming().items() if not key.startswith(gone)}
    for at in range(17, 22):
        del things[f"page-2-{at}"]
    report = printed(things, faces, tmp_path)
    assert failed(report) == {"7.4.1-e"}  # there is no 版记
    assert report.results["5.2.3-a"].status is Status.NOT_MEASURABLE


def test_a_mark_of_two_lines_is_one_mark(faces: Path, tmp_path: Path) -> None:
    """It is no document of several organs."""
    things: dict[str, Any] = conforming()
    mark = things.pop("mark")
    things["mark-1"] = replace(mark, x=28, text="海东市人民政府海东市人民", spacing=-9)
    things["mark-2"] = replace(centred(1, mark.base + 17, "政府文件", "biaosong", 48, "#f00"))
    things["date"] = replace(things["date"], x=things["date"].x + 8)
    report = printed(things, faces, tmp_path)
    assert report.results["7.3.5.1-a"].status is Status.FAIL


def test_ragged_lines_do_not_tell_a_margin_exactly(faces: Path, tmp_path: Path) -> None:
    """Text set flush left ends within a character of the edge; that it is not flush is another clause."""
    things = conforming()
    for at, (key, thing) in enumerate(things.items()):
        if isinstance(thing, Set) and len(thing.text) == 28:
            things[key] = replace(thing, text=thing.text[: 26 - at % 2] + "12345"[: at % 5])
    found = failed(printed(things, faces, tmp_path))
    assert "5.2.1-d" not in found
    assert "5.2.3-c" in found
