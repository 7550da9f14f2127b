"""Lines of a PDF that are more, or less, than they look: stretched ones, full ones that end, rare characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.inspect.outcome import Status
from planforge.inspect.passage import NOWHERE, Passage, Piece, Side
from planforge.inspect.pdf_reader import read_pdf
from tests.unit.inspect.printed import CHARACTER, LINE, PT, Set, centred, pdf_of
from tests.unit.inspect.test_edges import short
from tests.unit.inspect.test_pdf import inspected, moved
from tests.unit.inspect.told import failed


@pytest.mark.parametrize(("spacing", "wrong"), [(-0.25, set()), (0.6, {"3.1"})])
def test_a_line_stretched_before_a_long_word_does_not_tell(
    spacing: float, wrong: set[str], faces: Path, tmp_path: Path
) -> None:
    """Of few lines the closest one tells how wide characters are set."""
    things = short("现将有关材料发给你们请下载后认真学习研究邮箱")
    indented = Set(1, 28 + 2 * CHARACTER, 175 + LINE, "现将有关材料发给你们请下载后认真学习研究邮箱")
    stretch = (156 / CHARACTER - 2 - len(indented.text)) * CHARACTER / PT / (len(indented.text) - 1)
    things["body"] = Set(1, indented.x, indented.base, indented.text, spacing=stretch)
    things["body-2"] = Set(1, 28, 175 + 2 * LINE, "并请将意见及时报送我们。", spacing=spacing)
    assert failed(inspected(things, faces, tmp_path)) & {"3.1"} == wrong


def test_an_indented_line_below_full_recipients_is_text(faces: Path, tmp_path: Path) -> None:
    """Recipients that fill their line end with a colon; the text below stands under their third character."""
    things = short()
    moved("recipients", text="各县区人民政府和开发区管委会以及市政府各部门和各直属机构：")(things)
    report = inspected(things, faces, tmp_path)
    assert failed(report) == set()
    assert report.results["7.3.2-b"].status is Status.HOLDS
    assert report.results["7.3.3-a"].measured == "首页有 1 段正文"


def test_a_note_of_two_lines_below_a_title(faces: Path, tmp_path: Path) -> None:
    """Its first line is as wide as the text, so that it looks flush; its second one is centred."""
    things = short()
    lines = ("（二〇二四年一月二日海东市人民政府常务会议通过自公布之日", "起施行）")
    moved("recipients", "body", dy=2 * LINE)(things)
    for at, line in enumerate(lines):
        things[f"note-{at}"] = centred(1, 158 + (at + 1.2) * LINE, line, "kai", 15.75)
    assert failed(inspected(things, faces, tmp_path)) <= {"7.3.2-a"}  # how far below the title recipients stand


def test_rare_characters_do_not_tell_the_face() -> None:
    """They are set in any face that has them."""
    pieces = (Piece("㐂堃喆𠮷䶮", ("宋体",), (), 16), Piece("先生们", ("仿宋",), (), 16))
    main = Passage(pieces, NOWHERE, Side.LEFT).main
    assert main is not None
    assert main.faces == ("仿宋",)


def test_a_rare_character_is_one(faces: Path) -> None:
    """PDFium tells those beyond the first plane as two halves."""
    things = short("请通知𠮷野先生。")
    passages = read_pdf("rare", pdf_of(things, faces)).passages
    assert "请通知𠮷野先生。" in [passage.text for passage in passages]


def test_a_date_in_the_middle_is_no_second_line_of_a_name(faces: Path, tmp_path: Path) -> None:
    """As below the names of several organs, which stand in the middle of the page one below the other."""
    things = short()
    things["signature"] = centred(1, 175 + 4 * LINE, "海东市人民政府", "fang", 16)
    things["date"] = centred(1, 175 + 5 * LINE, "2024年11月26日", "fang", 16)
    report = inspected(things, faces, tmp_path)
    assert report.results["7.3.5.4"].status is Status.HOLDS
    assert "7.3.5.1-a" in failed(report)


def test_a_title_alone_has_no_text_to_show_on_its_page(faces: Path, tmp_path: Path) -> None:
    things = {name: thing for name, thing in short().items() if name.startswith("title")}
    report = inspected(things, faces, tmp_path)
    assert report.results["7.3.3-a"].status is Status.NOT_APPLICABLE
