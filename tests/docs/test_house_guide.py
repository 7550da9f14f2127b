"""A house format made by following the guide alone works: its steps are taken as they stand, the files are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.render.errors import UnavailableError
from planforge.render.fonts import find_fonts
from planforge.render.houses import find_house
from tests.docs.console import ROOT, prepare, run, steps_of
from tests.unit.render.reading import (
    PT_PER_MM,
    W,
    bare,
    document_xml,
    docx_contents,
    docx_text,
    html_text,
    is_outside,
    open_pdf,
)

GUIDE = ROOT / "docs" / "guide" / "05-house-format.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Take every step of the guide; return the folder of the files it builds."""
    folder = prepare(tmp_path_factory.mktemp("office"))
    for step in steps_of(GUIDE):
        run(step, folder)
    return folder / "out"


def test_the_guide_writes_a_manifest_and_a_template() -> None:
    written = [step.file.name for step in steps_of(GUIDE) if step.file is not None]
    assert written == ["manifest.yaml", "page.xml.jinja"]


def test_the_docx_is_of_the_new_house(built: Path) -> None:
    """The heading is centred, the number stands in the middle in its own form, cover and contents come first."""
    data = (built / "my-plan.docx").read_bytes()
    styles = {style.get(f"{W}styleId"): style for style in document_xml(data, "word/styles.xml")}
    alignment = styles["Heading1"].find(f"{W}pPr/{W}jc")
    assert alignment is not None
    assert alignment.get(f"{W}val") == "center"
    footers = [document_xml(data, f"word/footer{n}.xml") for n in range(1, 5)]
    texts = {"".join(node.text or "" for node in footer.iter(f"{W}t")) for footer in footers}
    assert texts == {"", "第 1 页"}
    text = bare(docx_text(data))
    assert text.startswith("某某市“十五五”数字经济发展规划（征求意见稿）某某市人民政府办公室目录一、")
    assert text == bare(html_text((built / "my-plan.html").read_bytes()))


def test_the_pdf_is_of_the_new_house(built: Path) -> None:
    """Cover and contents have no number; the body begins with 1; each number of the contents is that of its heading."""
    try:
        find_fonts(find_house("panzhengban"))
    except UnavailableError as error:
        pytest.skip(str(error))
    pytest.importorskip("weasyprint", reason="the extra planforge[pdf] is not installed", exc_type=ImportError)
    sheets = open_pdf((built / "my-plan.pdf").read_bytes()).pages
    outside = ["".join(c["text"] for c in sheet.chars if is_outside(c)).replace("\xa0", " ") for sheet in sheets]
    title = "某某市“十五五”数字经济发展规划"
    first = outside.index(f"{title}第 1 页")
    assert set(outside[:first]) == {""}
    assert outside[first:] == [f"{title}第 {n + 1} 页" for n in range(len(sheets) - first)]
    entries = docx_contents((built / "my-plan.docx").read_bytes())
    assert len(entries) > 10
    for entry, number in entries:
        assert bare(entry) in bare(sheets[first - 1 + int(number)].extract_text()), entry
    heading = next(c for c in sheets[first].chars if c["text"] == "一" and c["top"] > 200)
    assert heading["x0"] / PT_PER_MM > 60
